using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Readings;

namespace BriPipeline.Storage;

/// <summary>Table <c>Uploads</c>.</summary>
public sealed class UploadLedger(StorageAccount account) : IWorkList
{
    private readonly UploadStore uploads = new(account);

    private const string Open = "(State eq 'Received' or State eq 'Reading' or State eq 'Applying')";

    public async IAsyncEnumerable<UploadRecord> ListAsync(
        string? source,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var table = await TableAsync(cancellation);
        if (source is not null)
        {
            var filter = TableFilter.Partition(UploadKey.PartitionOf(source));
            await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            {
                yield return UploadEntity.Read(entity);
            }

            yield break;
        }

        var records = new List<UploadRecord>();
        await foreach (var entity in table.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            records.Add(UploadEntity.Read(entity));
        }

        foreach (var record in records.OrderByDescending(record => record.LastModified))
        {
            yield return record;
        }
    }

    public async Task RecordAsync(UploadVersion version, DateTimeOffset now, CancellationToken cancellation)
    {
        var table = await TableAsync(cancellation);
        var record = new UploadRecord
        {
            Source = version.Source,
            Path = version.Path,
            LastModified = version.LastModified,
            ETag = version.ETag,
            State = UploadState.Received,
            ReceivedAt = now,
            TraceParent = version.TraceParent,
        };
        while (true)
        {
            try
            {
                await table.AddEntityAsync(UploadEntity.Of(record), cancellation);
                return;
            }
            catch (RequestFailedException e) when (e.Status == 409)
            {
                var other = await FindAsync(record.Source, record.Path, record.LastModified, cancellation);
                if (other is null || other.Record.ETag == version.ETag)
                {
                    return;
                }

                // Two versions within storage's second: what stands at the path was written last, and what does not can
                // no longer be read.
                if ((await uploads.FindAsync(record.Source, record.Path, cancellation))?.ETag != version.ETag)
                {
                    return;
                }

                record = record with { LastModified = record.LastModified.AddTicks(1) };
            }
        }
    }

    public async Task<IReadOnlyList<LedgerEntry>> ListOpenAsync(string source, CancellationToken cancellation)
    {
        var table = await TableAsync(cancellation);
        var filter = $"{TableFilter.Partition(UploadKey.PartitionOf(source))} and {Open}";
        var entries = new List<LedgerEntry>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            entries.Add(new(UploadEntity.Read(entity), entity.ETag.ToString()));
        }

        return
        [
            .. entries
                .OrderBy(entry => entry.Record.LastModified)
                .ThenBy(entry => entry.Record.Path, StringComparer.Ordinal),
        ];
    }

    public async Task<LedgerEntry?> FindAsync(
        string source,
        string path,
        DateTimeOffset lastModified,
        CancellationToken cancellation
    )
    {
        var table = await TableAsync(cancellation);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            UploadKey.PartitionOf(source),
            UploadKey.RowOf(path, lastModified),
            cancellationToken: cancellation
        );
        return found.HasValue ? new(UploadEntity.Read(found.Value!), found.Value!.ETag.ToString()) : null;
    }

    public async Task<LedgerEntry> UpdateAsync(LedgerEntry entry, UploadRecord record, CancellationToken cancellation)
    {
        var table = await TableAsync(cancellation);
        try
        {
            var response = await table.UpdateEntityAsync(
                UploadEntity.Of(record),
                new ETag(entry.Tag),
                TableUpdateMode.Replace,
                cancellation
            );
            return new(record, response.Headers.ETag!.Value.ToString());
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            // The answer to our own write may have been lost, and the write repeated.
            var stored = await FindAsync(record.Source, record.Path, record.LastModified, cancellation);
            return stored?.Record == record
                ? stored
                : throw new LeaseLostException($"Somebody else has changed the row of {record.Path}.", e);
        }
    }

    private Task<TableClient> TableAsync(CancellationToken cancellation) => account.TableAsync("Uploads", cancellation);
}
