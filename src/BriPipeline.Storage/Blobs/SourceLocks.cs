using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs.Specialized;
using BriPipeline.Core.Imports;

namespace BriPipeline.Storage;

/// <summary>Leases on <c>locks/{source}</c>. Disposing, as a process that ends does, stops the work under those that are held and waits
/// until they are given back, so that the next worker need not wait until they end.</summary>
public sealed class SourceLocks(StorageAccount account) : ISourceLocks, IAsyncDisposable
{
    /// <summary>A Functions host kills a worker ten seconds after it told it to stop.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long a lease lasts after its holder was killed.</summary>
    internal static readonly TimeSpan Duration = TimeSpan.FromSeconds(60);

    private readonly BlobFolder locks = new(account, "locks");
    private readonly ConcurrentDictionary<SourceLease, bool> held = new();

    public async Task<ISourceLease?> TryAcquireAsync(string source, CancellationToken cancellation)
    {
        var name = UploadKey.PartitionOf(source);
        var lease = (await locks.BlobAsync(name, cancellation)).GetBlobLeaseClient();
        try
        {
            await lease.AcquireAsync(Duration, cancellationToken: cancellation);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            await locks.AddAsync(name, Stream.Null, cancellation);
            return await TryAcquireAsync(source, cancellation);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return null;
        }

        var taken = new SourceLease(lease, Duration);
        held.TryAdd(taken, true);
        _ = taken.Ended.ContinueWith(
            _ => held.TryRemove(taken, out var _),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        var leases = held.Keys.ToList();
        foreach (var lease in leases)
        {
            await lease.RecallAsync();
        }

        try
        {
            await Task.WhenAll(leases.Select(lease => lease.Ended)).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            // Storage does not answer: the leases end by themselves.
        }
    }
}
