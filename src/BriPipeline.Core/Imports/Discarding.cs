using BriPipeline.Core.Registers;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Imports;

/// <summary>Sets an open plan aside that cannot be applied: what it had written is undone, and the feed says so under its number.</summary>
internal sealed class Discarding(ImportPorts ports, TimeProvider clock)
{
    /// <summary>The source's lease is held. Called again after a crash it goes on.</summary>
    /// <param name="wanted">Number of the plan; null for whichever is open.</param>
    /// <returns>False where there is no such plan.</returns>
    public async Task<bool> RunAsync(string source, long? wanted, CancellationToken cancellation)
    {
        var mark = await ports.Vintages.FindMarkAsync(source, cancellation);
        var seq = (mark?.Seq ?? 0) + 1;
        if ((wanted ?? seq) != seq || !await ports.Vintages.HasPlanAsync(source, seq, cancellation))
        {
            return false;
        }

        var plan = await FindAsync(source, seq, cancellation);
        var entry = await FindEntryAsync(source, seq, plan, cancellation);
        await UndoAsync(source, mark, seq, cancellation);
        var state = mark?.State ?? await ports.Vintages.PutStateAsync(source, seq, SourceState.Empty, cancellation);
        var discarded = new DiscardedPlan(
            source,
            seq,
            state,
            plan?.Version.Path ?? entry?.Record.Path ?? "",
            plan?.Version.LastModified ?? entry?.Record.LastModified ?? clock.GetUtcNow(),
            entry?.Record.Cause ?? "An operator set it aside."
        );
        var number = await ports.Vintages.DiscardAsync(discarded, clock.GetUtcNow(), cancellation);
        foreach (var touched in plan?.Touched.GroupBy(one => one.Reporter, one => one.Period) ?? [])
        {
            await ports.Summaries.MarkDirtyAsync(touched.Key.Code, [.. touched], number, cancellation);
        }

        if (entry is not null)
        {
            await EndAsync(entry, cancellation);
        }

        return true;
    }

    /// <summary>The upload of a plan that was set aside.</summary>
    public async Task EndAsync(LedgerEntry entry, CancellationToken cancellation)
    {
        var cause = entry.Record.Cause is { } before ? $" It had failed: {before}" : "";
        var record = entry.Record with
        {
            State = UploadState.Rejected,
            Cause = $"Its plan {entry.Record.Seq} was set aside, and nothing of it is stored.{cause}",
            IsStuck = false,
            Seq = null,
            Written = 0,
            ToWrite = 0,
            EndedAt = clock.GetUtcNow(),
        };
        ImportTelemetry.CountEnd((await ports.Ledger.UpdateAsync(entry, record, cancellation)).Record);
        await ports.Poison.RemoveAsync(record.Source, record.Path, cancellation);
    }

    /// <summary>Null where its blob is broken: what it wrote is undone all the same.</summary>
    private async Task<Plan?> FindAsync(string source, long seq, CancellationToken cancellation)
    {
        try
        {
            return await ports.Vintages.FindPlanAsync(source, seq, cancellation);
        }
        catch (BrokenBlobException)
        {
            return null;
        }
    }

    private async Task<LedgerEntry?> FindEntryAsync(string source, long seq, Plan? plan, CancellationToken cancellation)
    {
        if (plan?.Version is { } version)
        {
            return
                await ports.Ledger.FindAsync(source, version.Path, version.LastModified, cancellation)
                    is { Record.State: not UploadState.Done } planned
                ? planned with
                {
                    Record = planned.Record with { Seq = seq },
                }
                : null;
        }

        var record = await ports
            .Ledger.ListAsync(source, cancellation)
            .FirstOrDefaultAsync(one => one.Seq == seq && one.State != UploadState.Done, cancellation);
        return record is null
            ? null
            : await ports.Ledger.FindAsync(source, record.Path, record.LastModified, cancellation);
    }

    private async Task UndoAsync(string source, CommitMark? mark, long seq, CancellationToken cancellation)
    {
        await ports.Vintages.ResetFencesAsync(source, seq, isTrial: false, cancellation);
        var rows = new SourceRows(ports, source);
        var repairs = (await rows.CompareAsync(mark, _ => { }, cancellation)).Repairs;
        await ports.Vintages.RepairAsync(source, seq, repairs, cancellation);
        await ports.Vintages.RemoveRevisionsAsync(source, seq, cancellation);
        if (source == RegisterReading.Source)
        {
            var (wrong, extra) = await new StoredRegisters(ports).CompareAsync(_ => { }, cancellation);
            await ports.Vintages.RepairRegistersAsync(seq, wrong, extra, cancellation);
        }
    }
}
