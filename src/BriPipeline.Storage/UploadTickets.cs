using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>Signs addresses of single blobs in <c>uploads</c> by a user delegation key, which only an identity is given: there is no
/// account key to sign with.</summary>
public sealed class UploadTickets(StorageAccount account, TimeProvider clock) : IUploadTickets
{
    public Uri? Origin => account.IsByIdentity ? new Uri(account.Blobs.Uri.GetLeftPart(UriPartial.Authority)) : null;

    public async Task<Uri> SignAsync(string source, string path, TimeSpan lifetime, CancellationToken cancellation)
    {
        var expires = clock.GetUtcNow() + lifetime;
        var key = await account.Blobs.GetUserDelegationKeyAsync(null, expires, cancellation);
        var container = await account.ContainerAsync("uploads", cancellation);
        return Sign(container.GetBlobClient(UploadStore.NameOf(source, path)), key.Value, expires);
    }

    /// <summary>Create and write, of this blob alone, over https.</summary>
    internal static Uri Sign(BlobClient blob, UserDelegationKey key, DateTimeOffset expires)
    {
        var ticket = new BlobSasBuilder
        {
            BlobContainerName = blob.BlobContainerName,
            BlobName = blob.Name,
            Resource = "b",
            ExpiresOn = expires,
            Protocol = SasProtocol.Https,
        };
        ticket.SetPermissions(BlobSasPermissions.Create | BlobSasPermissions.Write);
        return new BlobUriBuilder(blob.Uri) { Sas = ticket.ToSasQueryParameters(key, blob.AccountName) }.ToUri();
    }
}
