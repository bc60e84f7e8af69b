using BriPipeline.Core.Imports;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Storage.Tests;

/// <summary>A real publication through the real reading into tables; skipped where the corpus is not beside the repository.</summary>
public sealed class CorpusImportTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Entry = "kz-bns-partners-2022";

    [Fact]
    public async Task Import_StoresWhatTheWorkbookSays_AndNothingTheSecondTime()
    {
        var corpus = Folder();
        Assert.SkipUnless(Directory.Exists(corpus), "../shared/corpus is not beside the repository.");
        var profile = SourceProfile.Parse(
            await File.ReadAllTextAsync(Path.Combine(corpus, "sources", Entry + ".json"))
        );
        var file = Directory
            .EnumerateFiles(Path.Combine(corpus, "files", Entry))
            .Single(path => path.Contains(".xls", StringComparison.Ordinal));
        var ports = new StoragePorts(azurite.Account);
        await ports.Reference.PutProfileAsync(profile, default);
        var import = new WorkbookImport(
            ports.Import,
            (content, name, source) => Reading.Read(content, name, source).ToResult(),
            new Clock()
        );

        var first = await ImportAsync(ports, import, profile.Name, file);
        var second = await ImportAsync(ports, import, profile.Name, file);

        Assert.Equal(UploadState.Done, first.State);
        Assert.Equal((first.Observations, 0), (first.Added, first.Unchanged));
        Assert.Equal((UploadState.Done, 0, first.Observations), (second.State, second.Added, second.Unchanged));
        var china = await ports
            .Trade.QueryAsync(
                new()
                {
                    Reporter = new("KAZ"),
                    Partner = new("CHN"),
                    From = TimePeriod.OfYear(2022),
                    To = TimePeriod.OfYear(2022),
                    Source = profile.Name,
                },
                default
            )
            .ToDictionaryAsync(row => row.Key.Flow, row => decimal.Round(row.Value / 1_000_000, 1));
        Assert.Equal((13060.2m, 11143.7m), (china[TradeFlow.X], china[TradeFlow.M]));
        var verification = new Verification(ports.Import, new Clock());
        Assert.DoesNotContain(
            await verification.VerifyAsync(false, default),
            line => line.Contains(profile.Name, StringComparison.Ordinal)
        );
    }

    private static async Task<UploadRecord> ImportAsync(
        StoragePorts ports,
        WorkbookImport import,
        string source,
        string file
    )
    {
        await using var content = File.OpenRead(file);
        await ports.Uploads.PutAsync(source, Path.GetFileName(file), content, default);
        await import.NotifyAsync(source, Path.GetFileName(file), default);
        return await ports.Ledger.ListAsync(source, default).FirstAsync();
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BriPipeline.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.Parent?.FullName ?? "", "shared", "corpus");
    }
}
