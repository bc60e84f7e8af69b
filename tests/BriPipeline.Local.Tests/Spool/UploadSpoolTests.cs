using System.Security.Cryptography;
using System.Text;
using BriPipeline.Core.Imports;

namespace BriPipeline.Local.Tests.Spool;

public sealed class UploadSpoolTests : IDisposable
{
    private const long Plenty = 1L << 40;
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Files => Path.Combine(folder.Path, "spool");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Put_HasBytesAndEntryOnDisk_WhenItReturns()
    {
        var receipt = await PutAsync(Spool(), "a.csv", "words");

        var kept = Assert.Single(Spool().List());
        await using var content = Spool().Open(kept);
        using var text = new StreamReader(content);
        Assert.Equal("words", await text.ReadToEndAsync(Cancellation));
        Assert.Equal(("kz-test", "a.csv", 5L), (kept.Source, kept.Path, kept.Size));
        Assert.Equal((HashOf("words"), 5L, kept.ReceivedAt), (receipt.Sha256, receipt.Size, receipt.At));
        Assert.Equal($"000000000001-{HashOf("words")}", kept.Name);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Files),
            file => file.EndsWith(".part", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Put_GoesOnCounting_InAnotherProcess_AndAfterTheFirstWentAway()
    {
        await PutAsync(Spool(), "a.csv", "one");
        await PutAsync(Spool(), "a.csv", "two");
        Spool().Remove(Spool().List()[0]);

        await PutAsync(Spool(), "a.csv", "three");

        Assert.Equal([2, 3], Spool().List().Select(upload => upload.Number));
    }

    [Fact]
    public async Task Put_LosesNoNumber_WhenManyCallAtOnce()
    {
        var spool = Spool();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => PutAsync(spool, "a.csv", $"version {i}")));

        Assert.Equal(Enumerable.Range(1, 20), spool.List().Select(upload => (int)upload.Number));
    }

    [Fact]
    public async Task Put_KeepsNothing_WhenOtherBytesWereSent()
    {
        var refused = await Assert.ThrowsAsync<UploadRefusedException>(() =>
            PutAsync(Spool(), "a.csv", "words", HashOf("other words"))
        );

        Assert.Equal(UploadRefusal.OtherHash, refused.Refusal);
        Assert.Empty(Spool().List());
        Assert.Empty(Directory.EnumerateFiles(Files));
    }

    [Fact]
    public async Task Put_AcknowledgesNothing_WhenTheDiskIsNearlyFull()
    {
        var refused = await Assert.ThrowsAsync<UploadRefusedException>(() =>
            PutAsync(Spool(DiskSpace.Reserve - 1), "a.csv", "words")
        );

        Assert.Equal(UploadRefusal.NoRoom, refused.Refusal);
        Assert.StartsWith("disk full: 255 MB are free", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Spool().List());
        Assert.Null(new DiskSpace(folder.Path, () => DiskSpace.Reserve).Refusal(0));
    }

    /// <summary>The emulator writes each of its databases anew beside the old one.</summary>
    [Fact]
    public void Refusal_CountsTheDatabasesOfTheEmulator_AndThreeCopiesOfTheUpload()
    {
        folder.Write("__azurite_db_table__.json", new string('x', 1000));

        Assert.Null(new DiskSpace(folder.Path, () => DiskSpace.Reserve + 1300).Refusal(100));
        Assert.NotNull(new DiskSpace(folder.Path, () => DiskSpace.Reserve + 1299).Refusal(100));
    }

    internal static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static Task<UploadReceipt> PutAsync(UploadSpool spool, string path, string text, string? sha256 = null) =>
        spool.PutAsync("kz-test", path, new MemoryStream(Encoding.UTF8.GetBytes(text)), Cancellation, sha256);

    private UploadSpool Spool(long free = Plenty) =>
        new(folder.Path, new DiskSpace(folder.Path, () => free), TimeProvider.System);
}
