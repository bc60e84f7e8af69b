using System.Text;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Reports;

/// <summary>A long table that was recognised is described by its headings, and read by that description alone with the same figures.</summary>
public sealed class LongTablePinTests
{
    private static readonly SourceProfile Profile = SourceProfile.Unknown("pin") with
    {
        Reporter = "KAZ",
        Defaults = new() { Commodity = "TOTAL" },
    };

    [Theory]
    [InlineData(
        "Partner,Year,Exports (thousand USD),Imports (thousand USD)\nChina,2022,10.5,5\nRussia,2022,7,8\nChina,2023,11.5,6\nRussia,2023,9,\n"
    )]
    [InlineData(
        "Country code,Flow,Period,Unit,Value\nCN,Exports,2023-01,thousand USD,10.5\nRU,Exports,2023-01,thousand USD,4\nCN,Imports,2023-01,thousand USD,3.5\nRU,Imports,2023-02,million USD,1.5\n"
    )]
    public void Pin_GivesTheSameFigures(string table)
    {
        var recognised = Read(table, Profile);
        Assert.NotEmpty(recognised.Observations());

        var pin = LongTablePin.Of(recognised);
        Assert.NotNull(pin);
        var described = Read(table, Profile.WithPinned(new PinnedLayout { Formats = [pin] }.ToJson()));

        Assert.NotNull(described.Format);
        Assert.Equal(recognised.Observations().Select(Show), described.Observations().Select(Show));
    }

    [Fact]
    public void Pin_IsNone_OfAFileThatIsReadByItsFormat() =>
        Assert.Null(
            LongTablePin.Of(Read("t,i,j,k,v,q\n2022,398,156,270900,1234.567,890.1\n", SourceProfile.Unknown("pin")))
        );

    private static Reading Read(string table, SourceProfile profile) =>
        Reading.Read(new MemoryStream(Encoding.UTF8.GetBytes(table)), "table.csv", profile);

    private static string Show(Observation one) =>
        $"{one.Provenance.Cell} {one.Key.Reporter} {one.Key.Partner} {one.Key.Flow} {one.Key.Commodity} {one.Key.Unit} {one.Key.Period} {one.Value} {one.Status}";
}
