using System.Collections.Concurrent;
using BriPipeline.Core.Imports;

namespace BriPipeline.Storage;

/// <summary>Queue <c>wake-ups</c>: a message is the name of a source, and is seen after the longest time for which a killed worker's
/// lease lasts.</summary>
public sealed class WakeUpQueue(StorageAccount account, TimeProvider clock) : IWakeUps
{
    public const string Name = "wake-ups";

    private static readonly TimeSpan Delay = SourceLocks.Duration + TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<string, long> left = new(StringComparer.Ordinal);

    /// <summary>One message of a source at a time from each process: a thousand events of one office find its lease held.</summary>
    public async Task LeaveAsync(string source, CancellationToken cancellation)
    {
        // Shorter than the delay: whoever a message calls may have to leave the next.
        if (left.TryGetValue(source, out var before) && clock.GetElapsedTime(before) < SourceLocks.Duration)
        {
            return;
        }

        var queue = await account.QueueAsync(Name, cancellation);
        await queue.SendMessageAsync(source, visibilityTimeout: Delay, cancellationToken: cancellation);
        left[source] = clock.GetTimestamp();
    }
}
