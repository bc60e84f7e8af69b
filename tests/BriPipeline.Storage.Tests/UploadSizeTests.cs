using System.Security.Cryptography;
using System.Text;
using BriPipeline.Core.Imports;
using BriPipeline.Storm;

namespace BriPipeline.Storage.Tests;

/// <summary>Whoever has an address signed for him, or a role on the container, puts files of any size.</summary>
public sealed class UploadSizeTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Text = "CHN X 2023-01 5";

    [Theory]
    [InlineData(200L << 20, UploadState.Done)]
    [InlineData((200L << 20) + 1, UploadState.Rejected)]
    [InlineData(5L << 40, UploadState.Rejected)]
    public async Task Import_RefusesALargeFile_BeforeAnythingOfItIsCopied(long size, UploadState end)
    {
        var office = await Office.OpenAsync(azurite.Account);
        var text = $"{Text}\nremark {office.Source}";
        await office.PutAsync("a.txt", text);
        var version = (await office.Ports.Uploads.FindAsync(office.Source, "a.txt", default))!;
        await office.Import().RecordAsync(version with { Size = size }, default);

        await office.Import().DrainAsync(office.Source, default);

        var record = await office.NewestAsync("a.txt");
        Assert.Equal(end, record.State);
        Assert.Equal(end == UploadState.Done, record.Sha256 is not null);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        await using var archived = await office.Ports.Import.Archive.FindAsync(sha256, default);
        Assert.Equal(end == UploadState.Done, archived is not null);
        if (end == UploadState.Rejected)
        {
            Assert.Contains("at most 200 MB are read", record.Cause, StringComparison.Ordinal);
        }
    }
}
