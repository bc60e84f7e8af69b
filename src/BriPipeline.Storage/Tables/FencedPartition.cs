using Azure;
using Azure.Data.Tables;
using BriPipeline.Core.Imports;

namespace BriPipeline.Storage;

/// <summary>Writes one source's rows of one partition, so that a worker that stalled and lost its lease cannot: every batch also
/// moves the source's fence row <c>!{source}</c> from the state that was read.</summary>
internal sealed class FencedPartition(TableClient table, string partition, string source)
{
    private string FenceRow => RowOf(source);

    public static string RowOf(string source) => "!" + source;

    /// <summary>Writes what of the import's batches is not written yet.</summary>
    /// <exception cref="LeaseLostException">A later import has begun to write here.</exception>
    public async Task ApplyAsync(
        long seq,
        IEnumerable<RowWrite> writes,
        WriteProgress progress,
        CancellationToken cancellation
    )
    {
        var batches = RowWrite.Batches(writes, reserved: 1);
        var fence = await ReadAsync(cancellation);
        if (fence.Seq > seq)
        {
            throw Lost(seq, fence);
        }

        var done = fence.Seq == seq ? fence.Batch : 0;
        progress.Add(batches.Take(done).Sum(batch => batch.Count));
        for (var number = done + 1; number <= batches.Count; number++)
        {
            fence = await WriteAsync(fence, seq, number, batches[number - 1], cancellation);
            progress.Add(batches[number - 1].Count);
        }
    }

    /// <summary>Writes rows outside an import, behind the fence as it stands.</summary>
    public async Task RepairAsync(long seq, IEnumerable<RowWrite> writes, CancellationToken cancellation)
    {
        var fence = await ReadAsync(cancellation);
        if (fence.Seq > seq)
        {
            throw Lost(seq, fence);
        }

        foreach (var batch in RowWrite.Batches(writes, reserved: 1))
        {
            fence = await WriteAsync(fence, Math.Max(seq, fence.Seq), fence.Batch + 1, batch, cancellation);
        }
    }

    private async Task<Fence> WriteAsync(
        Fence before,
        long seq,
        int number,
        IReadOnlyList<RowWrite> batch,
        CancellationToken cancellation
    )
    {
        var moved = new TableEntity(partition, FenceRow) { ["Seq"] = seq, ["Batch"] = number };
        var actions = new List<TableTransactionAction>(batch.Count + 1)
        {
            before.ETag is { } etag
                ? new(TableTransactionActionType.UpdateReplace, moved, etag)
                : new(TableTransactionActionType.Add, moved),
        };
        actions.AddRange(batch.Select(write => write.Action));
        try
        {
            var response = await table.SubmitTransactionAsync(actions, cancellation);
            return new(seq, number, response.Value[0].Headers.ETag);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // Either the answer to this very batch was lost and the request repeated, or a row to add was put there by
            // hand, or another worker is writing.
            var now = await ReadAsync(cancellation);
            return now.Seq == seq && now.Batch == number ? now
                : now == before && batch.Any(write => write.IsAddition)
                    ? await WriteAsync(before, seq, number, RowWrite.Replacing(batch), cancellation)
                : throw Lost(seq, now);
        }
        catch (RequestFailedException e) when (e.Status == 404 && batch.Any(write => write.IsDeletion))
        {
            var there = await WithoutAbsentAsync(batch, cancellation);
            if (there.Count == batch.Count)
            {
                throw;
            }

            return await WriteAsync(before, seq, number, there, cancellation);
        }
    }

    /// <summary>A row to delete may have been deleted by hand, which must not hold up the plan.</summary>
    private async Task<List<RowWrite>> WithoutAbsentAsync(IReadOnlyList<RowWrite> batch, CancellationToken cancellation)
    {
        var there = new List<RowWrite>();
        foreach (var write in batch)
        {
            var isThere =
                !write.IsDeletion
                || (
                    await table.GetEntityIfExistsAsync<TableEntity>(
                        partition,
                        write.Entity.RowKey,
                        ["RowKey"],
                        cancellation
                    )
                ).HasValue;
            if (isThere)
            {
                there.Add(write);
            }
        }

        return there;
    }

    private async Task<Fence> ReadAsync(CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            partition,
            FenceRow,
            cancellationToken: cancellation
        );
        return found is { HasValue: true, Value: { } row }
            ? new(row.GetInt64("Seq") ?? 0, row.GetInt32("Batch") ?? 0, row.ETag)
            : new(0, 0, null);
    }

    private LeaseLostException Lost(long seq, Fence fence) =>
        new($"Import {seq} of {source} may not write {partition}: import {fence.Seq} has, up to batch {fence.Batch}.");

    private readonly record struct Fence(long Seq, int Batch, ETag? ETag);
}
