using System.Collections.Concurrent;

namespace BriPipeline.Core.Pipeline;

/// <summary>Makes the next items of a sequence on another thread while the last ones are worked on.</summary>
internal static class Ahead
{
    private const int BatchSize = 1024;
    private const int BatchesAhead = 4;

    /// <summary>The same items in the same order; what the sequence throws is thrown here.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> items)
    {
        using var batches = new BlockingCollection<T[]>(BatchesAhead);
        using var abandoned = new CancellationTokenSource();
        var making = Task.Run(() =>
        {
            try
            {
                foreach (var batch in items.Chunk(BatchSize))
                {
                    batches.Add(batch, abandoned.Token);
                }
            }
            finally
            {
                batches.CompleteAdding();
            }
        });
        try
        {
            foreach (var batch in batches.GetConsumingEnumerable())
            {
                foreach (var item in batch)
                {
                    yield return item;
                }
            }

            making.GetAwaiter().GetResult();
        }
        finally
        {
            // A reader that stops early must not leave the maker waiting for room.
            abandoned.Cancel();
            ((IAsyncResult)making).AsyncWaitHandle.WaitOne();
        }
    }
}
