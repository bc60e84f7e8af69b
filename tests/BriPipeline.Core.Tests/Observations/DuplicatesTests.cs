using BriPipeline.Core.Findings;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Observations;

public sealed class DuplicatesTests
{
    [Fact]
    public void Settle_KeepsTheMorePrecise_WhenValuesAreEqual()
    {
        var coarse = Of("1.2 million", 1200000m, 6, 1, 1);
        var fine = Of("1234.5 thousand", 1234500m, 3, 1, 2);
        var (dropped, findings) = Settle(coarse, fine);
        Assert.Equal([coarse], dropped);
        Assert.Equal("duplicate-equal", Assert.Single(findings).Code.Id);
    }

    [Fact]
    public void Settle_DropsAll_WhenValuesDiffer()
    {
        var one = Of("1", 1m, 0, 0, 1);
        var two = Of("3", 3m, 0, 0, 2);
        var (dropped, findings) = Settle(one, two);
        Assert.Equal([one, two], dropped);
        Assert.All(findings, finding => Assert.Equal("duplicate-differs", finding.Code.Id));
        Assert.Contains("s!B2", findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settle_DropsBoth_WhenTwoNamesMeanOneArea_EvenWithEqualValues()
    {
        var sudan = Of("5", 5m, 0, 0, 1) with { PartnerLabel = "Sudan" };
        var former = Of("5", 5m, 0, 0, 2) with { PartnerLabel = "Sudan, former" };
        var (dropped, findings) = Settle(sudan, former);
        Assert.Equal([sudan, former], dropped);
        Assert.All(findings, finding => Assert.Equal("area-labels-collide", finding.Code.Id));
    }

    /// <summary>Two rows that compete in each of their columns are one decision; two others are another.</summary>
    [Fact]
    public void Settle_AsksOnce_WhatOneDecisionSettles()
    {
        IReadOnlyList<Observation>[] groups =
        [
            .. from year in new[] { 2021, 2022, 2023 } select Pair(year, 1, 2),
            .. from year in new[] { 2021, 2022 } select Pair(year, 7, 9),
        ];

        var settled = Duplicates.Settle(groups, AnswerBook.Empty).ToList();

        Assert.Equal([6, 4], settled.Select(one => one.Findings.Single().Figures));
        var ask = settled[0].Findings[0].Ask!;
        Assert.Equal(["s!B1…D1", "s!B2…D2"], ask.Options.Select(option => option.Is));
        Assert.Equal("KAZ-CHN X TOTAL USD 2021…2023: s!B1…D1; s!B2…D2", ask.Title);
        Assert.NotEqual(ask.About, About([.. groups[..2], Pair(2023, 1, 2, "5")]));
        Assert.NotEqual(ask.About, About(groups[..2]));

        var book = AnswerBook.Of([new(ask.Kind, ask.About, "s!B2…D2")], "a.csv");
        var answered = Duplicates.Settle(groups, book).ToList();

        Assert.Empty(answered[0].Findings);
        Assert.Equal(["B1", "C1", "D1"], answered[0].Dropped.Select(one => one.Provenance.Cell.ToString()));
        Assert.Equal(4, answered[1].Dropped.Count);

        static string About(IReadOnlyList<Observation>[] groups) =>
            Duplicates.Settle(groups, AnswerBook.Empty).First().Findings[0].Ask!.About;

        static IReadOnlyList<Observation> Pair(int year, int one, int other, string raw = "3") =>
            [InYear(Of("1", 1m, 0, 0, one), year), InYear(Of(raw, 3m, 0, 0, other), year)];

        static Observation InYear(Observation figure, int year) =>
            figure with
            {
                Key = figure.Key with { Period = TimePeriod.OfYear(year) },
                Provenance = figure.Provenance with { Cell = new(figure.Provenance.Cell.Row, year - 2019) },
            };
    }

    private static (IReadOnlyList<Observation> Dropped, IReadOnlyList<Finding> Findings) Settle(
        params IReadOnlyList<Observation> same
    ) => Assert.Single(Duplicates.Settle([same], AnswerBook.Empty));

    private static Observation Of(string raw, decimal value, int multiplier, int decimals, int row) =>
        new()
        {
            Key = new(new("KAZ"), new("CHN"), TradeFlow.X, Commodity.Total, new("USD"), TimePeriod.OfYear(2023), null),
            Value = value,
            Multiplier = multiplier,
            Decimals = decimals,
            PartnerLabel = "China",
            Provenance = new("s", new CellAddress(row, 2), raw),
        };
}
