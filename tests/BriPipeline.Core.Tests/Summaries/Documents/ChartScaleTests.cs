using BriPipeline.Core.Summaries.Documents;

namespace BriPipeline.Core.Tests.Summaries.Documents;

public sealed class ChartScaleTests
{
    [Theory]
    [InlineData(0, 17_880, 0, 20_000, 5_000)]
    [InlineData(0, 20_000, 0, 20_000, 5_000)]
    [InlineData(0, 0.4, 0, 1, 1)]
    [InlineData(0, 0, 0, 1, 1)]
    [InlineData(-30, 90, -50, 100, 50)]
    [InlineData(-7, -3, -8, 0, 2)]
    [InlineData(3, 9, 0, 10, 2)]
    public void Of_EnclosesAllValues_BetweenTwoLines(
        double lowest,
        double highest,
        double low,
        double high,
        double step
    )
    {
        Assert.Equal(new ChartScale(low, high, step), ChartScale.Of([lowest, highest]));
    }
}
