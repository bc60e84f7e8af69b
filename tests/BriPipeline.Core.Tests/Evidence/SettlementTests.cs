using BriPipeline.Core.Evidence;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Evidence;

public sealed class SettlementTests
{
    [Fact]
    public void Of_TakesTheNearestReach_WhereAllThereAgree()
    {
        var settled = Flow((Reach.SheetName, TradeFlow.X), (Reach.Caption, TradeFlow.X), (Reach.Caption, TradeFlow.X));

        Assert.Equal(TradeFlow.X, settled.Value);
        Assert.Empty(settled.Rivals);
        Assert.Empty(settled.Contradictions);
    }

    [Fact]
    public void Of_TellsAFartherStatement_ThatContradicts()
    {
        var settled = Flow((Reach.SheetName, TradeFlow.M), (Reach.Caption, TradeFlow.X));

        Assert.Equal(TradeFlow.X, settled.Value);
        Assert.Equal(TradeFlow.M, Assert.Single(settled.Contradictions).Value);
    }

    [Fact]
    public void Of_LeavesRivals_WhereTheNearestReachSaysTwoThings()
    {
        var settled = Flow((Reach.Caption, TradeFlow.X), (Reach.Caption, TradeFlow.M), (Reach.SheetName, TradeFlow.X));

        Assert.Null(settled.Value);
        Assert.Equal([TradeFlow.X, TradeFlow.M], settled.Rivals.Select(rival => (TradeFlow)rival.Value));
    }

    [Fact]
    public void Of_IsDeafToAFileName_ThatSaysTheFlow() => Assert.Null(Flow((Reach.FileName, TradeFlow.X)).Value);

    [Fact]
    public void Of_AddsThePower_ThatAFartherPlaceSaysOfTheSameUnit()
    {
        var settled = Unit((Reach.Caption, "USD", null), (Reach.OtherSheet, "USD", 6));

        Assert.Equal(new ScaledUnit(new("USD"), 6), settled.Value);
        Assert.Empty(settled.Contradictions);
    }

    [Fact]
    public void Of_TakesNoPower_ThatIsSaidOfAnotherUnit()
    {
        var settled = Unit((Reach.Caption, "EUR", null), (Reach.OtherSheet, "USD", 3));

        Assert.Equal(new ScaledUnit(new("EUR"), null), settled.Value);
        Assert.Single(settled.Contradictions);
    }

    [Fact]
    public void Of_HearsNoContradiction_BetweenMoneyAndWeight()
    {
        var settled = Unit((Reach.Caption, "USD", 6), (Reach.Note, "KG", 3));

        Assert.Equal(new ScaledUnit(new("USD"), 6), settled.Value);
        Assert.Empty(settled.Contradictions);
    }

    [Fact]
    public void Of_TakesNothing_FromAFartherPlaceThatSaysTwoThings()
    {
        var settled = Unit((Reach.Caption, null, 6), (Reach.Note, "CNY", 6), (Reach.Note, "JPY", 6));

        Assert.Equal(new ScaledUnit(null, 6), settled.Value);
        Assert.Empty(settled.Contradictions);
    }

    [Fact]
    public void All_HasOneRow_ForEachDimension() =>
        Assert.Equal(Enum.GetValues<Dimension>(), DimensionPolicy.All.Select(policy => policy.Dimension).Order());

    private static Settlement Flow(params (Reach Reach, TradeFlow Flow)[] said) =>
        Settlement.Of(
            [.. said.Select(one => new Statement(Dimension.Flow, one.Flow, one.Reach, ""))],
            DimensionPolicy.Of(Dimension.Flow)
        );

    private static Settlement Unit(params (Reach Reach, string? Unit, int? Power)[] said) =>
        Settlement.Of(
            [
                .. said.Select(one => new Statement(
                    Dimension.Unit,
                    new ScaledUnit(one.Unit is null ? null : new Unit(one.Unit), one.Power),
                    one.Reach,
                    ""
                )),
            ],
            DimensionPolicy.Of(Dimension.Unit)
        );
}
