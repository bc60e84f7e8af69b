using System.Globalization;
using System.Xml.Linq;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Summaries.Documents;

namespace BriPipeline.Core.Tests.Summaries.Documents;

public sealed class TimeChartSvgTests
{
    private static readonly TitledChart Chart = new(
        "c",
        "Kazakhstan – China",
        "USD, millions",
        "Source: kz-bns. Licence: CC BY 4.0.",
        ["2021", "2022", "2023"],
        [new("exports", [9_772m, 13_060m, null]), new("balance", [1_500m, -250m, null])],
        ["2021\nexports: 9,772", "2022\nexports: 13,060", "2023 <none>"]
    );

    [Theory]
    [InlineData(ChartFrame.Wide)]
    [InlineData(ChartFrame.Narrow)]
    public void Write_SaysAll_WithinItsWidth(int width)
    {
        var svg = XDocument.Parse(TimeChartSvg.Write(Chart, new SummaryFormat(SummaryTexts.English), width));
        var texts = Of(svg, "text").Select(text => text.Value).ToList();

        Assert.Contains("Kazakhstan – China", texts);
        Assert.Contains("Source: kz-bns. Licence: CC BY 4.0.", texts);
        Assert.Contains("15,000", texts);
        Assert.Contains("exports", texts);
        Assert.All(Of(svg, "text"), text => Assert.InRange(Number(text, "x"), 0, width));
    }

    [Fact]
    public void Write_SaysTheValuesOfEachPeriod_SideBySide()
    {
        var svg = XDocument.Parse(TimeChartSvg.Write(Chart, new SummaryFormat(SummaryTexts.English), ChartFrame.Wide));
        var fields = Of(svg, "g").Single(group => group.Attribute("class")?.Value == "tips").Elements().ToList();

        Assert.Equal(Chart.Tips, fields.Select(field => field.Value));
        foreach (var (left, right) in fields.Zip(fields.Skip(1)))
        {
            Assert.Equal(Number(left, "x") + Number(left, "width"), Number(right, "x"), tolerance: 0.2);
        }
    }

    private static IEnumerable<XElement> Of(XDocument svg, string name) =>
        svg.Descendants().Where(element => element.Name.LocalName == name);

    private static double Number(XElement element, string attribute) =>
        element.Attribute(attribute) is { } text ? double.Parse(text.Value, CultureInfo.InvariantCulture) : 0;
}
