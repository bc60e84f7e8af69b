using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Imports;

/// <summary>From a written plan to a committed import. Whatever was done before by somebody else is not done again.</summary>
internal sealed class RollForward(ImportPorts ports, TimeProvider clock)
{
    private static readonly TimeSpan Noted = TimeSpan.FromSeconds(2);

    private readonly ImportTries tries = new(ports, clock);

    /// <summary>Finishes what an earlier worker left: the steps after its commit, or its open plan.</summary>
    public async Task SettleAsync(string source, CancellationToken cancellation)
    {
        var mark = await ports.Vintages.FindMarkAsync(source, cancellation);
        if (
            mark is not null
            && await ports.Ledger.FindAsync(source, mark.Path, mark.LastModified, cancellation) is { } last
            && last.Record.Seq == mark.Seq
            && last.Record.State != UploadState.Done
        )
        {
            var plan =
                await ports.Vintages.FindPlanAsync(source, mark.Seq, cancellation)
                ?? throw new InvalidOperationException($"The committed plan {source}/{mark.Seq} is gone.");
            await EndAsync(plan, mark.Number, last, cancellation);
        }

        if (await ports.Vintages.FindPlanAsync(source, (mark?.Seq ?? 0) + 1, cancellation) is not { } open)
        {
            return;
        }

        var version = open.Version;
        var entry = await ports.Ledger.FindAsync(source, version.Path, version.LastModified, cancellation);
        if (entry is null)
        {
            await RunAsync(open, null, cancellation);
            return;
        }

        if (entry.Record.State == UploadState.Done && entry.Record.Seq == open.Seq)
        {
            throw new LeaseLostException($"Import {open.Seq} of {source} was committed since the done mark was read.");
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
