using BriPipeline.Core.Imports;

namespace BriPipeline.Storage.Tests;

/// <summary>All tables, plans and manifests are lost; the archive keeps what was uploaded, by which name, when and in which order.</summary>
public sealed class RestoreDrillTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Archive_RestoresTradeRevisionsAndFeed_ByteForByte()
    {
        var lost = await Office.OpenAsync(azurite.Account);
        await lost.ImportAsync("2023/a.txt", "edition 2023-05-01\nCHN X 2023-01 1\nCHN X 2023-02 2\nCHN X 2023-03 3");
        await lost.ImportAsync("2023/b.txt", "edition 2023-06-01\nCHN X 2023-02 2.5\nRUS M 2023-01 7");
        await lost.ImportAsync("2023/a.txt", "edition 2023-07-01\nCHN X 2023-01 1\nCHN X 2023-03 3");
        await lost.ImportAsync("2023/c.txt", "edition 2023-04-01\nCHN X 2023-04 9");
        await lost.ImportAsync("2023/a.txt", "edition 2023-05-01\nCHN X 2023-01 1\nCHN X 2023-02 2\nCHN X 2023-03 3");
        var versions = await lost
            .Ports.Import.Archive.ListVersionsAsync(default)
            .Where(note => note.Version?.Source == lost.Source)
            .Select(note => note.Version!)
            .ToListAsync();
        Assert.Equal(
            (await lost.LedgerAsync())
                .OrderBy(record => record.Seen)
                .Select(record => new ArchivedVersion(
                    record.Source,
                    record.Seen,
                    record.Path,
                    record.LastModified,
                    record.Sha256!
                )),
            versions
        );

        var restored = await Office.OpenAsync(azurite.Account);
        foreach (var version in versions)
        {
            await using var kept = await lost.Ports.Import.Archive.FindAsync(version.Sha256, default);
            using var reader = new StreamReader(kept!.Content);
            await restored.ImportAsync(version.Path, await reader.ReadToEndAsync());
        }

        Assert.Equal(await lost.DumpAsync(), await restored.DumpAsync());
        Assert.Equal(await lost.FeedTextAsync(), await restored.FeedTextAsync());
        Assert.DoesNotContain(await restored.Verification.VerifyAsync(false, default), restored.IsOwn);
    }
}
