namespace BriPipeline.Local.Tests;

public sealed class SourceQueueTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_WorksForOthers_WhileOneSourceHangs_AndNeverTwiceForOne()
    {
        var hang = new TaskCompletionSource();
        var starts = new List<string>();
        var done = new TaskCompletionSource();
        using var queue = new SourceQueue(
            async (source, _) =>
            {
                lock (starts)
                {
                    starts.Add(source);
                }

                await (source == "slow" ? hang.Task : Task.CompletedTask);
                if (source == "good")
                {
                    done.TrySetResult();
                }
            },
            (_, _) => { }
        );

        queue.Start(["slow"], Cancellation);
        queue.Start(["slow", "good"], Cancellation);
        await done.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
        hang.SetResult();
        await queue.EndAsync();

        Assert.Equal(["good", "slow"], starts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Start_TellsOfAFault_AndWorksForTheSourceAgain()
    {
        var faults = new List<string?>();
        var tries = 0;
        using var queue = new SourceQueue(
            (_, _) => ++tries == 1 ? throw new IOException("away") : Task.CompletedTask,
            (_, fault) => faults.Add(fault?.Message)
        );

        queue.Start(["a"], Cancellation);
        await queue.EndAsync();
        queue.Start(["a"], Cancellation);
        await queue.EndAsync();

        Assert.Equal(["away", null], faults);
    }
}
