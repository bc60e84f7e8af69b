using System.Runtime.CompilerServices;
using Azure;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>Container <c>uploads</c>.</summary>
public sealed class UploadStore(StorageAccount account) : IUploadStore, IUploadList
{
    private readonly BlobFolder uploads = new(account, "uploads");

    /// <summary>The name of a blob in <c>uploads</c>; a file outside of any folder has an empty source.</summary>
    internal static string NameOf(string source, string path) => source.Length == 0 ? path : $"{source}/{path}";

    public async Task PutAsync(string source, string path, Stream content, CancellationToken cancellation)
    {
        var blob = await uploads.BlobAsync(NameOf(source, path), cancellation);
        await blob.UploadAsync(content, overwrite: true, cancellation);
    }

    public async Task<UploadVersion?> FindAsync(string source, string path, CancellationToken cancellation)
    {
        var blob = await uploads.BlobAsync(NameOf(source, path), cancellation);
        try
        {
            var properties = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
            return new(source, path, properties.LastModified, TextOf(properties.ETag));
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public async IAsyncEnumerable<UploadVersion> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var item in uploads.ListAsync(null, cancellation))
        {
            var slash = item.Name.IndexOf('/', StringComparison.Ordinal);
            yield return new(
                slash < 0 ? "" : item.Name[..slash],
                item.Name[(slash + 1)..],
                item.Properties.LastModified!.Value,
                TextOf(item.Properties.ETag!.Value)
            );
        }
    }

    /// <summary>Lists give an ETag without the quotes that headers have.</summary>
    private static string TextOf(ETag etag) => etag.ToString().Trim('"');
}
