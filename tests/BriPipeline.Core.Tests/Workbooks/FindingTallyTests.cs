using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks;

public sealed class FindingTallyTests
{
    private static readonly Sheet Sheet = new SheetBuilder("S").Set(1, 1, Cell.OfText("…")).Build();

    [Fact]
    public void Count_NamesEveryCell()
    {
        var tally = new FindingTally();
        foreach (var cell in new CellAddress[] { new(1, 1), new(1, 2), new(2, 1), new(2, 2), new(5, 4) })
        {
            tally.Count(FindingCodes.FiguresMissing, Sheet, "…", cell, "…", "#");
        }

        var finding = Assert.Single(tally.ToList());
        Assert.Equal("A1:D5", finding.Place.ToString());
        Assert.Equal("A1:B2,D5", string.Join(',', finding.Cells!));
        Assert.Equal(5, finding.Figures);
        Assert.Equal("\"…\" stands in place of 5 figures; they were taken as missing.", finding.Message);
    }

    [Fact]
    public void CountLabel_IsAFindingForEachPlaceOfTheLabel()
    {
        var tally = new FindingTally();
        tally.CountLabel(FindingCodes.AreaUnknown, Sheet, "Атлантида", new(3, 1), "Атлантида", "#");
        tally.CountLabel(FindingCodes.AreaUnknown, Sheet, "Атлантида", new(3, 1), "Атлантида", "#");
        tally.CountLabel(FindingCodes.AreaUnknown, Sheet, "Атлантида", new(9, 1), "Атлантида", "#");

        Assert.Equal(["A3 2", "A9 1"], tally.ToList().Select(finding => $"{finding.Place} {finding.Figures}"));
    }

    [Fact]
    public void ToList_SaysHowManyMoreThereAre_AndWhere()
    {
        var tally = new FindingTally();
        for (var row = 1; row <= FindingTally.MaxOfAKind + 3; row++)
        {
            tally.Add(Finding.OfCell(FindingCodes.ValueNegative, Sheet, new CellAddress(row, 2), "-1"));
        }

        tally.Add(Finding.OfCell(FindingCodes.ValueError, Sheet, new CellAddress(1, 1), "#N/A"));
        var findings = tally.ToList();

        Assert.Equal(FindingTally.MaxOfAKind + 2, findings.Count);
        var rest = Assert.Single(findings, finding => finding.Code == FindingCodes.FindingsSummarised);
        Assert.Equal("B10001:B10003", rest.Place.ToString());
        Assert.Equal(3, rest.Figures);
        Assert.StartsWith(
            "3 more findings \"Negative trade\" (value-negative)",
            rest.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Count_OfManySubjects_IsSummarisedToo()
    {
        var tally = new FindingTally();
        for (var row = 1; row <= FindingTally.MaxOfAKind + 2; row++)
        {
            var subject = FormattableString.Invariant($"x{row}");
            tally.CountLabel(FindingCodes.AreaUnknown, Sheet, subject, new(row, 1), subject, "#");
            tally.CountLabel(FindingCodes.AreaUnknown, Sheet, subject, new(row, 1), subject, "#");
        }

        var findings = tally.ToList();

        Assert.Equal(FindingTally.MaxOfAKind + 1, findings.Count);
        Assert.Equal("A10001:A10002", findings[^1].Place.ToString());
        Assert.Equal(2 * (FindingTally.MaxOfAKind + 2), findings.Sum(finding => finding.Figures));
    }
}
