using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Tests.Vintages;

public sealed class PairChoiceTests
{
    private static readonly SeriesRow[] Series =
    [
        Row(TradeFlow.X, "TOTAL", "USD", "2023-08", "flash"),
        Row(TradeFlow.X, "TOTAL", "USD", "2023-07", "kz-bns"),
        Row(TradeFlow.M, "TOTAL", "USD", "2023-07", "kz-bns"),
        Row(TradeFlow.X, "TOTAL", "USD", "2022", "kz-bns"),
        Row(TradeFlow.M, "TOTAL", "USD", "2022", "kz-bns"),
        Row(TradeFlow.X, "TOTAL", "KG", "2023-07", "kz-bns"),
        Row(TradeFlow.M, "TOTAL", "KG", "2023-07", "kz-bns"),
        Row(TradeFlow.X, "HS.27", "USD", "2023-07", "kz-bns"),
        Row(TradeFlow.X, "TOTAL", "USD", "2023-07", "kz-bns", "SA"),
    ];

    [Fact]
    public void Rank_OpensWithTheNewestFrequencyThatHasBothFlows_InMoney()
    {
        Assert.Equal(
            [
                "TOTAL USD M kz-bns ",
                "TOTAL USD A kz-bns ",
                "TOTAL KG M kz-bns ",
                "TOTAL USD M flash ",
                "TOTAL USD M kz-bns SA",
                "HS.27 USD M kz-bns ",
            ],
            PairChoice
                .Rank(Series)
                .Select(choice =>
                    $"{choice.Commodity} {choice.Unit} {choice.Frequency} {choice.Source} {choice.Variant}"
                )
        );
    }

    [Fact]
    public void Others_KeepTheOtherPartsWhereTheyCan()
    {
        var ranked = PairChoice.Rank(Series);
        var yearly = ranked.Single(choice => choice.Frequency == Frequency.A);

        var sources = yearly.Others(ranked, choice => choice.Source);
        var units = yearly.Others(ranked, choice => choice.Unit);

        Assert.Contains(yearly, sources);
        Assert.Contains(ranked.Single(choice => choice.Source == "flash"), sources);
        Assert.Equal(Frequency.M, units.Single(choice => choice.Unit.Code == "KG").Frequency);
    }

    private static SeriesRow Row(
        TradeFlow flow,
        string commodity,
        string unit,
        string last,
        string source,
        string? variant = null
    )
    {
        var period = TimePeriod.Parse(last);
        return new(
            new(new("KAZ"), new("CHN"), flow, new(commodity), new(unit), period.Frequency, variant),
            period,
            period,
            1,
            source,
            "2023",
            source + "/file.xlsx"
        );
    }
}
