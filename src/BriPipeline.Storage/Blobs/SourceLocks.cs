using Azure;
using Azure.Storage.Blobs.Specialized;
using BriPipeline.Core.Imports;

namespace BriPipeline.Storage;

/// <summary>Leases on <c>locks/{source}</c>.</summary>
public sealed class SourceLocks(StorageAccount account) : ISourceLocks
{
    /// <summary>How long a lease lasts after its holder was killed.</summary>
    internal static readonly TimeSpan Duration = TimeSpan.FromSeconds(60);

    private readonly BlobFolder locks = new(account, "locks");

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

        return new SourceLease(lease, Duration);
    }
}
