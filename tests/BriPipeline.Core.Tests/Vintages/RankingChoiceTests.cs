using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Tests.Vintages;

public sealed class RankingChoiceTests
{
    private static readonly string[] Countries = ["CHN", "RUS", "ITA", "UZB"];

    [Fact]
    public void Rank_OpensWithManyPartners_BeforeANewerPeriodOfFew()
    {
        var ranked = RankingChoice.Rank([
            .. Countries.SelectMany(partner => Both(partner, "2022", "yearly")),
            .. Both("CHN", "2023-07", "monthly"),
        ]);

        Assert.Equal(
            ["yearly 2022 4", "monthly 2023-07 1"],
            ranked.Select(choice => $"{choice.Figures.Source} {choice.Period} {choice.Partners}")
        );
    }

    [Fact]
    public void Rank_TakesThePeriodToWhichHalfOfThePartnersReach()
    {
        var ranked = RankingChoice.Rank([
            .. Both("CHN", "2023", "a"),
            .. Countries[1..].SelectMany(partner => Both(partner, "2022", "a")),
        ]);

        Assert.Equal("2022", Assert.Single(ranked).Period.ToString());
    }

    [Fact]
    public void Rank_TakesTheLongestPeriod_OfThoseThatEndTogether()
    {
        var ranked = RankingChoice.Rank([
            .. Countries.SelectMany(partner => Both(partner, "2023-12", "a")),
            .. Countries.SelectMany(partner => Both(partner, "2023", "a")),
        ]);

        Assert.Equal(["2023", "2023-12"], ranked.Select(choice => choice.Period.ToString()));
    }

    [Fact]
    public void Rank_LeavesOutGroups_Commodities_AndTurnover()
    {
        var ranked = RankingChoice.Rank([
            Row("001", TradeFlow.X, "2022", "a"),
            Row("_CIS", TradeFlow.X, "2022", "a"),
            Row("CHN", TradeFlow.T, "2022", "a"),
            Row("CHN", TradeFlow.X, "2022", "a", "HS.27"),
        ]);

        Assert.Empty(ranked);
    }

    private static SeriesRow[] Both(string partner, string last, string source) =>
        [Row(partner, TradeFlow.X, last, source), Row(partner, TradeFlow.M, last, source)];

    private static SeriesRow Row(string partner, TradeFlow flow, string last, string source, string commodity = "TOTAL")
    {
        var period = TimePeriod.Parse(last);
        return new(
            new(new("KAZ"), new(partner), flow, new(commodity), new("USD"), period.Frequency, null),
            period,
            period,
            1,
            source,
            "1",
            $"{source}/a.csv"
        );
    }
}
