using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using BriPipeline.Core.Imports;

namespace BriPipeline.Storage;

/// <summary>Container <c>archive</c>. A version is read into a temporary file, so its size does not matter to memory.</summary>
public sealed class ArchiveStore(StorageAccount account) : IArchive
{
    /// <summary>Beside the bytes, which are named by their hash alone.</summary>
    private const string Notes = "versions/";

    private readonly BlobFolder uploads = new(account, "uploads");
    private readonly BlobFolder archive = new(account, "archive");

    public async Task<ArchivedUpload?> TakeAsync(UploadRecord record, CancellationToken cancellation)
    {
        var blob = await uploads.BlobAsync(UploadStore.NameOf(record.Source, record.Path), cancellation);
        blob = record.VersionId is { } version ? blob.WithVersion(version) : blob;
        if (await DownloadAsync(blob, new ETag(record.ETag), cancellation) is not { } content)
        {
            return null;
        }

        try
        {
            var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
            await KeepAsync(sha256, content, cancellation);
            content.Position = 0;
            return new ArchivedUpload(sha256, content);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    public async Task KeepAsync(string sha256, Stream content, CancellationToken cancellation)
    {
        var kept = await archive.BlobAsync(sha256, cancellation);
        if (!await kept.ExistsAsync(cancellation))
        {
            await KeepAsync(kept, content, cancellation);
        }
        else if (!await IsSoundAsync(sha256, cancellation))
        {
            content.Position = 0;
            await kept.UploadAsync(content, overwrite: true, cancellation);
        }
    }

    public async Task<ArchivedUpload?> FindAsync(string sha256, CancellationToken cancellation)
    {
        var blob = await archive.BlobAsync(sha256, cancellation);
        if (await DownloadAsync(blob, null, cancellation) is not { } content)
        {
            return null;
        }

        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        if (hash != sha256)
        {
            await content.DisposeAsync();
            throw new BrokenBlobException(
                $"The blob archive/{sha256} is not what was uploaded: its bytes have the hash {hash}."
            );
        }

        content.Position = 0;
        return new ArchivedUpload(sha256, content);
    }

    private async Task<bool> IsSoundAsync(string sha256, CancellationToken cancellation)
    {
        try
        {
            await using var upload = await FindAsync(sha256, cancellation);
            return upload is not null;
        }
        catch (BrokenBlobException)
        {
            return false;
        }
    }

    public async Task NoteAsync(ArchivedVersion version, CancellationToken cancellation)
    {
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{Notes}{version.Source}/{version.Seen:D12}-{version.LastModified.UtcTicks:D19}-{version.Sha256[..16]}.json"
        );
        var json = JsonSerializer.SerializeToUtf8Bytes(version, JsonSerializerOptions.Web);
        await archive.AddAsync(name, new MemoryStream(json), cancellation, BlobFolder.HashOf(json));
    }

    public async IAsyncEnumerable<(string Name, ArchivedVersion? Version)> ListVersionsAsync(
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var blob in archive.ListAsync(Notes, cancellation))
        {
            ArchivedVersion? version;
            try
            {
                var json = await archive.FindHashedAsync(blob.Name, cancellation);
                version = json is null
                    ? null
                    : JsonSerializer.Deserialize<ArchivedVersion>(json, JsonSerializerOptions.Web);
            }
            catch (BrokenBlobException)
            {
                version = null;
            }

            yield return (blob.Name, version);
        }
    }

    public IAsyncEnumerable<string> ListAsync(CancellationToken cancellation) =>
        archive
            .ListAsync(null, cancellation)
            .Select(blob => blob.Name)
            .Where(name => !name.StartsWith(Notes, StringComparison.Ordinal));

    private static async Task KeepAsync(BlobClient kept, Stream content, CancellationToken cancellation)
    {
        content.Position = 0;
        try
        {
            var options = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await kept.UploadAsync(content, options, cancellation);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // Somebody archived the same bytes meanwhile.
        }
    }

    private static async Task<FileStream?> DownloadAsync(BlobClient blob, ETag? etag, CancellationToken cancellation)
    {
        var file = TemporaryFile.Create();
        try
        {
            var options = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = etag } };
            using var download = (await blob.DownloadStreamingAsync(options, cancellation)).Value;
            await download.Content.CopyToAsync(file, cancellation);
            file.Position = 0;
            return file;
        }
        catch (Exception e)
        {
            await file.DisposeAsync();
            if (e is RequestFailedException { Status: 404 or 412 })
            {
                return null;
            }

            throw;
        }
    }
}
