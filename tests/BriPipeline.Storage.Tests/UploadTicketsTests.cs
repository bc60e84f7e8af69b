using System.Web;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace BriPipeline.Storage.Tests;

public sealed class UploadTicketsTests
{
    private static readonly DateTimeOffset Expires = new(2026, 11, 25, 12, 10, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(false, "c")]
    [InlineData(true, "cw")]
    public void Sign_AllowsOneBlob_ForMinutes_OverHttps_AndToReplaceItWhereAsked(bool mayReplace, string permissions)
    {
        var blob = new BlobClient(new Uri("https://account.blob.core.windows.net/uploads/kz-bns/partners%202022.xlsx"));
        var key = BlobsModelFactory.UserDelegationKey(
            "object",
            "tenant",
            Expires.AddMinutes(-10),
            Expires,
            "b",
            "2024-11-04",
            Convert.ToBase64String(new byte[32])
        );

        var address = UploadTickets.Sign(blob, key, mayReplace);
        var query = HttpUtility.ParseQueryString(address.Query);

        Assert.Equal("/uploads/kz-bns/partners%202022.xlsx", address.AbsolutePath);
        Assert.Equal(permissions, query["sp"]);
        Assert.Equal("b", query["sr"]);
        Assert.Equal("https", query["spr"]);
        Assert.Equal("2026-11-25T12:00:00Z", query["st"]);
        Assert.Equal("2026-11-25T12:10:00Z", query["se"]);
        Assert.Equal("object", query["skoid"]);
        Assert.NotEmpty(query["sig"]!);
    }

    [Fact]
    public void Origin_IsNone_WhereThereIsAKey()
    {
        var byKey = new StorageAccount(StorageSettings.OfConnectionString("UseDevelopmentStorage=true"));
        var byIdentity = new StorageAccount(
            new(
                null,
                new("https://account.blob.core.windows.net/"),
                new("https://account.queue.core.windows.net/"),
                new("https://account.table.core.windows.net/"),
                "managedidentity",
                null
            )
        );

        Assert.Null(new UploadTickets(byKey, TimeProvider.System).Origin);
        Assert.Equal(
            "https://account.blob.core.windows.net/",
            new UploadTickets(byIdentity, TimeProvider.System).Origin!.AbsoluteUri
        );
    }
}
