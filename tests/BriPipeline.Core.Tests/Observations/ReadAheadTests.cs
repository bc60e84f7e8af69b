using BriPipeline.Core.Observations;
using Xunit;

namespace BriPipeline.Core.Tests.Observations;

public sealed class ReadAheadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1024)]
    [InlineData(10_000)]
    public void Ahead_GivesTheSameItemsInTheSameOrder(int count) =>
        Assert.Equal(Enumerable.Range(0, count), Enumerable.Range(0, count).Ahead());

    [Fact]
    public void Ahead_ThrowsWhatMakingThrows()
    {
        var thrown = Assert.Throws<InvalidDataException>(() => FailingAt(3000).Ahead().Count());

        Assert.Equal("item 3000", thrown.Message);
    }

    [Fact]
    public void Ahead_StopsMaking_WhenTheConsumerStops()
    {
        var made = 0;
        var isOver = false;

        foreach (var _ in Endless().Ahead())
        {
            break;
        }

        Assert.True(isOver);
        Assert.InRange(made, 1, 1024 * 7);

        IEnumerable<int> Endless()
        {
            try
            {
                while (true)
                {
                    yield return made++;
                }
            }
            finally
            {
                isOver = true;
            }
        }
    }

    private static IEnumerable<int> FailingAt(int end)
    {
        for (var i = 0; i < end; i++)
        {
            yield return i;
        }

        throw new InvalidDataException($"item {end}");
    }
}
