using System.Globalization;
using System.Security.Cryptography;
using Azure.Data.Tables;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Pipeline;
using BriPipeline.Core.Registers;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>Containers <c>plans</c> and <c>manifests</c>, and what plans write to the tables.</summary>
public sealed class VintageStore(StorageAccount account) : IVintageStore
{
    private const int InFlight = 4;
    private const int DraftBuffer = 64 * 1024;
    private readonly BlobFolder plans = new(account, "plans");
    private readonly BlobFolder manifests = new(account, "manifests");
    private readonly Feed feed = new(account);

    public Task<IReadOnlyList<CommitMark>> ListMarksAsync(CancellationToken cancellation) =>
        feed.ListMarksAsync(cancellation);

    public Task<CommitMark?> FindMarkAsync(string source, CancellationToken cancellation) =>
        feed.FindMarkAsync(source, cancellation);

    public async Task<SourceState> GetStateAsync(string name, CancellationToken cancellation) =>
        VintageJson.ReadState(await manifests.GetAsync(name, cancellation));

    public async Task<Manifest> GetManifestAsync(string name, CancellationToken cancellation) =>
        VintageJson.ReadManifest(await manifests.GetAsync(name, cancellation));

    public Task<string> PutManifestAsync(string source, long seq, Manifest manifest, CancellationToken cancellation) =>
        KeepAsync($"{source}/{Digits(seq)}/manifest", json => VintageJson.Write(json, manifest), cancellation);

    public Task<string> PutStateAsync(string source, long seq, SourceState state, CancellationToken cancellation) =>
        KeepAsync($"{source}/{Digits(seq)}/state", json => VintageJson.Write(json, state), cancellation);

    public async Task<Plan?> FindPlanAsync(string source, long seq, CancellationToken cancellation) =>
        await plans.FindAsync(PlanName(source, seq), cancellation) is { } json ? VintageJson.ReadPlan(json) : null;

    public async Task PutPlanAsync(Plan plan, CancellationToken cancellation)
    {
        var name = PlanName(plan.Source, plan.Seq);
        await using var json = Draft();
        VintageJson.Write(json, plan);
        if (await plans.AddAsync(name, json, cancellation))
        {
            return;
        }

        var other = await plans.GetAsync(name, cancellation);
        if (await HashAsync(json, cancellation) != Convert.ToHexStringLower(SHA256.HashData(other)))
        {
            throw new LeaseLostException($"There is another plan {name}.");
        }
    }

    public async Task ApplyAsync(Plan plan, CancellationToken cancellation)
    {
        var (source, seq) = (plan.Source, plan.Seq);
        var revisions = plan.Revisions.Select(revision => new PendingRow(
            new TradeKey(source, revision.Key).Partition,
            () => RowWrite.Of(RevisionEntity.Of(plan, revision))
        ));
        var work = new[]
        {
            Work("Revisions", revisions, (table, _, writes) => InsertAsync(table, writes, cancellation)),
            Fenced("Trade", Trade(source, plan.Rows, plan.Removed)),
            Fenced("TradeByPeriod", ByPeriod(source, plan.Rows, plan.Removed)),
            Fenced("Series", Series(source, plan.Series, plan.SeriesRemoved)),
            Fenced("Registers", Registers(plan.Registers ?? [], plan.RegistersRemoved ?? [])),
        };
        await RunAsync(work.SelectMany(table => table), cancellation);

        IEnumerable<PartitionWork> Fenced(string name, IEnumerable<PendingRow> writes) =>
            Work(
                name,
                writes,
                (table, partition, rows) =>
                    new FencedPartition(table, partition, source).ApplyAsync(seq, rows, cancellation)
            );
    }

    public Task<long> CommitAsync(Plan plan, DateTimeOffset now, CancellationToken cancellation) =>
        feed.CommitAsync(plan, PlanName(plan.Source, plan.Seq), now, cancellation);

    public async Task<StoredRows> ReadRowsAsync(string source, CancellationToken cancellation)
    {
        var trade = new Dictionary<ObservationKey, TradeRow?>();
        await foreach (var entity in ReadAsync("Trade", source, cancellation))
        {
            var key = TradeKey.Parse(entity.PartitionKey, entity.RowKey);
            trade.Add(key.Key, TradeEntity.ReadExactly(entity, TradeEntity.OfTrade));
        }

        var byPeriod = new Dictionary<ObservationKey, TradeRow?>();
        await foreach (var entity in ReadAsync("TradeByPeriod", source, cancellation))
        {
            var key = TradeKey.ParseByPeriod(entity.PartitionKey, entity.RowKey);
            byPeriod.Add(key.Key, TradeEntity.ReadExactly(entity, TradeEntity.OfPeriod));
        }

        var series = new Dictionary<SeriesKey, SeriesRow?>();
        await foreach (var entity in ReadAsync("Series", source, cancellation))
        {
            var (_, key) = SeriesTableKey.Parse(entity.PartitionKey, entity.RowKey);
            series.Add(key, SeriesEntity.ReadExactly(entity));
        }

        return new(trade, byPeriod, series);
    }

    public async Task MendAsync(string source, long seq, Mending mending, CancellationToken cancellation)
    {
        var work = new[]
        {
            Mend("Trade", Trade(source, mending.Trade, mending.TradeRemoved)),
            Mend("TradeByPeriod", ByPeriod(source, mending.ByPeriod, mending.ByPeriodRemoved)),
            Mend("Series", Series(source, mending.Series, mending.SeriesRemoved)),
        };
        await RunAsync(work.SelectMany(table => table), cancellation);

        IEnumerable<PartitionWork> Mend(string name, IEnumerable<PendingRow> writes) =>
            Work(
                name,
                writes,
                (table, partition, rows) =>
                    new FencedPartition(table, partition, source).MendAsync(seq, rows, cancellation)
            );
    }

    private static string PlanName(string source, long seq) => $"{source}/{Digits(seq)}";

    private static string Digits(long number) => number.ToString("D19", CultureInfo.InvariantCulture);

    private static IEnumerable<PendingRow> Trade(
        string source,
        IEnumerable<TradeRow> rows,
        IEnumerable<ObservationKey> removed
    ) =>
        rows.Select(row => new PendingRow(
                new TradeKey(source, row.Key).Partition,
                () => RowWrite.Of(TradeEntity.OfTrade(row))
            ))
            .Concat(removed.Select(key => new TradeKey(source, key)).Select(key => Deletion(key.Partition, key.Row)));

    private static IEnumerable<PendingRow> ByPeriod(
        string source,
        IEnumerable<TradeRow> rows,
        IEnumerable<ObservationKey> removed
    ) =>
        rows.Select(row => new PendingRow(
                new TradeKey(source, row.Key).PeriodPartition,
                () => RowWrite.Of(TradeEntity.OfPeriod(row))
            ))
            .Concat(
                removed
                    .Select(key => new TradeKey(source, key))
                    .Select(key => Deletion(key.PeriodPartition, key.PeriodRow))
            );

    private static IEnumerable<PendingRow> Series(
        string source,
        IEnumerable<SeriesRow> rows,
        IEnumerable<SeriesKey> removed
    ) =>
        rows.Select(row => new PendingRow(SeriesTableKey.Partition(row.Key), () => RowWrite.Of(SeriesEntity.Of(row))))
            .Concat(removed.Select(key => Deletion(SeriesTableKey.Partition(key), SeriesTableKey.Row(source, key))));

    private static IEnumerable<PendingRow> Registers(IEnumerable<RegisterRow> rows, IEnumerable<RegisterKey> removed) =>
        rows.Select(row => RegisterEntity.Of(row))
            .Select(entity => new PendingRow(entity.PartitionKey, () => RowWrite.Of(entity)))
            .Concat(removed.Select(key => Deletion(RegisterEntity.PartitionOf(key.Kind), key.Id)));

    private static PendingRow Deletion(string partition, string row) =>
        new(partition, () => RowWrite.Deletion(partition, row));

    private static IEnumerable<PartitionWork> Work(
        string table,
        IEnumerable<PendingRow> writes,
        Func<TableClient, string, IEnumerable<RowWrite>, Task> run
    ) =>
        writes
            .GroupBy(write => write.Partition, write => write.Make, StringComparer.Ordinal)
            .OrderBy(partition => partition.Key, StringComparer.Ordinal)
            .Select(partition => new PartitionWork(
                table,
                client => run(client, partition.Key, partition.Select(make => make()))
            ));

    /// <summary>Rows of <c>Revisions</c> bear their import's number and never change, so they need no fence.</summary>
    private static async Task InsertAsync(
        TableClient table,
        IEnumerable<RowWrite> writes,
        CancellationToken cancellation
    )
    {
        foreach (var batch in RowWrite.Batches(writes, reserved: 0))
        {
            try
            {
                await SubmitAsync(table, batch, TableTransactionActionType.Add, cancellation);
            }
            catch (Azure.RequestFailedException e) when (e.Status == 409)
            {
                // Written before, by this request or by a worker that was stopped.
                await SubmitAsync(table, batch, TableTransactionActionType.UpsertReplace, cancellation);
            }
        }
    }

    private static async Task SubmitAsync(
        TableClient table,
        IReadOnlyList<RowWrite> batch,
        TableTransactionActionType type,
        CancellationToken cancellation
    ) =>
        await table.SubmitTransactionAsync(
            batch.Select(write => new TableTransactionAction(type, write.Entity)),
            cancellation
        );

    private async Task RunAsync(IEnumerable<PartitionWork> work, CancellationToken cancellation) =>
        await Parallel.ForEachAsync(
            work,
            new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellation },
            async (partition, token) => await partition.Run(await account.TableAsync(partition.Table, token))
        );

    private async IAsyncEnumerable<TableEntity> ReadAsync(
        string name,
        string source,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var table = await account.TableAsync(name, cancellation);
        var filter = $"{TableFilter.Equal("Source", source)} and {TableFilter.Published}";
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            yield return entity;
        }
    }

    /// <summary>Writes the blob under a name with its hash, so that an abandoned try never stands in a later one's way.</summary>
    private async Task<string> KeepAsync(string name, Action<Stream> write, CancellationToken cancellation)
    {
        await using var json = Draft();
        write(json);
        name = $"{name}-{(await HashAsync(json, cancellation))[..16]}.json";
        await manifests.AddAsync(name, json, cancellation);
        return name;
    }

    /// <summary>Plans take hundreds of bytes a row: they are drafted in a file, which goes when it is closed.</summary>
    private static FileStream Draft() =>
        new(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            DraftBuffer,
            FileOptions.DeleteOnClose
        );

    private static async Task<string> HashAsync(Stream json, CancellationToken cancellation)
    {
        json.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(json, cancellation));
    }

    /// <summary>A row that becomes an entity, of some kilobytes, when its partition's turn comes.</summary>
    private sealed record PendingRow(string Partition, Func<RowWrite> Make);

    private sealed record PartitionWork(string Table, Func<TableClient, Task> Run);
}
