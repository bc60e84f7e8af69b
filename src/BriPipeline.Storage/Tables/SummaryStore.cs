using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;

namespace BriPipeline.Storage;

/// <summary>Table <c>Summaries</c> and container <c>summaries</c>. Imports own the column <c>DirtySeq</c>, summary runs the others: both merge.</summary>
public sealed class SummaryStore(StorageAccount account) : ISummaryStore, ISummaryMarks
{
    private const string Approved = "approved";
    private const string Draft = "draft";
    private readonly BlobFolder documents = new(account, "summaries");

    public async IAsyncEnumerable<SummaryRecord> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await TableAsync(cancellation);
        await foreach (var entity in table.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            yield return Read(entity);
        }
    }

    public async Task<SummaryRecord?> FindAsync(string subject, TimePeriod period, CancellationToken cancellation)
    {
        var table = await TableAsync(cancellation);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            subject,
            RowOf(period),
            cancellationToken: cancellation
        );
        return found.HasValue ? Read(found.Value!) : null;
    }

    public async Task PutAsync(SummaryRecord summary, CancellationToken cancellation)
    {
        var entity = EntityOf(summary.Subject, summary.Period);
        entity["CompiledSeq"] = summary.CompiledSeq;
        entity["Edition"] = summary.Edition;
        entity["State"] = summary.Approved ? Approved : Draft;
        entity["Documents"] = JsonSerializer.Serialize(summary.Documents);
        entity["Reason"] = summary.Reason ?? "";
        entity["ApprovedEdition"] = summary.ApprovedEdition;
        entity.AddUnlessNull("ApprovedBy", summary.Approval?.Name);
        entity.AddUnlessNull("ApprovedAt", summary.Approval?.At);
        // Merged into the row: a later approval without a reason must not keep the former one's.
        entity["ApprovedReason"] = summary.Approval?.Reason ?? "";
        EntityLimits.Check(entity);
        var table = await TableAsync(cancellation);
        await table.UpsertEntityAsync(entity, TableUpdateMode.Merge, cancellation);
    }

    public Task PutDocumentAsync(
        string name,
        string contentType,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellation
    ) => documents.PutAsync(name, contentType, content, cancellation);

    public Task<byte[]?> FindDocumentAsync(string name, CancellationToken cancellation) =>
        documents.FindAsync(name, cancellation);

    public async Task MarkDirtyAsync(
        string subject,
        IReadOnlyCollection<TimePeriod> periods,
        long number,
        CancellationToken cancellation
    )
    {
        var table = await TableAsync(cancellation);
        foreach (var batch in periods.Chunk(EntityLimits.BatchEntities))
        {
            while (!await TryMarkAsync(table, subject, batch, number, cancellation)) { }
        }
    }

    /// <summary>False if somebody else wrote one of the rows meanwhile.</summary>
    private static async Task<bool> TryMarkAsync(
        TableClient table,
        string subject,
        IReadOnlyCollection<TimePeriod> periods,
        long number,
        CancellationToken cancellation
    )
    {
        var stored = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        await foreach (
            var entity in table.QueryAsync<TableEntity>(
                TableFilter.Partition(subject),
                select: ["PartitionKey", "RowKey", "DirtySeq"],
                cancellationToken: cancellation
            )
        )
        {
            stored.Add(entity.RowKey, entity);
        }

        var actions = new List<TableTransactionAction>();
        foreach (var period in periods)
        {
            var entity = EntityOf(subject, period);
            entity["DirtySeq"] = number;
            if (!stored.TryGetValue(entity.RowKey, out var before))
            {
                actions.Add(new(TableTransactionActionType.Add, entity));
            }
            else if ((before.GetInt64("DirtySeq") ?? 0) < number)
            {
                actions.Add(new(TableTransactionActionType.UpdateMerge, entity, before.ETag));
            }
        }

        if (actions.Count == 0)
        {
            return true;
        }

        try
        {
            await table.SubmitTransactionAsync(actions, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }

    private static TableEntity EntityOf(string subject, TimePeriod period) =>
        new(subject, RowOf(period))
        {
            ["Subject"] = subject,
            ["Frequency"] = period.Frequency.ToString(),
            ["Period"] = period.ToString(),
        };

    private static string RowOf(TimePeriod period) => $"{period.Frequency}|{period}";

    private static SummaryRecord Read(TableEntity entity) =>
        new(
            entity.PartitionKey,
            TimePeriod.Parse(entity.RowKey[2..], Enum.Parse<Frequency>(entity.RowKey.AsSpan(0, 1))),
            entity.GetInt64("DirtySeq") ?? 0,
            entity.GetInt64("CompiledSeq") ?? 0,
            entity.GetInt32("Edition") ?? 0,
            entity.GetString("State") == Approved,
            entity.GetString("Documents") is { } names ? JsonSerializer.Deserialize<string[]>(names)! : [],
            entity.GetString("Reason") is { Length: > 0 } reason ? reason : null
        )
        {
            ApprovedEdition = entity.GetInt32("ApprovedEdition") ?? 0,
            Approval = entity.GetString("ApprovedBy") is { } name
                ? new(name, entity.GetDateTimeOffset("ApprovedAt") ?? default)
                {
                    Reason = entity.GetString("ApprovedReason") is { Length: > 0 } approved ? approved : null,
                }
                : null,
        };

    private Task<TableClient> TableAsync(CancellationToken cancellation) =>
        account.TableAsync("Summaries", cancellation);
}
