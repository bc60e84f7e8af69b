using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Azure.Data.Tables;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Storage;

namespace BriPipeline.Benchmarks;

/// <summary>All measurements of <see cref="ImportBenchmark"/>, in one process, which is warmed up with a small file first.</summary>
internal sealed class ImportPass(string folder, StorageAccount account)
{
    private const string Source = "bench";
    private const int BatchEntities = 100;
    private const int InFlight = 4;
    private const int RevisedEvery = 100;
    private static readonly string[] Tables = ["Trade", "TradeByPeriod", "Series"];
    private readonly StoragePorts ports = new(account);

    public static async Task RunAsync(string folder, string first, string second, int rows)
    {
        var account = new StorageAccount(StorageSettings.OfConnectionString(first));
        var bare = new StorageAccount(StorageSettings.OfConnectionString(second));
        await new ImportPass(folder, account).RunAsync(bare, rows);
    }

    private async Task RunAsync(StorageAccount bare, int rows)
    {
        var file = Path.Combine(folder, "long.xlsx");
        LargeWorkbook.Write(file, 500);
        await ports.Reference.PutProfileAsync(Profile("warm"), default);
        await ports.Reference.PutProfileAsync(Profile(Source), default);
        await ImportAsync("warm", file);
        LargeWorkbook.Write(file, 500, RevisedEvery);
        await ImportAsync("warm", file);
        ReadBenchmark.PassBare(file);
        await WriteBareAsync(bare, "warm");

        LargeWorkbook.Write(file, rows);
        GC.Collect();
        var start = Peak();
        var (import, record) = await ImportAsync(Source, file);
        Print(
            $"(b) import of {rows:N0} rows, {record.Added:N0} figures: {import.TotalSeconds:F2} s, peak {Peak()} MB (before it {start} MB)"
        );
        var clock = Stopwatch.StartNew();
        ReadBenchmark.PassBare(file);
        var read = clock.Elapsed;
        var (write, entities) = await WriteBareAsync(bare, Source);
        var bound = read > write ? read : write;
        Print(
            $"(a) bare read {read.TotalSeconds:F2} s; bare write of {entities:N0} entities {write.TotalSeconds:F2} s"
        );
        Compare("(b)", import, bound, 1.3);

        var (again, _) = await ImportAsync(Source, file);
        Print($"(c) the same bytes again: {again.TotalMilliseconds:F0} ms; at most 100");

        using (var archive = ZipFile.Open(file, ZipArchiveMode.Update))
        {
            archive.CreateEntry("touched");
        }

        var (touched, unchanged) = await ImportAsync(Source, file);
        Print(
            $"(d) a touched file: {touched.TotalSeconds:F2} s, {unchanged.Unchanged:N0} unchanged of {unchanged.Observations:N0}"
        );
        Compare("(d)", touched, import, 0.25);

        LargeWorkbook.Write(file, rows, RevisedEvery);
        var (revised, last) = await ImportAsync(Source, file);
        var written = await CountAsync("Trade", last.Seq!.Value);
        var revisions = await CountAsync("Revisions", last.Seq.Value);
        Print(
            $"(e) one record in {RevisedEvery} revised: {revised.TotalSeconds:F2} s, {last.Revised:N0} revised, {written:N0} rows and {revisions:N0} revisions written"
        );
        Compare("(e)", revised, import, 0.3);
    }

    private static SourceProfile Profile(string source) =>
        SourceProfile.Parse(
            $$$"""{ "name": "{{{source}}}", "defaults": { "valuation": { "X": "FOB", "M": "CIF" } } }"""
        );

    private async Task<(TimeSpan, UploadRecord)> ImportAsync(string source, string file)
    {
        await using (var content = File.OpenRead(file))
        {
            await ports.Uploads.PutAsync(source, "long.xlsx", content, default);
        }

        var import = new WorkbookImport(
            ports.Import,
            (content, name, profile) => Reading.Read(content, name, profile).ToResult(),
            TimeProvider.System
        );
        var clock = Stopwatch.StartNew();
        await import.NotifyAsync(source, "long.xlsx", default);
        var elapsed = clock.Elapsed;
        var record = await ports.Ledger.ListAsync(source, default).FirstAsync();
        return record.State == UploadState.Done
            ? (elapsed, record)
            : throw new InvalidOperationException($"{record.State}: {record.Cause}");
    }

    /// <summary>Writes the rows of a source as they are stored into the same tables of another account, which has none.</summary>
    private async Task<(TimeSpan, int)> WriteBareAsync(StorageAccount bare, string source)
    {
        var elapsed = TimeSpan.Zero;
        var count = 0;
        foreach (var name in Tables)
        {
            var entities = await account
                .Tables.GetTableClient(name)
                .QueryAsync<TableEntity>($"Source eq '{source}'")
                .ToListAsync();
            entities.ForEach(entity => _ = entity.Remove("odata.etag") && entity.Remove("Timestamp"));
            count += entities.Count;
            var table = bare.Tables.GetTableClient(name);
            await table.CreateIfNotExistsAsync();
            var clock = Stopwatch.StartNew();
            await Parallel.ForEachAsync(
                entities.GroupBy(entity => entity.PartitionKey).SelectMany(partition => partition.Chunk(BatchEntities)),
                new ParallelOptions { MaxDegreeOfParallelism = InFlight },
                async (batch, token) =>
                    await table.SubmitTransactionAsync(
                        batch.Select(entity => new TableTransactionAction(
                            TableTransactionActionType.UpsertReplace,
                            entity
                        )),
                        token
                    )
            );
            elapsed += clock.Elapsed;
        }

        return (elapsed, count);
    }

    private async Task<int> CountAsync(string table, long seq) =>
        await account
            .Tables.GetTableClient(table)
            .QueryAsync<TableEntity>($"Source eq '{Source}' and Seq eq {seq}L", select: ["RowKey"])
            .CountAsync();

    private static long Peak()
    {
        using var own = Process.GetCurrentProcess();
        return own.PeakWorkingSet64 >> 20;
    }

    private static void Compare(string what, TimeSpan measured, TimeSpan bound, double bar) =>
        Print($"{what} is {measured / bound:F2} of its bound; at most {bar:F2}");

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
