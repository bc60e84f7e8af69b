using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Local.Tests.Spool;

public sealed class SpoolTransferTests : IDisposable
{
    private const string Source = "kz-test";
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_EntersEveryVersionOfAPath_InOrder_WhenTheyComeWithinASecond()
    {
        await using var azurite = await StartAsync();
        await using var services = Services(azurite);
        await PutAsync(services, "a.csv", "A", "B", "C");

        await RunAsync(services);
        await services.GetRequiredService<WorkbookImport>().SweepAsync(Cancellation);

        var records = await LedgerAsync(services);
        Assert.Equal(Hashes("A", "B", "C"), records.OrderBy(record => record.Seen).Select(record => record.Sha256));
        Assert.All(records, record => Assert.Equal(UploadState.Rejected, record.State));
        Assert.Equal(Hashes("A", "B", "C").Order(), await ArchiveAsync(services));
    }

    [Fact]
    public async Task Run_EntersAgainWhatStorageLost_AndNothingTwice()
    {
        await using (var azurite = await StartAsync())
        {
            await using var services = Services(azurite);
            await PutAsync(services, "a.csv", "A", "B", "A");
            await RunAsync(services);
            await RunAsync(services);
            Assert.Equal(3, (await LedgerAsync(services)).Count);
        }

        // In memory: all is gone.
        await using var next = await StartAsync();
        await using var again = Services(next);
        await RunAsync(again);

        var records = await LedgerAsync(again);
        Assert.Equal(Hashes("A", "B", "A"), records.OrderBy(record => record.Seen).Select(record => record.Sha256));
        Assert.Equal(Hashes("A", "B").Order(), await ArchiveAsync(again));
    }

    /// <summary>What people saved is acknowledged like an upload. Storage comes back without it, or as it was before.</summary>
    [Fact]
    public async Task Run_RestoresProfilesAndAnswers_ThatStorageLost()
    {
        const string First = """{ "name": "kz-test", "publisher": "first" }""";
        var change = new AnswerChange(QuestionKind.Area, "Far abroad", "_NON_CIS", null);
        string saved;
        await using (var azurite = await StartAsync())
        {
            await using var services = Services(azurite);
            var reference = services.GetRequiredService<IReferenceStore>();
            await reference.PutProfileAsync(SourceProfile.Parse(First), Cancellation);
            await services.GetRequiredService<Answering>().RememberAsync(Source, [change], "A. Name", Cancellation);
            await reference.PutTextAsync("aliases.json", "{}", Cancellation);
            saved = (await reference.FindTextAsync("sources/kz-test.json", Cancellation))!;
        }

        await using var next = await StartAsync();
        await using var again = Services(next);
        var storage = again.GetRequiredService<StoragePorts>().Reference;
        await storage.PutProfileAsync(SourceProfile.Parse(First), Cancellation);
        await RunAsync(again);

        Assert.Contains("_NON_CIS", saved, StringComparison.Ordinal);
        Assert.Equal(saved, await storage.FindTextAsync("sources/kz-test.json", Cancellation));
        Assert.Equal("{}", await storage.FindTextAsync("aliases.json", Cancellation));
    }

    [Fact]
    public async Task Run_LeavesAProfile_ThatSomebodyElseWroteSince()
    {
        await using var azurite = await StartAsync();
        await using var services = Services(azurite);
        await services
            .GetRequiredService<IReferenceStore>()
            .PutProfileAsync(SourceProfile.Parse("""{ "name": "kz-test", "publisher": "first" }"""), Cancellation);
        var storage = services.GetRequiredService<StoragePorts>().Reference;
        await storage.PutProfileAsync(
            SourceProfile.Parse("""{ "name": "kz-test", "publisher": "other" }"""),
            Cancellation
        );

        await RunAsync(services);

        Assert.Equal("other", (await storage.FindProfileAsync(Source, Cancellation))!.Publisher);
    }

    [Fact]
    public async Task Run_NotesTheReceipt_WhenASweepSawTheVersionFirst()
    {
        await using var azurite = await StartAsync();
        await using var services = Services(azurite);
        var ports = services.GetRequiredService<StoragePorts>();
        var version = await ports.Uploads.ReplaceAsync(Source, "a.csv", new MemoryStream([65]), Cancellation);
        var import = services.GetRequiredService<WorkbookImport>();
        await import.EnterAsync(Cancellation);

        await import.RecordAsync(version with { Receipt = "1-now", Sha256 = Hashes("A").Single() }, Cancellation);

        Assert.Equal("1-now", Assert.Single(await LedgerAsync(services)).Receipt);
    }

    [Fact]
    public async Task Run_ForgetsWhatStorageHasForGood_ButNeverTheNewest()
    {
        await using var azurite = await StartAsync();
        var clock = new MovedClock();
        await using var services = Services(azurite, clock);
        await PutAsync(services, "a.csv", "A", "B");
        await RunAsync(services);
        await services.GetRequiredService<WorkbookImport>().SweepAsync(Cancellation);

        clock.Ahead = SpoolTransfer.Kept - TimeSpan.FromMinutes(1);
        await RunAsync(services);
        var early = services.GetRequiredService<UploadSpool>().List().Count;
        clock.Ahead = SpoolTransfer.Kept + TimeSpan.FromMinutes(1);
        await RunAsync(services);

        Assert.Equal(2, early);
        Assert.Equal(Hashes("B").Single(), Assert.Single(services.GetRequiredService<UploadSpool>().List()).Sha256);
    }

    private static IEnumerable<string> Hashes(params string[] texts) => texts.Select(UploadSpoolTests.HashOf);

    private static async Task PutAsync(IServiceProvider services, string path, params string[] texts)
    {
        foreach (var text in texts)
        {
            var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
            await services.GetRequiredService<IUploadStore>().PutAsync(Source, path, content, Cancellation);
        }
    }

    private static Task RunAsync(IServiceProvider services) =>
        services.GetRequiredService<SpoolTransfer>().RunAsync(Cancellation);

    private static ValueTask<List<UploadRecord>> LedgerAsync(IServiceProvider services) =>
        services.GetRequiredService<ILedger>().ListAsync(Source, Cancellation).ToListAsync(Cancellation);

    private static ValueTask<List<string>> ArchiveAsync(IServiceProvider services) =>
        services
            .GetRequiredService<StoragePorts>()
            .Import.Archive.ListAsync(Cancellation)
            .Order()
            .ToListAsync(Cancellation);

    private Task<AzuriteProcess> StartAsync() =>
        AzuriteProcess.StartAsync(folder.Path, inMemory: true, _ => { }, Cancellation);

    private ServiceProvider Services(AzuriteProcess azurite, TimeProvider? clock = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Data", azurite.ConnectionString)])
            .Build();
        return LocalServices.Of(configuration, folder.Path, clock);
    }

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
