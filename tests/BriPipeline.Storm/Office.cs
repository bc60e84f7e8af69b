using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Specialized;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Storage;

namespace BriPipeline.Storm;

/// <summary>A source of a test's own, with a reporter of its own, and what it uploads.</summary>
internal sealed partial class Office
{
    /// <summary>Names the reader of all offices.</summary>
    public const string Engine = "1";

    /// <summary>Reporters of offices, one each; those that the texts name as partners are left out.</summary>
    private static readonly IReadOnlyList<string> Reporters =
    [
        .. AreaCodeList
            .Standard.All.Where(area => area.IsCountry)
            .Select(area => area.Code)
            .Except(["CHN", "RUS", "KAZ", "UZB", "DEU"], StringComparer.Ordinal),
    ];

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

    public static async Task<Office> OpenAsync(StorageAccount account)
    {
        var number = Interlocked.Increment(ref offices);
        var reporter = Reporters[number % Reporters.Count];
        var office = new Office(account, $"office-{number}", reporter);
        await office.Ports.Reference.PutProfileAsync(
            new SourceProfile { Name = office.Source, Reporter = reporter },
            default
        );
        return office;
    }

    public WorkbookImport Import(ImportPorts? ports = null, string engine = Engine) =>
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
        await Import().NotifyAsync(Source, path, default);
        return await NewestAsync(path);
    }

    public async Task<UploadRecord> NewestAsync(string path) =>
        (await LedgerAsync()).First(record => record.Path == path);

    public async Task<List<UploadRecord>> LedgerAsync() => await Ports.Ledger.ListAsync(Source, default).ToListAsync();

    /// <summary>The source's messages of the poison queue.</summary>
    public async Task<List<PoisonMessage>> PoisonAsync()
    {
        var queue = Account.Queues.GetQueueClient("webjobs-blobtrigger-poison");
        await queue.CreateIfNotExistsAsync();
        return
        [
            .. (await queue.PeekMessagesAsync(32))
                .Value.Select(message => PoisonMessage.Read(message.Body.ToString())!)
                .Where(message => message.Source == Source),
        ];
    }

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
        Neutral(
            string.Join(
                "\n\n",
                await DumpAsync("Trade"),
                await DumpAsync("TradeByPeriod"),
                await DumpAsync("Revisions"),
                await DumpAsync("Series")
            )
        );

    /// <summary>Ends the lease of a worker that was killed, which a test need not wait for.</summary>
    public async Task BreakLeaseAsync()
    {
        var blob = Account.Blobs.GetBlobContainerClient("locks").GetBlobClient(Source);
        try
        {
            await blob.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409)
        {
            // It had not begun, or was done.
        }
    }

    /// <summary>How far each partition was written: so many batches of which import.</summary>
    public async Task<string> FencesAsync()
    {
        var fences = new List<string>();
        foreach (var table in new[] { "Trade", "TradeByPeriod", "Series" })
        {
            await foreach (
                var row in Account.Tables.GetTableClient(table).QueryAsync<TableEntity>($"RowKey eq '!{Source}'")
            )
            {
                fences.Add($"{table} {row.PartitionKey} {row["Seq"]} {row["Batch"]}");
            }
        }

        return Neutral(string.Join('\n', fences.Order(StringComparer.Ordinal)));
    }

    /// <summary>The ledger without times and tries, by path.</summary>
    public async Task<string> LedgerTextAsync() =>
        string.Join(
            '\n',
            (await LedgerAsync())
                .Select(record =>
                    $"{record.Path} {record.State} {record.Seq} {record.Sha256} {record.ProfileSha256 is null} {record.Observations} "
                    + $"{record.Added} {record.Revised} {record.Retracted} {record.Restored} {record.Unchanged} "
                    + $"{record.Findings} {record.Layout} {record.Cause}"
                )
                .Order(StringComparer.Ordinal)
        );

    public async Task<string> FeedTextAsync() =>
        Neutral(
            string.Join(
                '\n',
                (await FeedAsync()).Select(row =>
                    $"{row.Seq} {row.Counts} {row.Upload} {row.Plan} {Hash().Replace(row.State, "")}"
                )
            )
        );

    /// <summary>Names and contents of blobs, without the times of uploads.</summary>
    public async Task<string> BlobsAsync(string container, string prefix)
    {
        var blobs = new List<string>();
        var client = Account.Blobs.GetBlobContainerClient(container);
        await foreach (var blob in client.GetBlobsAsync(new() { Prefix = prefix }, default))
        {
            var bytes = (await client.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content;
            var content = blob.Name.EndsWith(".xlsx", StringComparison.Ordinal) ? TextsOf(bytes) : bytes.ToString();
            blobs.Add($"{blob.Name}\n{Hash().Replace(content, "")}");
        }

        return Neutral(Seen().Replace(Time().Replace(string.Join("\n\n", blobs), "TIME"), ""));
    }

    /// <summary>The parts of a package: packed, they would differ with the names in them.</summary>
    private static string TextsOf(BinaryData package)
    {
        using var archive = new ZipArchive(package.ToStream());
        var texts = new StringBuilder();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            texts.Append(entry.FullName).Append('\n').Append(reader.ReadToEnd()).Append('\n');
        }

        return texts.ToString();
    }

    private string Neutral(string text) =>
        new[] { "en", "ru", "kk", "zh" }
            .Select(language => AreaCodeList.Standard.NameOf(new(Reporter), language))
            .SelectMany(name => new[] { name, WebUtility.HtmlEncode(name) })
            .Aggregate(
                text.Replace(Source, "SOURCE", StringComparison.Ordinal)
                    .Replace(Reporter, "REPORTER", StringComparison.Ordinal),
                (neutral, name) => neutral.Replace(name, "NAME", StringComparison.Ordinal)
            );

    /// <summary>When something was uploaded, as file names, reports and plans write it.</summary>
    [GeneratedRegex(@"20[2-9]\d[-01]?\d{2}-?\d{2}[T ]\d{2}:?\d{2}:?\d{2}(\.\d+)?(Z|\+00:00)")]
    private static partial Regex Time();

    /// <summary>Numbers of versions have gaps where a worker was killed.</summary>
    [GeneratedRegex(@",""seen"":\d+")]
    private static partial Regex Seen();

    /// <summary>The end of a manifest's name: of its content, which holds the time of the upload.</summary>
    [GeneratedRegex(@"(?<=state-)[0-9a-f]{16}")]
    private static partial Regex Hash();

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
