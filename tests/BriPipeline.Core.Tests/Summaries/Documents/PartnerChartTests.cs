using System.Globalization;
using System.Xml.Linq;
using BriPipeline.Core.Language;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Summaries.Documents;

namespace BriPipeline.Core.Tests.Summaries.Documents;

/// <summary>The ranking and the map of partners.</summary>
public sealed class PartnerChartTests
{
    private static readonly TitledChart Chart = new(
        "p",
        "Partners",
        "USD, millions",
        "Source: kz-bns.",
        ["CHN", "RUS", "XXX"],
        [new("exports", [400m, 100m, 50m]), new("imports", [300m, null, 20m])],
        ["China", "Russia", "nowhere"]
    );

    [Theory]
    [InlineData(ChartFrame.Wide)]
    [InlineData(ChartFrame.Narrow)]
    public void Rank_DrawsBarsInProportion_WithTheirValues_WithinTheWidth(int width)
    {
        var svg = XDocument.Parse(RankChartSvg.Write(Chart, new SummaryFormat(SummaryTexts.English), width));
        // Legend, then bars; the fields of the values have no outline.
        var bars = Of(svg, "rect").Where(bar => bar.Attribute("stroke") is not null).Skip(2).ToList();
        var lengths = bars.Select(bar => Number(bar, "width")).ToList();

        Assert.Equal(5, bars.Count);
        Assert.Equal(3.0 / 4, lengths[1] / lengths[0], tolerance: 0.01);
        Assert.Equal(1.0 / 4, lengths[2] / lengths[0], tolerance: 0.01);
        Assert.Contains("400.0", Of(svg, "text").Select(text => text.Value));
        Assert.InRange(lengths[0], width / 2, width);
    }

    [Fact]
    public void Map_DrawsCirclesWhoseAreaIsTheValue_TheLargestFirst()
    {
        var circles = Of(XDocument.Parse(MapChartSvg.Write(Chart, ChartFrame.Wide)), "circle").ToList();

        Assert.Equal(["China", "Russia"], circles.Select(circle => circle.Value));
        Assert.Equal(2, Number(circles[0], "r") / Number(circles[1], "r"), tolerance: 0.02);
    }

    [Fact]
    public void Map_HasAPlace_ForAllCountriesButSmallIslands()
    {
        var left = AreaCodeList.Standard.All.Where(area => area.IsCountry && !MapChartSvg.Has(area.Code)).ToList();

        Assert.DoesNotContain(new("SGP"), left);
        Assert.DoesNotContain(new("HKG"), left);
        Assert.InRange(left.Count, 0, 60);
    }

    private static IEnumerable<XElement> Of(XDocument svg, string name) =>
        svg.Descendants().Where(element => element.Name.LocalName == name);

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
