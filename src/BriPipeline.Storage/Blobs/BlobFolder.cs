using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using BriPipeline.Core.Imports;

namespace BriPipeline.Storage;

/// <summary>A container of small blobs that are read and written whole.</summary>
internal sealed class BlobFolder(StorageAccount account, string container)
{
    private const string HashName = "sha256";

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
        await FindAsync(name, cancellation) ?? throw new BrokenBlobException($"The blob {container}/{name} is gone.");

    /// <summary>The blob's bytes where they have the hash that was written with them.</summary>
    /// <exception cref="BrokenBlobException">They have another.</exception>
    public async Task<byte[]?> FindHashedAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var found = (await (await BlobAsync(name, cancellation)).DownloadContentAsync(cancellation)).Value;
            var bytes = found.Content.ToArray();
            // Blobs of earlier programs have no hash.
            return !found.Details.Metadata.TryGetValue(HashName, out var hash) || hash == HashOf(bytes)
                ? bytes
                : throw Broken(name, hash, bytes);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    internal BrokenBlobException Broken(string name, string hash, byte[] bytes) =>
        new(
            $"The blob {container}/{name} is not what was written: its bytes have the hash {HashOf(bytes)[..16]}, not {hash[..16]}."
        );

    internal static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

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
    /// <param name="hash">Of the content, which is written with it; null for none.</param>
    public async Task<bool> AddAsync(string name, Stream content, CancellationToken cancellation, string? hash = null)
    {
        content.Position = 0;
        var blob = await BlobAsync(name, cancellation);
        try
        {
            var options = new BlobUploadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
                Metadata = hash is null
                    ? null
                    : new Dictionary<string, string>(StringComparer.Ordinal) { [HashName] = hash },
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
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation,
        BlobStates states = BlobStates.None
    )
    {
        var client = await account.ContainerAsync(container, cancellation);
        await foreach (
            var item in client.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix, States = states }, cancellation)
        )
        {
            yield return item;
        }
    }
}
