using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>Container <c>uploads</c>.</summary>
public sealed class UploadStore(StorageAccount account) : IUploadStore, IUploadList
{
    private readonly BlobFolder uploads = new(account, "uploads");

    /// <summary>The name of a blob in <c>uploads</c>; a file outside of any folder has an empty source.</summary>
    internal static string NameOf(string source, string path) => source.Length == 0 ? path : $"{source}/{path}";

    public async Task<UploadReceipt> PutAsync(
        string source,
        string path,
        Stream content,
        CancellationToken cancellation,
        string? sha256 = null
    )
    {
        if (!content.CanSeek)
        {
            await using var copy = TemporaryFile.Create();
            await content.CopyToAsync(copy, cancellation);
            copy.Position = 0;
            return await PutAsync(source, path, copy, cancellation, sha256);
        }

        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        if (sha256 is not null && sha256 != hash)
        {
            throw UploadRefusedException.OtherHash(hash, sha256);
        }

        content.Position = 0;
        var size = content.Length;
        var version = await ReplaceAsync(source, path, content, cancellation);
        return new(source, path, size, hash, version.LastModified);
    }

    /// <summary>Writes the blob, and tells which version of it that made.</summary>
    public async Task<UploadVersion> ReplaceAsync(
        string source,
        string path,
        Stream content,
        CancellationToken cancellation
    )
    {
        var blob = await uploads.BlobAsync(NameOf(source, path), cancellation);
        var size = content.Length;
        var written = (await blob.UploadAsync(content, overwrite: true, cancellation)).Value;
        return new(source, path, written.LastModified, TextOf(written.ETag))
        {
            Size = size,
            VersionId = written.VersionId,
        };
    }

    public async Task<UploadVersion?> FindAsync(string source, string path, CancellationToken cancellation)
    {
        var blob = await uploads.BlobAsync(NameOf(source, path), cancellation);
        try
        {
            var properties = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
            return new(source, path, properties.LastModified, TextOf(properties.ETag))
            {
                Size = properties.ContentLength,
                VersionId = properties.VersionId,
            };
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public async IAsyncEnumerable<UploadVersion> ListVersionsAsync(
        string source,
        string path,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        if (await FindAsync(source, path, cancellation) is not { } newest)
        {
            yield break;
        }

        if (newest.VersionId is null)
        {
            yield return newest;
            yield break;
        }

        // Version ids are times, so that storage lists the versions of a name oldest first.
        var name = NameOf(source, path);
        await foreach (var item in uploads.ListAsync(name, cancellation, BlobStates.Version))
        {
            if (item.Name == name)
            {
                yield return VersionOf(item);
            }
        }
    }

    public IAsyncEnumerable<UploadVersion> ListAsync(CancellationToken cancellation) =>
        uploads.ListAsync(null, cancellation, BlobStates.Version).Select(VersionOf);

    private static UploadVersion VersionOf(BlobItem item)
    {
        var slash = item.Name.IndexOf('/', StringComparison.Ordinal);
        return new(
            slash < 0 ? "" : item.Name[..slash],
            item.Name[(slash + 1)..],
            item.Properties.LastModified!.Value,
            TextOf(item.Properties.ETag!.Value)
        )
        {
            Size = item.Properties.ContentLength,
            VersionId = item.VersionId,
        };
    }

    /// <summary>Lists give an ETag without the quotes that headers have.</summary>
    private static string TextOf(ETag etag) => etag.ToString().Trim('"');
}
