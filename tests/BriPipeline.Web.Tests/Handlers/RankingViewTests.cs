using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Handlers;

namespace BriPipeline.Web.Tests.Handlers;

public sealed class RankingViewTests
{
    private static readonly RankingChoice Choice = new(
        new(Commodity.Total, new("USD"), Frequency.A, "own", null),
        TimePeriod.OfYear(2022),
        3
    );

    [Fact]
    public void Of_RanksCountriesByExportsAndImports_AndKeepsTheWorldApart()
    {
        var view = RankingView.Of(
            Choice,
            [Choice],
            [
                TradeRows.Of("KAZ", "001", TradeFlow.X, "2022", 500),
                TradeRows.Of("KAZ", "_CIS", TradeFlow.X, "2022", 400),
                TradeRows.Of("KAZ", "CHN", TradeFlow.X, "2022", 100),
                TradeRows.Of("KAZ", "CHN", TradeFlow.M, "2022", 90),
                TradeRows.Of("KAZ", "ITA", TradeFlow.X, "2022", 150),
                TradeRows.Of("KAZ", "RUS", TradeFlow.T, "2022", 999),
                TradeRows.Of("KAZ", "UZB", TradeFlow.X, "2022", 999, "other"),
            ],
            null
        );

        Assert.Equal([("CHN", 190m), ("ITA", 150m)], view.Partners.Select(line => (line.Partner.Code, line.Sum)));
        Assert.Equal(500, view.World?.Sum);
        Assert.Equal([10m, null], view.Partners.Select(line => line.Balance));
    }
}
