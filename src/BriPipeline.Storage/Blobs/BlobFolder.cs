using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace BriPipeline.Storage;

/// <summary>A container of small blobs that are read and written whole.</summary>
internal sealed class BlobFolder(StorageAccount account, string container)
{
    public async Task<BlobClient> BlobAsync(string name, CancellationToken cancellation) =>
        (await account.ContainerAsync(container, cancellation)).GetBlobClient(name);

    public async Task<byte[]?> FindAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var blob = await BlobAsync(name, cancellation);
            return (await blob.DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public async Task<byte[]> GetAsync(string name, CancellationToken cancellation) =>
        await FindAsync(name, cancellation)
        ?? throw new InvalidOperationException($"The blob {container}/{name} is gone.");

    /// <summary>Writes the blob, over an older one if need be.</summary>
    public async Task PutAsync(
        string name,
        string contentType,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellation
    )
    {
        var blob = await BlobAsync(name, cancellation);
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } };
        await blob.UploadAsync(new BinaryData(content), options, cancellation);
    }

    /// <summary>Writes what a change makes of the blob's bytes (null where there is none), again where somebody else wrote meanwhile.</summary>
    public async Task ChangeAsync(
        string name,
        string contentType,
        Func<byte[]?, byte[]> change,
        CancellationToken cancellation
    )
    {
        var blob = await BlobAsync(name, cancellation);
        while (true)
        {
            var (before, unchanged) = await ReadAsync(blob, cancellation);
            var options = new BlobUploadOptions
            {
                Conditions = unchanged,
                HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            };
            try
            {
                await blob.UploadAsync(new BinaryData(change(before)), options, cancellation);
                return;
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412)
            {
                // Somebody else has written; what stands there now is changed instead.
            }
        }
    }

    private static async Task<(byte[]? Content, BlobRequestConditions Unchanged)> ReadAsync(
        BlobClient blob,
        CancellationToken cancellation
    )
    {
        try
        {
            var found = (await blob.DownloadContentAsync(cancellation)).Value;
            return (found.Content.ToArray(), new() { IfMatch = found.Details.ETag });
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return (null, new() { IfNoneMatch = ETag.All });
        }
    }

    /// <summary>Writes the blob unless there is one; false if there is.</summary>
    public async Task<bool> AddAsync(string name, Stream content, CancellationToken cancellation)
    {
        content.Position = 0;
        var blob = await BlobAsync(name, cancellation);
        try
        {
            var options = new BlobUploadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
            };
            await blob.UploadAsync(content, options, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }

    public async IAsyncEnumerable<BlobItem> ListAsync(
        string? prefix,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var client = await account.ContainerAsync(container, cancellation);
        await foreach (var item in client.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellation))
        {
            yield return item;
        }
    }
}
