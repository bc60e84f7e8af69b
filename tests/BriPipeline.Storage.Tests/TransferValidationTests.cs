using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Azure.Core.Pipeline;

namespace BriPipeline.Storage.Tests;

public sealed class TransferValidationTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    [SuppressMessage("Security", "CA5351", Justification = "Content-MD5 is a checksum of Azure Storage.")]
    public async Task Put_SendsAChecksum_ThatStorageCompares()
    {
        using var line = new ChecksumLine();
        var account = new StorageAccount(
            StorageSettings.OfConnectionString(azurite.ConnectionString),
            options => options.Transport = new HttpClientTransport(line)
        );
        var bytes = RandomNumberGenerator.GetBytes(3000);

        await new StoragePorts(account).Uploads.PutAsync("kz-test", "a.csv", new MemoryStream(bytes), default);

        Assert.Equal([Convert.ToBase64String(MD5.HashData(bytes))], line.Checksums);
    }

    private sealed class ChecksumLine() : DelegatingHandler(new HttpClientHandler())
    {
        public List<string?> Checksums { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/kz-test/a.csv", StringComparison.Ordinal))
            {
                Checksums.Add(request.Content?.Headers.ContentMD5 is { } md5 ? Convert.ToBase64String(md5) : null);
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
