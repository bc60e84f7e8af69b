using BriPipeline.Core.Trade;
using BriPipeline.Web.Handlers;

namespace BriPipeline.Web.Tests.Handlers;

public sealed class PairViewTests
{
    private const int Months = 100;

    [Fact]
    public void Of_ShowsTheNewestPeriods_AndSaysHowManyThereAre()
    {
        var months = Enumerable
            .Range(0, Months)
            .Select(month => $"{2010 + (month / 12)}-{(month % 12) + 1:00}")
            .Select(month => TradeRows.Of("KAZ", "CHN", TradeFlow.X, month, 1));

        var view = PairView.Of(new(Commodity.Total, new("USD"), Frequency.M, "own", null), [], months);

        Assert.Equal(PairView.MaxPeriods, view.Lines.Count);
        Assert.Equal(Months, view.Count);
        Assert.Equal("2018-04", view.Lines[^1].Period.ToString());
        Assert.Equal("2013-04", view.Earlier.ToString());
    }
}
