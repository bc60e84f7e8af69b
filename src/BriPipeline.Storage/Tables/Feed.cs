using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>Table <c>Feed</c>: one partition, in which a commit is one transaction of head, row and done mark.</summary>
public sealed class Feed(StorageAccount account) : IFeed
{
    private const string Partition = "feed";
    private const string Head = "!head";
    private const string Done = "!done|";
    private const int MaxCause = 10_000;

    public async IAsyncEnumerable<FeedRow> ListAsync(
        long after,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var table = await TableAsync(cancellation);
        var filter = $"{TableFilter.Partition(Partition)} and RowKey gt '{Digits(after)}'";
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            yield return Read(entity);
        }
    }

    public async Task<long> FindHeadAsync(CancellationToken cancellation)
    {
        var table = await TableAsync(cancellation);
        return await FindAsync(table, Head, cancellation) is { } head ? head.GetInt64("Number") ?? 0 : 0;
    }

    /// <summary>The row keys of rows that are not what was written.</summary>
    internal async IAsyncEnumerable<string> ListBrokenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await TableAsync(cancellation);
        await foreach (var entity in table.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            if (!RowSum.IsWhole(entity))
            {
                yield return entity.RowKey;
            }
        }
    }

    internal async Task<CommitMark?> FindMarkAsync(string source, CancellationToken cancellation)
    {
        var table = await TableAsync(cancellation);
        return await FindAsync(table, Done + source, cancellation) is { } entity ? ReadMark(entity) : null;
    }

    internal async Task<IReadOnlyList<CommitMark>> ListMarksAsync(CancellationToken cancellation)
    {
        var table = await TableAsync(cancellation);
        var filter = $"{TableFilter.Partition(Partition)} and {TableFilter.Below("RowKey", Done[..^1], '|')}";
        var marks = new List<CommitMark>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            marks.Add(ReadMark(entity));
        }

        return marks;
    }

    /// <exception cref="LeaseLostException">A later import of the source is committed.</exception>
    internal Task<long> CommitAsync(Plan plan, string planName, DateTimeOffset now, CancellationToken cancellation) =>
        EnterAsync(
            new Entry(
                new DiscardedPlan(plan.Source, plan.Seq, plan.State, plan.Version.Path, plan.Version.LastModified, ""),
                planName,
                plan.Counts,
                IsDiscarded: false
            ),
            now,
            cancellation
        );

    /// <exception cref="LeaseLostException">A later import of the source is committed.</exception>
    internal Task<long> DiscardAsync(
        DiscardedPlan plan,
        string planName,
        DateTimeOffset now,
        CancellationToken cancellation
    ) => EnterAsync(new Entry(plan, planName, new ImportCounts(0, 0, 0, 0, 0), IsDiscarded: true), now, cancellation);

    private async Task<long> EnterAsync(Entry entry, DateTimeOffset now, CancellationToken cancellation)
    {
        var plan = entry.Plan;
        var table = await TableAsync(cancellation);
        while (true)
        {
            var mark = await FindAsync(table, Done + plan.Source, cancellation);
            var last = mark?.GetInt64("Seq") ?? 0;
            if (last == plan.Seq)
            {
                return ReadMark(mark!).Number;
            }

            if (last != plan.Seq - 1)
            {
                throw new LeaseLostException(
                    $"Import {plan.Seq} of {plan.Source} cannot follow import {last}, which is committed."
                );
            }

            var head = await FindAsync(table, Head, cancellation);
            var number = (head?.GetInt64("Number") ?? 0) + 1;
            var before = head?.GetDateTimeOffset("CommittedAt") ?? DateTimeOffset.UnixEpoch;
            var at = now > before ? now : before.AddTicks(1);
            try
            {
                await table.SubmitTransactionAsync(Transaction(entry, number, at, head, mark), cancellation);
                return number;
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412)
            {
                // Another source's commit came between, or this one took effect and its answer was lost.
            }
        }
    }

    private static List<TableTransactionAction> Transaction(
        Entry entry,
        long number,
        DateTimeOffset at,
        TableEntity? head,
        TableEntity? mark
    )
    {
        var plan = entry.Plan;
        var newHead = new TableEntity(Partition, Head) { ["Number"] = number, ["CommittedAt"] = at };
        var row = new TableEntity(Partition, Digits(number))
        {
            ["Number"] = number,
            ["Source"] = plan.Source,
            ["Seq"] = plan.Seq,
            ["CommittedAt"] = at,
            ["Added"] = entry.Counts.Added,
            ["Revised"] = entry.Counts.Revised,
            ["Retracted"] = entry.Counts.Retracted,
            ["Restored"] = entry.Counts.Restored,
            ["Unchanged"] = entry.Counts.Unchanged,
            ["Upload"] = $"{plan.Source}/{plan.Path}",
            ["Plan"] = entry.Name,
            ["State"] = plan.State,
        };
        var newMark = new TableEntity(Partition, Done + plan.Source)
        {
            ["Source"] = plan.Source,
            ["Seq"] = plan.Seq,
            ["Number"] = number,
            ["State"] = plan.State,
            ["Path"] = plan.Path,
            ["LastModified"] = plan.LastModified,
        };
        if (entry.IsDiscarded)
        {
            row["Discarded"] = plan.Cause.Length > MaxCause ? plan.Cause[..MaxCause] : plan.Cause;
            newMark["IsDiscarded"] = true;
        }

        RowSum.Seal(newHead);
        RowSum.Seal(row);
        RowSum.Seal(newMark);
        EntityLimits.Check(row);
        EntityLimits.Check(newMark);
        return [Move(newHead, head), new(TableTransactionActionType.Add, row), Move(newMark, mark)];
    }

    private static TableTransactionAction Move(TableEntity to, TableEntity? from) =>
        from is null
            ? new(TableTransactionActionType.Add, to)
            : new(TableTransactionActionType.UpdateReplace, to, from.ETag);

    private static FeedRow Read(TableEntity entity) =>
        new(
            entity.GetInt64("Number")!.Value,
            entity.GetString("Source"),
            entity.GetInt64("Seq")!.Value,
            entity.GetDateTimeOffset("CommittedAt")!.Value,
            new ImportCounts(
                entity.GetInt32("Added") ?? 0,
                entity.GetInt32("Revised") ?? 0,
                entity.GetInt32("Retracted") ?? 0,
                entity.GetInt32("Restored") ?? 0,
                entity.GetInt32("Unchanged") ?? 0
            ),
            entity.GetString("Upload"),
            entity.GetString("Plan"),
            entity.GetString("State"),
            entity.GetString("Discarded")
        );

    private static CommitMark ReadMark(TableEntity entity) =>
        new(
            entity.GetString("Source"),
            entity.GetInt64("Seq")!.Value,
            entity.GetInt64("Number")!.Value,
            entity.GetString("State"),
            entity.GetString("Path"),
            entity.GetDateTimeOffset("LastModified")!.Value,
            entity.GetBoolean("IsDiscarded") ?? false
        );

    /// <summary>What is entered. Of a committed plan the cause is not looked at.</summary>
    private sealed record Entry(DiscardedPlan Plan, string Name, ImportCounts Counts, bool IsDiscarded);

    private static async Task<TableEntity?> FindAsync(TableClient table, string row, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, row, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    private static string Digits(long number) => number.ToString("D19", CultureInfo.InvariantCulture);

    private Task<TableClient> TableAsync(CancellationToken cancellation) => account.TableAsync("Feed", cancellation);
}
