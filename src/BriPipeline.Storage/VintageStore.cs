using System.Globalization;
using Azure.Data.Tables;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Registers;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>Plans, manifests, and what plans write to the tables.</summary>
public sealed class VintageStore(StorageAccount account) : IVintageStore
{
    private const int InFlight = 4;

    private readonly VintageBlobs blobs = new(account);
    private readonly Feed feed = new(account);

    public Task<IReadOnlyList<CommitMark>> ListMarksAsync(CancellationToken cancellation) =>
        feed.ListMarksAsync(cancellation);

    public Task<CommitMark?> FindMarkAsync(string source, CancellationToken cancellation) =>
        feed.FindMarkAsync(source, cancellation);

    public Task<SourceState> GetStateAsync(string name, CancellationToken cancellation) =>
        blobs.GetStateAsync(name, cancellation);

    public Task<Manifest> GetManifestAsync(string name, CancellationToken cancellation) =>
        blobs.GetManifestAsync(name, cancellation);

    public Task<string> PutManifestAsync(string source, long seq, Manifest manifest, CancellationToken cancellation) =>
        blobs.PutManifestAsync(source, seq, manifest, cancellation);

    public Task<string> PutStateAsync(string source, long seq, SourceState state, CancellationToken cancellation) =>
        blobs.PutStateAsync(source, seq, state, cancellation);

    public Task<Plan?> FindPlanAsync(string source, long seq, CancellationToken cancellation) =>
        blobs.FindPlanAsync(source, seq, cancellation);

    public Task<bool> HasPlanAsync(string source, long seq, CancellationToken cancellation) =>
        blobs.HasPlanAsync(source, seq, cancellation);

    public async Task PutPlanAsync(Plan plan, CancellationToken cancellation)
    {
        foreach (var work in WorkOf(plan, new WriteProgress(), cancellation))
        {
            work.Check();
        }

        await blobs.PutPlanAsync(plan, cancellation);
    }

    public async Task ApplyAsync(Plan plan, WriteProgress progress, CancellationToken cancellation)
    {
        // Who reads the tables may ask for revisions before there are any.
        await account.TableAsync("Revisions", cancellation);
        await RunAsync(WorkOf(plan, progress, cancellation), cancellation);
    }

    private static IEnumerable<PartitionWork> WorkOf(Plan plan, WriteProgress progress, CancellationToken cancellation)
    {
        var (source, seq) = (plan.Source, plan.Seq);
        var known = plan.SeenBefore();
        var work = new[]
        {
            PartitionWork.Of(
                "Revisions",
                plan.Revisions,
                revision => new TradeKey(source, revision.Key).Partition,
                revision => RowWrite.Addition(RevisionEntity.Of(plan, revision)),
                (table, _, writes) => PartitionWork.InsertAsync(table, writes, progress, cancellation)
            ),
            Fenced(StoredTables.Trade(source), plan.Rows, plan.Removed, key => !known.Contains(key)),
            Fenced(StoredTables.Period(source), plan.Rows, plan.Removed, key => !known.Contains(key)),
            Fenced(StoredTables.Series(source), plan.Series, plan.SeriesRemoved, _ => false),
            Fenced(StoredTables.Registers, plan.Registers ?? [], plan.RegistersRemoved ?? [], _ => false),
        };
        return work.SelectMany(table => table);

        IEnumerable<PartitionWork> Fenced<TRow, TKey>(
            StoredTable<TRow, TKey> table,
            IEnumerable<TRow> rows,
            IEnumerable<TKey> removed,
            Func<TKey, bool> isNew
        )
            where TRow : class =>
            PartitionWork.Of(
                table,
                rows,
                removed,
                isNew,
                (client, partition, writes) =>
                    new FencedPartition(client, partition, source).ApplyAsync(seq, writes, progress, cancellation)
            );
    }

    public Task<long> CommitAsync(Plan plan, DateTimeOffset now, CancellationToken cancellation) =>
        feed.CommitAsync(plan, VintageBlobs.PlanName(plan.Source, plan.Seq), now, cancellation);

    public Task<long> DiscardAsync(DiscardedPlan plan, DateTimeOffset now, CancellationToken cancellation) =>
        feed.DiscardAsync(plan, VintageBlobs.PlanName(plan.Source, plan.Seq), now, cancellation);

    public IAsyncEnumerable<FeedRow> ListCommitsAsync(CancellationToken cancellation) =>
        feed.ListAsync(0, cancellation);

    public IAsyncEnumerable<string> ListBrokenRowsAsync(CancellationToken cancellation) =>
        feed.ListBrokenAsync(cancellation)
            .Select(row => $"Feed {row}")
            .Concat(new UploadLedger(account).ListBrokenAsync(cancellation).Select(row => $"Uploads {row}"));

    public async Task RemoveRevisionsAsync(string source, long seq, CancellationToken cancellation)
    {
        var table = await account.TableAsync("Revisions", cancellation);
        var filter = $"{TableFilter.Equal("Source", source)} and Seq eq {seq.ToString(CultureInfo.InvariantCulture)}L";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellation);
        }
    }

    public async Task<IReadOnlyDictionary<RevisionKey, StoredRevision?>> ReadRevisionsAsync(
        string source,
        CancellationToken cancellation
    )
    {
        var revisions = new Dictionary<RevisionKey, StoredRevision?>();
        await foreach (var entity in ReadAsync("Revisions", source, cancellation))
        {
            var (key, seq) = TradeKey.ParseRevision(entity.PartitionKey, entity.RowKey);
            revisions.Add(new(key.Key, seq), RevisionEntity.ReadExactly(entity));
        }

        return revisions;
    }

    public async Task<IReadOnlyDictionary<RegisterKey, RegisterRow?>> ReadRegistersAsync(CancellationToken cancellation)
    {
        var table = await account.TableAsync("Registers", cancellation);
        var rows = new Dictionary<RegisterKey, RegisterRow?>();
        await foreach (
            var entity in table.QueryAsync<TableEntity>(TableFilter.Published, cancellationToken: cancellation)
        )
        {
            rows.Add(RegisterEntity.KeyOf(entity), RegisterEntity.ReadExactly(entity));
        }

        return rows;
    }

    public Task RepairRevisionsAsync(
        string source,
        IReadOnlyList<StoredRevision> right,
        IReadOnlyList<RevisionKey> removed,
        CancellationToken cancellation
    ) =>
        RunAsync(
            PartitionWork.Of(
                "Revisions",
                right
                    .Select(row => RowWrite.Of(RevisionEntity.Of(row)))
                    .Concat(
                        removed.Select(row =>
                        {
                            var key = new TradeKey(source, row.Key);
                            return RowWrite.Deletion(key.Partition, key.RevisionRow(row.Seq));
                        })
                    ),
                write => write.Entity.PartitionKey,
                write => write,
                (table, _, writes) => PartitionWork.InsertAsync(table, writes, new WriteProgress(), cancellation)
            ),
            cancellation
        );

    public Task RepairRegistersAsync(
        long seq,
        IReadOnlyList<RegisterRow> rows,
        IReadOnlyList<RegisterKey> removed,
        CancellationToken cancellation
    ) =>
        RunAsync(
            PartitionWork.Of(
                StoredTables.Registers,
                rows,
                removed,
                _ => false,
                (client, partition, writes) =>
                    new FencedPartition(client, partition, RegisterReading.Source).RepairAsync(
                        seq,
                        writes,
                        cancellation
                    )
            ),
            cancellation
        );

    public async Task<IReadOnlyList<string>> ResetFencesAsync(
        string source,
        long seq,
        bool isTrial,
        CancellationToken cancellation
    )
    {
        var raised = new List<string>();
        foreach (var name in (string[])["Trade", "TradeByPeriod", "Series", "Registers"])
        {
            var table = await account.TableAsync(name, cancellation);
            var filter = TableFilter.Equal("RowKey", FencedPartition.RowOf(source));
            await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            {
                if (row.GetInt64("Seq") is not { } at || at <= seq)
                {
                    continue;
                }

                raised.Add(string.Create(CultureInfo.InvariantCulture, $"{name} {row.PartitionKey}: {at}"));
                if (!isTrial)
                {
                    row["Seq"] = seq;
                    row["Batch"] = 0;
                    await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation);
                }
            }
        }

        return raised;
    }

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

    public async Task RepairAsync(string source, long seq, Repairs repairs, CancellationToken cancellation)
    {
        var work = new[]
        {
            Repair(StoredTables.Trade(source), repairs.Trade, repairs.TradeRemoved),
            Repair(StoredTables.Period(source), repairs.ByPeriod, repairs.ByPeriodRemoved),
            Repair(StoredTables.Series(source), repairs.Series, repairs.SeriesRemoved),
        };
        await RunAsync(work.SelectMany(table => table), cancellation);

        IEnumerable<PartitionWork> Repair<TRow, TKey>(
            StoredTable<TRow, TKey> table,
            IEnumerable<TRow> rows,
            IEnumerable<TKey> removed
        )
            where TRow : class =>
            PartitionWork.Of(
                table,
                rows,
                removed,
                _ => false,
                (client, partition, writes) =>
                    new FencedPartition(client, partition, source).RepairAsync(seq, writes, cancellation)
            );
    }

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
}
