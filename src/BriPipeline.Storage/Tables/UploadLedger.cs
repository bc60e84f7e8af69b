using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Readings;

namespace BriPipeline.Storage;

/// <summary>Table <c>Uploads</c>.</summary>
public sealed class UploadLedger(StorageAccount account) : IWorkList
{
    /// <summary>Row of a source that counts its versions as they are first seen.</summary>
    private const string Counter = "!seen";

    private readonly UploadStore uploads = new(account);

    private const string Open = "(State eq 'Received' or State eq 'Reading' or State eq 'Applying')";

    public async IAsyncEnumerable<UploadRecord> ListAsync(
        string? source,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var table = await TableAsync(cancellation);
        var filter = TableFilter.All(
            source is null ? null : TableFilter.Partition(UploadKey.PartitionOf(source)),
            TableFilter.Published
        );
        var records = new List<UploadRecord>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            records.Add(UploadEntity.Read(entity));
        }

        foreach (var record in NewestFirst(records))
        {
            yield return record;
        }
    }

    /// <summary>Source and path of rows that are not what was written, with the keys by which they are found.</summary>
    internal async IAsyncEnumerable<string> ListBrokenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await TableAsync(cancellation);
        await foreach (var entity in table.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            if (!RowSum.IsWhole(entity))
            {
                yield return $"{entity.PartitionKey} {entity.RowKey} ({entity.GetString("Path")})";
            }
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
            Receipt = version.Receipt,
            Size = version.Size,
            Sha256 = version.Sha256,
            VersionId = version.VersionId,
        };
        if (
            await FindAsync(record.Source, record.Path, record.LastModified, cancellation) is { } known
            && known.Record.ETag == version.ETag
        )
        {
            await AcknowledgeAsync(known, version, cancellation);
            return;
        }

        var number = await CountAsync(table, version.Source, cancellation);
        record = record with { Seen = await IsNewestAsync(version, cancellation) ? number : 0 };
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
                if (other is null)
                {
                    return;
                }

                if (other.Record.ETag == version.ETag)
                {
                    await AcknowledgeAsync(other, version, cancellation);
                    return;
                }

                // Two versions within storage's second: what stands at the path was written last, and what does not can
                // no longer be read unless it is kept elsewhere.
                if (version is { Sha256: null, VersionId: null } && !await IsThereAsync(version, cancellation))
                {
                    return;
                }

                record = record with { LastModified = record.LastModified.AddTicks(1) };
            }
        }
    }

    private async Task<bool> IsThereAsync(UploadVersion version, CancellationToken cancellation) =>
        (await uploads.FindAsync(version.Source, version.Path, cancellation))?.ETag == version.ETag;

    /// <summary>What has overwritten a version may have been recorded before it: then the older one comes first.</summary>
    private async Task<bool> IsNewestAsync(UploadVersion version, CancellationToken cancellation) =>
        version.Receipt is not null
        || await IsThereAsync(version, cancellation)
        || (
            version.VersionId is not null
            && !await ListAsync(version.Source, cancellation)
                .AnyAsync(
                    other => other.Path == version.Path && other.LastModified > version.LastModified,
                    cancellation
                )
        );

    /// <summary>A sweep may have seen the version before its receipt was noted.</summary>
    private async Task AcknowledgeAsync(LedgerEntry? entry, UploadVersion version, CancellationToken cancellation)
    {
        while (version.Receipt is not null && entry is { Record.Receipt: null })
        {
            try
            {
                var record = entry.Record with
                {
                    Receipt = version.Receipt,
                    Sha256 = version.Sha256,
                    Size = version.Size,
                };
                entry = await UpdateAsync(entry, record, cancellation);
            }
            catch (LeaseLostException)
            {
                entry = await FindAsync(
                    entry.Record.Source,
                    entry.Record.Path,
                    entry.Record.LastModified,
                    cancellation
                );
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
                .OrderBy(entry => entry.Record.Seen)
                .ThenBy(entry => entry.Record.LastModified)
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

    /// <summary>Each source's versions as they were first seen, and sources beside each other by the clock, which may have gone
    /// back between two versions of one.</summary>
    private static IEnumerable<UploadRecord> NewestFirst(List<UploadRecord> records)
    {
        var times = new Dictionary<UploadRecord, DateTimeOffset>(ReferenceEqualityComparer.Instance);
        foreach (var ofSource in records.GroupBy(record => record.Source, StringComparer.Ordinal))
        {
            var last = DateTimeOffset.MinValue;
            foreach (var record in ofSource.OrderBy(record => record.Seen).ThenBy(record => record.LastModified))
            {
                last = record.LastModified > last ? record.LastModified : last;
                times[record] = last;
            }
        }

        return records
            .OrderByDescending(record => times[record])
            .ThenByDescending(record => record.Seen)
            .ThenByDescending(record => record.LastModified);
    }

    /// <summary>The next number of the source. One that no row gets, as after a crash, is a gap.</summary>
    private static async Task<long> CountAsync(TableClient table, string source, CancellationToken cancellation)
    {
        var partition = UploadKey.PartitionOf(source);
        // Tells a number that was given to this very call, of which the answer was lost.
        var call = Guid.NewGuid().ToString("N");
        while (true)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(
                partition,
                Counter,
                cancellationToken: cancellation
            );
            var last = found.HasValue ? found.Value!.GetInt64("Number") ?? 0 : 0;
            if (found.HasValue && found.Value!.GetString("Call") == call)
            {
                return last;
            }

            var number = last + 1;
            var next = new TableEntity(partition, Counter) { ["Number"] = number, ["Call"] = call };
            RowSum.Seal(next);
            try
            {
                await (
                    found.HasValue
                        ? table.UpdateEntityAsync(next, found.Value!.ETag, TableUpdateMode.Replace, cancellation)
                        : table.AddEntityAsync(next, cancellation)
                );
                return number;
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412)
            {
                // Another version was seen at the same time, or the answer to this very request was lost.
            }
        }
    }

    private Task<TableClient> TableAsync(CancellationToken cancellation) => account.TableAsync("Uploads", cancellation);
}
