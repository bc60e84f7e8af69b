using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports.Annotation;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Readings;

/// <summary>What is about most money is looked at first, whether it is stored or not.</summary>
public sealed class MoneyAtStakeTests
{
    private static readonly Observation[] Read =
    [
        Figure("B2", 5000, "USD"),
        Figure("B3", 7000, "USD"),
        Figure("C2", 9, "KG"),
    ];

    [Fact]
    public void Figures_CountWithTheirValue_AndOthersAsPrinted()
    {
        Assert.Equal(
            [12_000m, 2_000m, 0m, 0m, 0m],
            [
                Of(Found(FindingCodes.FigureRepeated, "B2", "B3", null)),
                Of(Found(FindingCodes.FigureRepeated, "D9", "D9", "-2")),
                // A weight, a text, and a whole table.
                Of(Found(FindingCodes.FigureRepeated, "C2", "C2", null)),
                Of(Found(FindingCodes.FigureRepeated, "D9", "D9", "n/a")),
                Of(Found(FindingCodes.FigureRepeated, "B2", "B5000", null)),
            ]
        );
    }

    [Fact]
    public void Order_PutsMoneyBeforeSeverity_ButNoFileBehindACell()
    {
        ReportFinding[] findings =
        [
            Report("warning", "small", 5),
            Report("reject-cell", "lost", 7),
            Report("warning", "large", 9),
            Report("warning", "small", 6),
            Report("note", "said", 100),
            Report("reject-workbook", "closed", 0),
        ];

        Assert.Equal(
            ["closed 0", "large 9", "lost 7", "small 6", "small 5", "said 100"],
            RepairOrder.Of(findings).Select(finding => $"{finding.Code} {finding.AtStake}")
        );
    }

    private static decimal Of(Finding finding) =>
        Assert
            .Single(
                MoneyAtStake.Findings(
                    "a.xlsx",
                    new ReadingResult(Read, [finding], ReadingOutcome.Accepted, null, null, null)
                )
            )
            .AtStake;

    private static ReportFinding Report(string severity, string code, decimal atStake) =>
        new("a.xlsx", severity, code, null, null, null, "", "") { AtStake = atStake };

    private static Finding Found(FindingCode code, string first, string last, string? raw) =>
        new(code, "2022", new CellRange(Cell(first), Cell(last)), raw, ["a", "b", "c", "d", "e"]);

    private static Observation Figure(string cell, decimal value, string unit) =>
        new()
        {
            Key = new(new("KAZ"), new("CHN"), TradeFlow.X, Commodity.Total, new(unit), TimePeriod.OfYear(2022), null),
            Value = value,
            Multiplier = 3,
            Provenance = new("2022", Cell(cell), ""),
        };

    private static CellAddress Cell(string text) =>
        CellAddress.TryParse(text, out var cell) ? cell : throw new ArgumentException(text, nameof(text));
}
