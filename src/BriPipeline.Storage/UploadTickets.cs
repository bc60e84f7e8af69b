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
    /// <summary>Clocks differ, and a ticket that is not valid yet is refused.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public Uri? Origin => account.IsByIdentity ? new Uri(account.Blobs.Uri.GetLeftPart(UriPartial.Authority)) : null;

    public async Task<Uri> SignAsync(
        string source,
        string path,
        bool mayReplace,
        TimeSpan lifetime,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var key = await account.Blobs.GetUserDelegationKeyAsync(now - ClockSkew, now + lifetime, cancellation);
        var container = await account.ContainerAsync("uploads", cancellation);
        return Sign(container.GetBlobClient(UploadStore.NameOf(source, path)), key.Value, mayReplace);
    }

    /// <summary>Of this blob alone, over https, for as long as the key is valid. Storage refuses a blob that is there to a ticket
    /// that may only create.</summary>
    internal static Uri Sign(BlobClient blob, UserDelegationKey key, bool mayReplace)
    {
        var ticket = new BlobSasBuilder
        {
            BlobContainerName = blob.BlobContainerName,
            BlobName = blob.Name,
            Resource = "b",
            StartsOn = key.SignedStartsOn,
            ExpiresOn = key.SignedExpiresOn,
            Protocol = SasProtocol.Https,
        };
        ticket.SetPermissions(BlobSasPermissions.Create | (mayReplace ? BlobSasPermissions.Write : default));
        return new BlobUriBuilder(blob.Uri) { Sas = ticket.ToSasQueryParameters(key, blob.AccountName) }.ToUri();
    }
}
