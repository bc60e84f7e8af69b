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

    [Theory]
    [InlineData("5 USD")]
    [InlineData("(D)")]
    [InlineData("500 (est.)")]
    [InlineData("5 %")]
    [InlineData("see note 3")]
    public void RowWithoutFigures_IsFound_InAListOfFlows(string cell)
    {
        const string title =
            "Total trade of Kazakhstan, thousand USD\nCountry | Flow | 2022\nGermany | Exports | 1\nPoland | Exports | 70\nFrance | Exports | 90\n";
        foreach (
            var (rows, place) in new[]
            {
                ("Spain | Exports | #", "C6"),
                ("Spain | Exports | #\nItaly | Imports | 2", "C6"),
            }
        )
        {
            var reading = Of(Grid.Draw(title + rows.Replace("#", cell, StringComparison.Ordinal)));
            Assert.Equal(rows.Split('\n').Length + 2, reading.Observations().Count());
            var finding = Assert.Single(reading.Findings, found => found.Code == FindingCodes.ValueNotNumber);
            Assert.Equal(place, finding.Place.ToString());
        }
    }

    [Theory]
    [InlineData("500 (est.) | 500 (est.)")]
    [InlineData("see note 3 | see note 3")]
    public void LastRowsWithoutFigures_AreFound(string cells)
    {
        var reading = Read($"China | 10 | 20\nPoland | 70 | 80\nFrance | 90 | 95\nSpain | {cells}\nItaly | {cells}");
        Assert.Equal(8, reading.Observations().Count());
        Assert.Equal(
            ["B7", "C7", "B8", "C8"],
            reading
                .Findings.Where(found => found.Code == FindingCodes.ValueNotNumber)
                .Select(found => found.Place.ToString())
        );
    }

    [Fact]
    public void HeadingOfTheNextBlock_IsNoRowWithoutFigures()
    {
        var reading = Read("China | 10 | 20\nSpain | 2024 (est.) | 2025 (est.)\nItaly | 50 | 60");
        Assert.DoesNotContain(
            reading.Observations(),
            found => found.Key.Partner.Code == "ITA" && found.Key.Period.ToString() is "2022" or "2023"
        );
    }

    [Theory]
    [InlineData("\"5\"0")]
    [InlineData("0\"000\"")]
    [InlineData("0\" 000\"")]
    [InlineData("\\50")]
    public void FormatWithDigitsOfItsOwn_ShowsAnotherNumber(string format)
    {
        var reading = Read("China | 10 | 20\nRussia | 30 | 40", format);
        var finding = Assert.Single(reading.Findings, found => found.Code == FindingCodes.ValueScaled);
        Assert.Equal(format, finding.Arguments[0]);
        Assert.Empty(reading.Observations());
    }

    [Theory]
    [InlineData("0\" t\"")]
    [InlineData("#,##0_);(#,##0)")]
    public void FormatWithoutDigitsOfItsOwn_IsRead(string format) =>
        Assert.NotEmpty(Read("China | 10 | 20", format).Observations());

    [Fact]
    public void TextWithMoreDigitsThanADecimalKeeps_IsFound_NotRounded()
    {
        var reading = Read("China | '1.00000000000000000000000000001 | 2\nItaly | 3 | 4\nSpain | 5 | 6");
        Assert.Equal(7, reading.Observations().Count());
        var finding = Assert.Single(reading.Findings, found => found.Code == FindingCodes.ValueNotNumber);
        Assert.Equal("B4", finding.Place.ToString());
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
        return Of(drawn);
    }

    private static Reading Of(Sheet sheet) => Reading.Of(new Workbook("a.xlsx", WorkbookFormat.Xlsx, [sheet]), Profile);
}
