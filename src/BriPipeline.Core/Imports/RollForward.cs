using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Imports;

/// <summary>From a written plan to a committed import. Whatever was done before by somebody else is not done again.</summary>
internal sealed class RollForward(ImportPorts ports, TimeProvider clock)
{
    private static readonly TimeSpan Noted = TimeSpan.FromSeconds(2);

    /// <summary>A plan that has failed is not tried again before.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly ImportTries tries = new(ports, clock);

    /// <summary>Finishes what an earlier worker left: the steps after its commit, or its open plan.</summary>
    /// <returns>False where an open plan has failed and is not tried again now: nothing else can be planned before it.</returns>
    public async Task<bool> SettleAsync(string source, CancellationToken cancellation)
    {
        var mark = await ports.Vintages.FindMarkAsync(source, cancellation);
        if (
            mark is not null
            && await ports.Ledger.FindAsync(source, mark.Path, mark.LastModified, cancellation) is { } last
            && last.Record.Seq == mark.Seq
            && last.Record.State != UploadState.Done
        )
        {
            if (mark.IsDiscarded)
            {
                await new Discarding(ports, clock).EndAsync(last, cancellation);
                return await SettleAsync(source, cancellation);
            }

            var plan =
                await ports.Vintages.FindPlanAsync(source, mark.Seq, cancellation)
                ?? throw new InvalidOperationException($"The committed plan {source}/{mark.Seq} is gone.");
            await EndAsync(plan, mark.Number, last, cancellation);
        }

        if (await ports.Vintages.FindPlanAsync(source, (mark?.Seq ?? 0) + 1, cancellation) is not { } open)
        {
            return true;
        }

        var version = open.Version;
        var entry = await ports.Ledger.FindAsync(source, version.Path, version.LastModified, cancellation);
        if (entry is null)
        {
            await RunAsync(open, null, cancellation);
            return true;
        }

        if (entry.Record.State == UploadState.Done && entry.Record.Seq == open.Seq)
        {
            throw new LeaseLostException($"Import {open.Seq} of {source} was committed since the done mark was read.");
        }

        if (
            entry.Record is { State: UploadState.Failed } failed
            && (failed.IsStuck || clock.GetUtcNow() - failed.EndedAt < Rest)
        )
        {
            return false;
        }

        await tries.RunAsync(
            entry with
            {
                Record = entry.Record with { Seq = open.Seq },
            },
            (started, token) => RunAsync(open, started, token),
            cancellation,
            isPlanned: true
        );
        return true;
    }

    /// <summary>Ends the upload of the open plan, which cannot be applied although the lease is held.</summary>
    /// <returns>False where there is no such plan.</returns>
    public async Task<bool> StickAsync(string source, string cause, CancellationToken cancellation)
    {
        var seq = (await ports.Vintages.FindMarkAsync(source, cancellation))?.Seq ?? 0;
        if (
            await ports.Vintages.FindPlanAsync(source, seq + 1, cancellation) is not { Version: var version }
            || await ports.Ledger.FindAsync(source, version.Path, version.LastModified, cancellation) is not { } entry
        )
        {
            return false;
        }

        await tries.StickAsync(entry with { Record = entry.Record with { Seq = seq + 1 } }, cause, cancellation);
        return true;
    }

    /// <param name="entry">The version's row in the ledger; null where somebody has removed it.</param>
    public async Task RunAsync(Plan plan, LedgerEntry? entry, CancellationToken cancellation)
    {
        entry = await ApplyAsync(plan, entry, cancellation);
        var report = ImportReport.Of(plan) with
        {
            Questions = await UploadQuestions.FindAsync(ports.Reports, ReportName(plan), cancellation),
            Coverage = await CoverageAsync(plan, cancellation),
        };
        await report.PutAsync(ports.Reports, cancellation);
        var number = await ports.Vintages.CommitAsync(plan, clock.GetUtcNow(), cancellation);
        await EndAsync(plan, number, entry, cancellation);
    }

    /// <summary>As the report on the layout has it, which was written before the plan.</summary>
    private async Task<Coverage?> CoverageAsync(Plan plan, CancellationToken cancellation) =>
        await ports.Reports.FindAsync($"{ReportName(plan)}/{LayoutReport.FileName}", cancellation) is { } json
            ? LayoutReport.Parse(json).Coverage
            : null;

    /// <summary>Applies the plan and records its progress in the ledger at intervals.</summary>
    private async Task<LedgerEntry?> ApplyAsync(Plan plan, LedgerEntry? entry, CancellationToken cancellation)
    {
        using var span = ImportTelemetry.StartStage("upload.apply")?.SetTag("rows", plan.Writes);
        var progress = new WriteProgress();
        var applying = ports.Vintages.ApplyAsync(plan, progress, cancellation);
        try
        {
            while (
                entry is not null && await Task.WhenAny(applying, Task.Delay(Noted, clock, cancellation)) != applying
            )
            {
                var record = entry.Record with { Written = progress.Rows, ToWrite = plan.Writes };
                entry = await ports.Ledger.UpdateAsync(entry, record, cancellation);
            }
        }
        finally
        {
            // Nothing is written any more when this is left, whatever happens.
            await applying;
        }

        ImportTelemetry.RowsWritten.Add(plan.Writes);
        return entry;
    }

    private async Task EndAsync(Plan plan, long number, LedgerEntry? entry, CancellationToken cancellation)
    {
        using (ImportTelemetry.StartStage("upload.summaries"))
        {
            foreach (var touched in plan.Touched.GroupBy(touched => touched.Reporter, touched => touched.Period))
            {
                TimePeriod[] periods = [.. touched];
                await ports.Summaries.MarkDirtyAsync(touched.Key.Code, periods, number, cancellation);
                ImportTelemetry.SummariesMarked.Add(periods.Length);
            }
        }

        if (entry is null)
        {
            return;
        }

        var done = await ports.Ledger.UpdateAsync(
            entry,
            entry.Record with
            {
                State = UploadState.Done,
                Sha256 = plan.Version.Sha256,
                Seq = plan.Seq,
                Observations = plan.Observations + (plan.Registers?.Count ?? 0),
                Written = 0,
                ToWrite = 0,
                Added = plan.Counts.Added,
                Revised = plan.Counts.Revised,
                Retracted = plan.Counts.Retracted,
                Restored = plan.Counts.Restored,
                Unchanged = plan.Counts.Unchanged,
                Findings = plan.Findings.Count,
                Layout = plan.Layout,
                Cause = null,
                EndedAt = clock.GetUtcNow(),
                Report = ReportName(plan),
            },
            cancellation
        );
        ImportTelemetry.CountEnd(done.Record);
        if (ImportTries.WasGivenUp(entry.Record))
        {
            await ports.Poison.RemoveAsync(plan.Source, plan.Version.Path, cancellation);
        }
    }

    private static string ReportName(Plan plan) =>
        ImportReport.NameOf(plan.Source, plan.Version.Path, plan.Version.LastModified);
}
