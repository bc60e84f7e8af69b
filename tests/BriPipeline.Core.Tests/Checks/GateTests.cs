using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Checks;

/// <summary>DESIGN section 4, rule 13: a figure that its own workbook contradicts is not stored, and what is stored with an open
/// warning carries it.</summary>
public sealed class GateTests
{
    private const string Sums = """
        Partner | 2018 | 2019 | 2020 | 2021
        Total   | 600  | 660  | 720  | 780
        China   | 300  | 330  | 360  | 390
        Germany | 200  | 220  | 240  | 260
        Brazil  | 100  | 110  | 120  | 130
        """;

    private const string Shares = """
        Partner | Exports | Share, %
        Total   | 400     | 100.0
        China   | 100     | 25.0
        Germany | 40      | 10.0
        Brazil  | 30      | 7.5
        Poland  | 20      | 5.0
        Japan   | 10      | 2.5
        """;

    private const string Flows = """
        Partner | Turnover | Exports | Imports
        China   | 70       | 40      | 30
        Germany | 50       | 20      | 30
        Brazil  | 30       | 20      | 10
        """;

    private const string Balances = """
        Partner | Exports | Imports | Balance
        China   | 100     | 60      | 40
        Germany | 30      | 40      | -10
        Brazil  | 40      | 30      | 10
        Poland  | 20      | 5       | 15
        Japan   | 10      | 5       | 5
        """;

    private const string Years = """
        Partner | 2018   | 2019   | 2020   | 2021   | 2022   | 2023
        China   | 1100.5 | 1201.5 | 1251.5 | 1302.5 | 1250.5 | 1400.5
        Germany | 900.5  | 801.5  | 701.5  | 602.5  | 850.5  | 300.5
        """;

    public static TheoryData<string> Tables => [Sums, Shares, Flows, Balances, Years];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Gate_IsSilent_WhereAllFits(string table)
    {
        var reading = Checked.Read(table).ToResult();

        Assert.DoesNotContain(reading.Findings, finding => FindingCodes.Gate.Contains(finding.Code));
        Assert.Empty(reading.Contested);
        Assert.All(reading.Observations, figure => Assert.Null(figure.Doubt));
    }

    [Theory]
    // A part ten or a hundred times too large or small, by the total.
    [InlineData(Sums, "| 390", "| 3900", "part-contradicted@E3")]
    [InlineData(Sums, "| 220", "| 22", "part-contradicted@C4")]
    [InlineData(Sums, "| 120", "| 12000", "part-contradicted@D5")]
    // The total itself.
    [InlineData(Sums, "| 780", "| 7800", "whole-contradicted@E2")]
    [InlineData(Sums, "| 780", "| 78", "whole-contradicted@E2")]
    [InlineData(Sums, "| 780", "| 870", "whole-contradicted@E2")]
    // One partner above the total: either may be wrong.
    [InlineData(
        Shares,
        "China   | 100",
        "China   | 450",
        "total-below-partner@B2 partner-above-total@B3 evidence-contradicts@B3"
    )]
    // The printed share.
    [InlineData(Shares, "Germany | 40", "Germany | 55", "evidence-contradicts@B4")]
    // The flows: one that slipped, else all three.
    [InlineData(Flows, "| 20      | 30", "| 200     | 30", "part-contradicted@C3")]
    [InlineData(Flows, "Germany | 50", "Germany | 500", "whole-contradicted@B3")]
    [InlineData(Flows, "Germany | 50", "Germany | 55", "turnover-differs@B3:D3")]
    [InlineData(Balances, "Brazil  | 40", "Brazil  | 45", "evidence-contradicts@B4 evidence-contradicts@C4")]
    // The periods around.
    [InlineData(Years, "1251.5", "1251500", "value-scale@D2")]
    public void Gate_RefusesAFigure_ThatItsWorkbookContradicts(string table, string was, string now, string findings)
    {
        var reading = Checked.Read(Replaced(table, was, now)).ToResult();

        Assert.Equal(findings, Gated(reading));
        var places = findings
            .Split(' ')
            .Select(finding => finding[(finding.IndexOf('@', StringComparison.Ordinal) + 1)..])
            .Distinct()
            .Select(place => CellRange.TryParse(place, out var range) ? range : default)
            .ToList();
        Assert.DoesNotContain(
            reading.Observations,
            figure => places.Exists(place => place.Contains(figure.Provenance.Cell))
        );
        Assert.Equal(places.Sum(place => place.Last.Column - place.First.Column + 1), reading.Contested.Count);
    }

    [Theory]
    // A figure that its total proves: the printed number is the slip.
    [InlineData(
        "Partner | Exports | Share, %\nTotal | 200 | 100.0\nChina | 100 | 50.0\nGermany | 40 | 26.0\nBrazil | 30 | 15.0\nPoland | 20 | 10.0\nJapan | 10 | 5.0",
        "B4 evidence-differs"
    )]
    // One of the parts of a contradicted total may be wrong.
    [InlineData(
        "Partner | 2018 | 2019 | 2020 | 2021\nTotal | 600 | 660 | 720 | 780\nChina | 300 | 330 | 360 | 420\nGermany | 200 | 220 | 240 | 260\nBrazil | 100 | 110 | 120 | 130",
        "E3 whole-contradicted, E4 whole-contradicted, E5 whole-contradicted"
    )]
    public void Figure_ThatIsStoredWithAnOpenWarning_CarriesIt(string table, string doubts) =>
        Assert.Equal(
            doubts,
            string.Join(
                ", ",
                Checked
                    .Read(table)
                    .ToResult()
                    .Observations.Where(figure => figure.Doubt is not null)
                    .Select(figure => $"{figure.Provenance.Cell} {figure.Doubt}")
            )
        );

    private static string Replaced(string table, string was, string now)
    {
        Assert.Contains(was, table, StringComparison.Ordinal);
        return table.Replace(was, now, StringComparison.Ordinal);
    }

    private static string Gated(ReadingResult reading) =>
        string.Join(
            ' ',
            reading
                .Findings.Where(finding => FindingCodes.Gate.Contains(finding.Code))
                .Select(finding => $"{finding.Code.Id}@{finding.Place}")
        );
}
