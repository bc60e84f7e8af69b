using System.IO.Compression;
using System.Text;
using BriPipeline.Core.Imports;

namespace BriPipeline.Storage.Tests;

/// <summary>An archive that is uploaded: its files are uploads of their own below its path.</summary>
public sealed class ArchiveUploadTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Archive_GivesEachFileARowOfItsOwn()
    {
        var office = await Office.OpenAsync(azurite.Account);

        await ImportAsync(office, Zip(("2023/jan.txt", "CHN X 2023-01 1"), ("feb.txt", "CHN X 2023-02 2")));

        Assert.Equal(["CHN X 2023-01 1", "CHN X 2023-02 2"], await office.TradeAsync());
        Assert.Equal((UploadState.Done, 1), await EndAsync(office, "a.zip/2023/jan.txt"));
        Assert.Equal((UploadState.Done, 1), await EndAsync(office, "a.zip/feb.txt"));
        var archive = await office.NewestAsync("a.zip");
        Assert.Equal(
            (
                UploadState.Done,
                "The archive holds 2 files that are uploads of their own: 2023/jan.txt, feb.txt.",
                (long?)null
            ),
            (archive.State, archive.Cause, archive.Seq)
        );
    }

    [Fact]
    public async Task Archive_RevisesWhatItsFileSays_WhenItComesAgain()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await ImportAsync(office, Zip(("jan.txt", "CHN X 2023-01 1"), ("feb.txt", "CHN X 2023-02 2")));

        await ImportAsync(office, Zip(("jan.txt", "CHN X 2023-01 1"), ("feb.txt", "CHN X 2023-02 3")));

        Assert.Equal(["CHN X 2023-01 1", "CHN X 2023-02 3"], await office.TradeAsync());
        Assert.Equal((0, 1), await ChangesAsync(office, "a.zip/feb.txt"));
        Assert.Equal((0, 0), await ChangesAsync(office, "a.zip/jan.txt"));
    }

    [Fact]
    public async Task Archive_LeavesOut_WhatItNames()
    {
        var office = await Office.OpenAsync(azurite.Account);
        var longest = new string('a', 600) + ".txt";

        await ImportAsync(
            office,
            Zip(
                ("jan.txt", "CHN X 2023-01 1"),
                ("inner.zip", Encoding.Latin1.GetString(Zip(("feb.txt", "CHN X 2023-02 2")).ToArray())),
                (longest, "CHN X 2023-03 3"),
                ("../up.txt", "CHN X 2023-04 4")
            )
        );

        Assert.Equal(["CHN X 2023-01 1"], await office.TradeAsync());
        Assert.Equal(["a.zip", "a.zip/jan.txt"], (await office.LedgerAsync()).Select(row => row.Path).Order());
        var cause = (await office.NewestAsync("a.zip")).Cause!;
        Assert.Contains("2 were not taken", cause, StringComparison.Ordinal);
        Assert.Contains("inner.zip: it is an archive itself", cause, StringComparison.Ordinal);
        Assert.Contains($"{longest}: The path has 610 characters", cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archive_IsRejected_WhenItHoldsTooManyFiles()
    {
        var office = await Office.OpenAsync(azurite.Account);

        await ImportAsync(office, Zip([.. Enumerable.Range(0, 1001).Select(number => ($"{number}.txt", ""))]));

        var archive = await office.NewestAsync("a.zip");
        Assert.Equal(UploadState.Rejected, archive.State);
        Assert.Contains("1001 files; at most 1000", archive.Cause, StringComparison.Ordinal);
        Assert.Single(await office.LedgerAsync());
    }

    [Fact]
    public async Task Archive_IsUnpackedAgain_WhenItIsReadAgain()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await ImportAsync(office, Zip(("jan.txt", "CHN X 2023-01 1")));

        Assert.True(await office.Import().ReplayAsync(office.Source, "a.zip", default));

        Assert.Equal(["CHN X 2023-01 1"], await office.TradeAsync());
        Assert.Single(await office.FeedAsync());
        Assert.All(await office.LedgerAsync(), row => Assert.Equal(UploadState.Done, row.State));
    }

    private static async Task ImportAsync(Office office, MemoryStream archive)
    {
        office.Clock.Now = office.Clock.Now.AddMinutes(1);
        await office.Ports.Uploads.PutAsync(office.Source, "a.zip", archive, default);
        await office.Import().NotifyAsync(office.Source, "a.zip", default);
    }

    private static async Task<(UploadState, int)> EndAsync(Office office, string path) =>
        await office.NewestAsync(path) is var record ? (record.State, record.Added) : default;

    private static async Task<(int, int)> ChangesAsync(Office office, string path) =>
        await office.NewestAsync(path) is var record ? (record.Added, record.Revised) : default;

    private static MemoryStream Zip(params (string Name, string Text)[] files)
    {
        var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var file = archive.CreateEntry(name).Open();
                file.Write(Encoding.Latin1.GetBytes(text));
            }
        }

        content.Position = 0;
        return content;
    }
}
