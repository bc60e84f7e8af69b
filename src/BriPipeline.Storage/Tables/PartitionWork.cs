using Azure.Data.Tables;
using BriPipeline.Core.Imports;

namespace BriPipeline.Storage;

/// <summary>All writes to one partition of a table, in one go.</summary>
/// <param name="Check">Makes every row, as storage would be asked to take it.</param>
internal sealed record PartitionWork(string Table, Func<TableClient, Task> Run, Action Check)
{
    public static IEnumerable<PartitionWork> Of<TRow, TKey>(
        StoredTable<TRow, TKey> table,
        IEnumerable<TRow> rows,
        IEnumerable<TKey> removed,
        Func<TKey, bool> isNew,
        Func<TableClient, string, IEnumerable<RowWrite>, Task> run
    )
        where TRow : class =>
        Of(
            table.Name,
            rows.Select(row => (Key: table.Key(row), Row: (TRow?)row))
                .Concat(removed.Select(key => (Key: key, Row: (TRow?)null))),
            write => table.Partition(write.Key),
            write =>
                write.Row is not { } row ? RowWrite.Deletion(table.Partition(write.Key), table.RowKey(write.Key))
                : isNew(write.Key) ? RowWrite.Addition(table.Entity(row))
                : RowWrite.Of(table.Entity(row)),
            run
        );

    /// <param name="make">Makes the entity, of some kilobytes, when its partition's turn comes.</param>
    public static IEnumerable<PartitionWork> Of<T>(
        string table,
        IEnumerable<T> writes,
        Func<T, string> partition,
        Func<T, RowWrite> make,
        Func<TableClient, string, IEnumerable<RowWrite>, Task> run
    ) =>
        writes
            .GroupBy(partition, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new PartitionWork(
                table,
                client => run(client, group.Key, group.Select(make)),
                () => Make(group.Select(make))
            ));

    /// <exception cref="UnstorableException">Storage would refuse one.</exception>
    private static void Make(IEnumerable<RowWrite> writes)
    {
        foreach (var write in writes)
        {
            if (!write.IsDeletion)
            {
                EntityLimits.Check(write.Entity);
            }
        }
    }

    /// <summary>Rows of <c>Revisions</c> bear their import's number and never change, so they need no fence.</summary>
    public static async Task InsertAsync(
        TableClient table,
        IEnumerable<RowWrite> writes,
        WriteProgress progress,
        CancellationToken cancellation
    )
    {
        foreach (var batch in RowWrite.Batches(writes, reserved: 0))
        {
            try
            {
                await SubmitAsync(table, batch, cancellation);
            }
            catch (Azure.RequestFailedException e) when (e.Status == 409)
            {
                // Written before, by this request or by a worker that was stopped.
                await SubmitAsync(table, RowWrite.Replacing(batch), cancellation);
            }

            progress.Add(batch.Count);
        }
    }

    private static async Task SubmitAsync(
        TableClient table,
        IReadOnlyList<RowWrite> batch,
        CancellationToken cancellation
    ) => await table.SubmitTransactionAsync(batch.Select(write => write.Action), cancellation);
}
