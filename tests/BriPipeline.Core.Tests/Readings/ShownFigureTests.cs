using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Workbooks;
using BriPipeline.Core.Workbooks;
using Reading = BriPipeline.Core.Readings.Reading;

namespace BriPipeline.Core.Tests.Readings;

/// <summary>Figures that are no figure of their labels as they are shown.</summary>
public sealed class ShownFigureTests
{
    private static readonly SourceProfile Profile = SourceProfile.Parse(
        """{ "name": "s", "reporter": "KAZ", "defaults": { "commodity": "TOTAL" } }"""
    );

    [Theory]
    // One figure for two countries; for two years.
    [InlineData("China | 10 | 20\nRussia | ^ | 40", "B4")]
    [InlineData("China | 10 | 20\nRussia | 30 | <", "B5")]
    public void MergedFigure_IsOfNoneOfItsLabels(string rows, string cell)
    {
        var reading = Read(rows);
        var finding = Assert.Single(reading.Findings, found => found.Code == FindingCodes.ValueMerged);
        Assert.Equal(cell, finding.Place.ToString());
        Assert.Equal(4, reading.Observations().Count());
    }

    [Theory]
    // The label is merged as well; nothing stands in the other rows.
    [InlineData("China | 10 | 20\n^ | ^ | ^\nRussia | 30 | 40")]
    public void MergedFigure_IsRead_WhereItsLabelsAreMergedToo(string rows) =>
        Assert.DoesNotContain(Read(rows).Findings, found => found.Code == FindingCodes.ValueMerged);

    [Fact]
    public void HiddenFigure_IsNotPublished()
    {
        var reading = Read("China | 10 | 20\nRussia | 30 | 40", "\"c\"");
        var finding = Assert.Single(reading.Findings, found => found.Code == FindingCodes.ValueHidden);
        Assert.Equal("\"c\"", finding.Arguments[0]);
        Assert.Empty(reading.Observations());
    }

    [Theory]
    [InlineData("n.s. | n.s.")]
    [InlineData("5% | 5%")]
    [InlineData("500 USD | 5 USD")]
    public void RowWithoutFigures_IsFound_AndThoseBelowAreRead(string cells)
    {
        var reading = Read($"China | 10 | 20\nSpain | {cells}\nItaly | 50 | 60");
        Assert.Equal(
            ["CHN", "CHN", "DEU", "DEU", "ITA", "ITA"],
            reading.Observations().Select(observation => observation.Key.Partner.Code).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["B5", "C5"],
            reading
                .Findings.Where(found => found.Code == FindingCodes.ValueNotNumber)
                .Select(found => found.Place.ToString())
        );
    }

    [Fact]
    public void RowOfWords_IsFound_WhereItIsNoHeading()
    {
        var reading = Read("China | 10 | 20\nother sorts | secret | \nItaly | 50 | 60");
        var finding = Assert.Single(reading.Findings, found => found.Code == FindingCodes.RowUnread);
        Assert.Equal("B5", finding.Place.ToString());
    }

    private static Reading Read(string rows, string? format = null)
    {
        var drawn = Grid.Draw(
            "Exports by country, thousand USD\nCountry | 2022 | 2023\nGermany | 1 | 2\n" + rows,
            numberFormat: format
        );
        return Reading.Of(new Workbook("a.xlsx", WorkbookFormat.Xlsx, [drawn]), Profile);
    }
}
