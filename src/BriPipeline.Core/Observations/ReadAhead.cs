using System.Collections.Concurrent;

namespace BriPipeline.Core.Observations;

/// <summary>Makes the items of a sequence on another thread, a few batches ahead of whoever consumes them: where making
/// and consuming cost about the same, a long sequence takes half the time.</summary>
internal static class ReadAhead
{
    private const int BatchItems = 256;
    private const int BatchesAhead = 4;

    /// <summary>The same items in the same order. What making them throws is thrown here. Whatever making them writes to
    /// may be looked at only after the last item.</summary>
    public static IEnumerable<T> Ahead<T>(this IEnumerable<T> items)
    {
        using var batches = new BlockingCollection<T[]>(BatchesAhead);
        using var stop = new CancellationTokenSource();
        // A thread of its own: where all threads of the pool work, the pool lets half a second pass before it adds one.
        var making = Task.Factory.StartNew(
            () => Make(items, batches, stop.Token),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        try
        {
            foreach (var batch in batches.GetConsumingEnumerable(CancellationToken.None))
            {
                foreach (var item in batch)
                {
                    yield return item;
                }
            }
        }
        finally
        {
            // Whoever stops early leaves nothing running behind.
            stop.Cancel();
            making.GetAwaiter().GetResult();
        }
    }

    private static void Make<T>(IEnumerable<T> items, BlockingCollection<T[]> batches, CancellationToken stop)
    {
        try
        {
            foreach (var batch in items.Chunk(BatchItems))
            {
                batches.Add(batch, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The rest is not needed.
        }
        finally
        {
            batches.CompleteAdding();
        }
    }
}
