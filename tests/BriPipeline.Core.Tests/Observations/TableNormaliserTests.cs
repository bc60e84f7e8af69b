using BriPipeline.Core.Findings;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Observations;

/// <summary>What only a workbook with formats, names and hidden parts can hold.</summary>
public sealed class TableNormaliserTests
{
    private static readonly SourceProfile Profile = SourceProfile.Parse(
        """{ "name": "golden", "reporter": "KAZ", "defaults": { "commodity": "TOTAL" } }"""
    );

    [Fact]
    public void Observations_LeaveOutPercentages_WhenOnlyTheFormatSaysSo()
    {
        var sheet = Table(Cell.OfNumber(0.5, "0.0%"), Cell.OfNumber(0.25, "0.0%")).Build();

        var (keys, findings) = Read(sheet);

        Assert.Equal(["CHN 2022", "RUS 2022"], keys);
        Assert.Equal(2, findings.Count(code => code == FindingCodes.ValuePercent));
    }

    [Fact]
    public void Observations_AreNone_WhenTitleAndSheetNameDisagreeOnTheYear()
    {
        var sheet = new SheetBuilder("2021")
            .Set(1, 1, Cell.OfText("Exports 2023, million USD"))
            .Set(2, 1, Cell.OfText("Country"))
            .Set(2, 2, Cell.OfText("Exports"))
            .Set(3, 1, Cell.OfText("China"))
            .Set(3, 2, Cell.OfNumber(1.5))
            .Build();

        var (keys, findings) = Read(sheet);

        Assert.Empty(keys);
        Assert.Contains(FindingCodes.PeriodConflict, findings);
    }

    [Fact]
    public void Findings_SayThatHiddenCellsWereRead_WhenAColumnIsHidden()
    {
        var sheet = Table(Cell.OfNumber(3.5), Cell.OfNumber(4.5)).HideColumn(3).Build();

        var (keys, findings) = Read(sheet);

        Assert.Equal(["CHN 2022", "CHN 2023", "RUS 2022", "RUS 2023"], keys);
        Assert.Contains(FindingCodes.HiddenRead, findings);
    }

    private static SheetBuilder Table(Cell china, Cell russia) =>
        new SheetBuilder("Exports")
            .Set(1, 1, Cell.OfText("Exports, million USD"))
            .Set(2, 1, Cell.OfText("Country"))
            .Set(2, 2, Cell.OfText("2022"))
            .Set(2, 3, Cell.OfText("2023"))
            .Set(3, 1, Cell.OfText("China"))
            .Set(3, 2, Cell.OfNumber(1.5))
            .Set(3, 3, china)
            .Set(4, 1, Cell.OfText("Russia"))
            .Set(4, 2, Cell.OfNumber(2.5))
            .Set(4, 3, russia);

    private static (IReadOnlyList<string> Keys, IReadOnlyList<FindingCode> Findings) Read(Sheet sheet)
    {
        var layout = LayoutRecogniser.Recognise(new("workbook.xlsx", WorkbookFormat.Xlsx, [sheet]), Profile);
        var tally = new FindingTally();
        var tables = layout.Tables.Select(table => new TableNormaliser(table, Profile, "workbook.xlsx")).ToList();
        var keys = tables.SelectMany(table => table.Keys(tally)).Select(key => $"{key.Partner} {key.Period}").ToList();
        return (keys, [.. layout.Findings.Concat(tally.ToList()).Select(finding => finding.Code)]);
    }
}
