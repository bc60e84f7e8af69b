using System.Xml.Linq;
using BriPipeline.Web.Tests.Api;

namespace BriPipeline.Web.Tests.Sdmx;

public sealed class SdmxXmlTests(ApiHost host)
{
    private const string Query = "/sdmx/2.1/data/TRADE/UZB.......";

    private static readonly XNamespace Generic = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic";
    private static readonly XNamespace Message = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Put together again, an answer says what SDMX-CSV says.</summary>
    [Theory]
    [InlineData("TIME_PERIOD", "full")]
    [InlineData("AllDimensions", "full")]
    [InlineData("TIME_PERIOD", "dataonly")]
    public async Task Xml_SaysWhatCsvSays(string atObservation, string detail)
    {
        var root = (await XmlAsync($"dimensionAtObservation={atObservation}&detail={detail}")).Root!;
        var csv = await host.Client.GetStringAsync($"{Query}?format=sdmx-csv&detail={detail}", Cancellation);
        var said = root.Descendants(Generic + "Obs")
            .Select(one =>
                string.Join(
                    ',',
                    Codes(one.Parent!.Element(Generic + "SeriesKey"))
                        .Concat(Codes(one.Element(Generic + "ObsKey")))
                        .Concat(Of(one.Element(Generic + "ObsDimension")))
                        .Concat(Of(one.Element(Generic + "ObsValue")))
                        .Concat(Codes(one.Element(Generic + "Attributes")))
                )
            );

        Assert.Equal(Message + "GenericData", root.Name);
        Assert.Equal(
            csv.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line => line.Trim()[(line.IndexOf(',', StringComparison.Ordinal) + 1)..]),
            said
        );
    }

    [Theory]
    [InlineData("TIME_PERIOD", "Series")]
    [InlineData("AllDimensions", "Obs")]
    public async Task Keys_StandAlone_WhereNoDataIsAskedFor(string atObservation, string element)
    {
        var root = (await XmlAsync($"dimensionAtObservation={atObservation}&detail=serieskeysonly")).Root!;
        var set = root.Element(Message + "DataSet")!;

        // Four partners' flows: China both ways, Germany both ways, the World both ways.
        Assert.Equal(6, set.Elements(Generic + element).Count());
        Assert.Empty(set.Descendants(Generic + "ObsValue"));
    }

    [Fact]
    public async Task Header_NamesTheStructure()
    {
        var header = (await XmlAsync("")).Root!.Element(Message + "Header")!;

        Assert.Equal(
            ["ID", "Test", "Prepared", "Sender", "Structure"],
            header.Elements().Select(element => element.Name.LocalName)
        );
        Assert.Equal("BRIPIPELINE", header.Descendants("Ref").Single().Attribute("agencyID")?.Value);
    }

    private async Task<XDocument> XmlAsync(string query) =>
        XDocument.Parse(await host.Client.GetStringAsync($"{Query}?format=sdmx-ml&{query}", Cancellation));

    private static IEnumerable<string> Codes(XElement? key) => key?.Elements().SelectMany(Of) ?? [];

    private static IEnumerable<string> Of(XElement? value) =>
        value?.Attribute("value")?.Value is { } text ? [text] : [];
}
