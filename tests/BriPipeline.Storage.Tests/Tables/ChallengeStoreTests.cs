using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage.Tests.Tables;

/// <summary>Doubts of readers over real tables.</summary>
public sealed class ChallengeStoreTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static readonly DateTimeOffset At = new(2023, 8, 30, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Challenges_AreListedByFigure_NewestFirst_AndClosedOnce()
    {
        var store = new ChallengeStore(azurite.Account);
        var figure = Figure("2023-07");
        var first = new Challenge(figure, At, 1.5m, "Why?", "A");
        var second = new Challenge(figure, At.AddMinutes(1), null, "And why?", "B");
        Assert.True(await store.AddAsync(first, default));
        Assert.True(await store.AddAsync(second, default));
        Assert.True(await store.AddAsync(first with { Figure = Figure("2023-08") }, default));
        // Of the same figure and time there is one.
        Assert.False(await store.AddAsync(first, default));

        Assert.Equal([second, first], await store.ListAsync(figure, default).ToListAsync());

        var answer = new ChallengeAnswer("So.", "C", At.AddDays(1));
        Assert.True(await store.AnswerAsync(figure, first.Id, answer, default));
        Assert.False(await store.AnswerAsync(figure, first.Id, answer, default));
        Assert.False(await store.AnswerAsync(figure, "none", answer, default));

        Assert.Equal([second, first with { Answer = answer }], await store.ListAsync(figure, default).ToListAsync());
        Assert.Equal(
            [first with { Answer = answer }],
            await store.ListAsync(isOpen: false, default).Where(one => one.Figure == figure).ToListAsync()
        );
        Assert.Equal(
            [second],
            await store.ListAsync(isOpen: true, default).Where(one => one.Figure == figure).ToListAsync()
        );
    }

    private static TradeKey Figure(string period) =>
        new(
            "challenged",
            new(new("KAZ"), new("CHN"), TradeFlow.X, Commodity.Total, new("USD"), TimePeriod.Parse(period), null)
        );
}
