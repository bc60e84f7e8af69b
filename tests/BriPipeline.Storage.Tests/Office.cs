using System.Text;
using Azure.Data.Tables;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Pipeline;

namespace BriPipeline.Storage.Tests;

/// <summary>A source of a test's own, with a reporter of its own, and what it uploads.</summary>
internal sealed class Office
{
    private static int offices;

    private Office(StorageAccount account, string source, string reporter)
    {
        Account = account;
        Source = source;
        Reporter = reporter;
        Ports = new StoragePorts(account);
    }

    public StorageAccount Account { get; }
    public string Source { get; }
    public string Reporter { get; }
    public StoragePorts Ports { get; }
    public Clock Clock { get; } = new();

    public static async Task<Office> OpenAsync(AzuriteFixture azurite)
    {
        var number = Interlocked.Increment(ref offices);
        var reporter = $"Q{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}";
        var office = new Office(azurite.Account, $"office-{number}", reporter);
        await office.Ports.Reference.PutProfileAsync(
            new SourceProfile { Name = office.Source, Reporter = reporter },
            default
        );
        return office;
    }

    public WorkbookImport Import(ImportPorts? ports = null, string engine = "1") =>
        new(ports ?? Ports.Import, TextReading.Read, Clock, engine);

    /// <summary>The import as another process runs it, on another way to the account.</summary>
    public WorkbookImport Import(StorageAccount account) => Import(new StoragePorts(account).Import);

    public Verification Verification => new(Ports.Import, Clock);

    /// <summary>True for a line of a verification that is about this source.</summary>
    public bool IsOwn(string line) => line.Contains(Source, StringComparison.Ordinal);

    /// <summary>Uploads without ringing.</summary>
    public Task PutAsync(string path, string text) =>
        Ports.Uploads.PutAsync(Source, path, new MemoryStream(Encoding.UTF8.GetBytes(text)), default);

    /// <summary>Uploads, imports, and returns the ledger's row.</summary>
    public async Task<UploadRecord> ImportAsync(string path, string text)
    {
        Clock.Now = Clock.Now.AddMinutes(1);
        await PutAsync(path, text);
        await Import().RingAsync(Source, path, default);
        return await NewestAsync(path);
    }

    public async Task<UploadRecord> NewestAsync(string path) =>
        (await LedgerAsync()).First(record => record.Path == path);

    public async Task<List<UploadRecord>> LedgerAsync() => await Ports.Ledger.ListAsync(Source, default).ToListAsync();

    public async Task<List<FeedRow>> FeedAsync() =>
        await Ports.Feed.ListAsync(0, default).Where(row => row.Source == Source).ToListAsync();

    /// <summary>The rows of <c>Trade</c> as <c>CHN X 2023-07 12.5</c>, in thousands.</summary>
    public async Task<string[]> TradeAsync(DateTimeOffset? asOf = null) =>
        await Ports
            .Trade.QueryAsync(new TradeQuery { Source = Source, AsOf = asOf }, default)
            .Select(row =>
                FormattableString.Invariant(
                    $"{row.Key.Partner} {row.Key.Flow} {row.Key.Period} {row.Value / 1000:0.###}"
                )
            )
            .ToArrayAsync();

    /// <summary>The kinds of <c>Revisions</c>, newest first within a key, as <c>CHN 2023-07 revised 1 to 2</c>.</summary>
    public async Task<string[]> RevisionsAsync() =>
        await Rows("Revisions")
            .Select(row =>
                FormattableString.Invariant(
                    $"{row.PartitionKey[4..]} {row.RowKey.Split('|')[5]} {row.GetString("Kind")} {row.GetDouble("OldValue") / 1000} to {row.GetDouble("NewValue") / 1000}"
                )
            )
            .ToArrayAsync();

    /// <summary>All published tables, with neutral names for source and reporter.</summary>
    public async Task<string> DumpAsync() =>
        string.Join(
                "\n\n",
                await DumpAsync("Trade"),
                await DumpAsync("TradeByPeriod"),
                await DumpAsync("Revisions"),
                await DumpAsync("Series")
            )
            .Replace(Source, "SOURCE", StringComparison.Ordinal)
            .Replace(Reporter, "REPORTER", StringComparison.Ordinal);

    /// <summary>Every column of every row of the source, fences and the service's own columns aside.</summary>
    public async Task<string> DumpAsync(string table) =>
        string.Join(
            '\n',
            await Rows(table)
                .Select(row =>
                    $"{row.PartitionKey} {row.RowKey} "
                    + string.Join(
                        ' ',
                        row.Where(column =>
                                column.Key is not ("odata.etag" or "Timestamp" or "PartitionKey" or "RowKey")
                            )
                            .OrderBy(column => column.Key, StringComparer.Ordinal)
                            .Select(column => FormattableString.Invariant($"{column.Key}={column.Value}"))
                    )
                )
                .ToArrayAsync()
        );

    public IAsyncEnumerable<TableEntity> Rows(string table) =>
        Account
            .Tables.GetTableClient(table)
            .QueryAsync<TableEntity>($"Source eq '{Source}'")
            .OrderBy(row => row.PartitionKey, StringComparer.Ordinal)
            .ThenBy(row => row.RowKey, StringComparer.Ordinal);
}

/// <summary>A clock that stands.</summary>
internal sealed class Clock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
