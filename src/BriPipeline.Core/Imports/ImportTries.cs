using BriPipeline.Core.Reports;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Imports;

/// <summary>Counts the tries of an upload in the ledger, each at its start, so that a run that was killed counts too. A try that
/// met an outage of storage is given back: it says nothing of the upload.</summary>
internal sealed class ImportTries(ImportPorts ports, TimeProvider clock)
{
    /// <summary>The failure of this try is the last one.</summary>
    private const int Limit = 5;

    /// <summary>So often a run may be stopped in the middle without a fault of its own: whatever stops the host is seldom the file that
    /// is being read.</summary>
    private const int StopLimit = 25;

    /// <summary>True if the upload was in the poison queue and was finished later.</summary>
    public static bool WasGivenUp(UploadRecord record) => record.Tries > Limit;

    /// <summary>Runs one try.</summary>
    /// <param name="isPlanned">True where a plan waits: it has to be finished however often that failed.</param>
    /// <returns>Null after success; the fault, if this was the last try and the upload is now Failed.</returns>
    /// <exception cref="LeaseLostException">Another worker has the source now; that is no failure.</exception>
    public async Task<Exception?> RunAsync(
        LedgerEntry entry,
        Func<LedgerEntry, CancellationToken, Task> work,
        CancellationToken cancellation,
        bool isPlanned = false
    )
    {
        var record = entry.Record;
        if (record.Tries >= (record.Cause is null ? StopLimit : Limit) && !isPlanned)
        {
            var cause = record.Cause ?? $"It was stopped in the middle, {StopLimit} times.";
            await FailAsync(entry, cause, cancellation);
            return null;
        }

        var started = await ports.Ledger.UpdateAsync(
            entry,
            record with
            {
                State = isPlanned ? UploadState.Applying : UploadState.Reading,
                Tries = record.Tries + 1,
                StartedAt = record.StartedAt ?? clock.GetUtcNow(),
                EndedAt = null,
            },
            cancellation
        );
        using var span = ImportTelemetry.StartTry(started.Record);
        try
        {
            await work(started, cancellation);
            return null;
        }
        catch (Exception e) when (e is not LeaseLostException && !cancellation.IsCancellationRequested)
        {
            span.Fail(e);
            if (await NoteAsync(started.Record, e, cancellation) && !isPlanned)
            {
                return e;
            }

            throw;
        }
    }

    /// <summary>True if that was the last try.</summary>
    private async Task<bool> NoteAsync(UploadRecord record, Exception fault, CancellationToken cancellation)
    {
        var cause = CauseOf(fault);
        try
        {
            var entry =
                await ports.Ledger.FindAsync(record.Source, record.Path, record.LastModified, cancellation)
                ?? throw new InvalidOperationException("The upload has left the ports.Ledger.");
            if (entry.Record.IsEnded || entry.Record.Tries != record.Tries)
            {
                throw new LeaseLostException("Another worker has taken the upload over.", fault);
            }

            if (ports.Outages.IsOutage(fault))
            {
                var given = entry.Record with { Tries = record.Tries - 1, Cause = cause };
                await ports.Ledger.UpdateAsync(entry, given, cancellation);
                ImportTelemetry.Outages.Add(1);
                return false;
            }

            if (ports.Outages.IsLasting(fault))
            {
                await StickAsync(entry, cause, cancellation);
                return true;
            }

            if (entry.Record.Tries >= Limit)
            {
                await FailAsync(entry, cause, cancellation);
                return true;
            }

            await ports.Ledger.UpdateAsync(entry, entry.Record with { Cause = cause }, cancellation);
            return false;
        }
        catch (Exception second) when (second is not LeaseLostException && !cancellation.IsCancellationRequested)
        {
            throw new AggregateException("A try failed, and that could not be noted.", fault, second);
        }
    }

    /// <summary>Ends the upload for a reason that will not pass.</summary>
    public Task StickAsync(LedgerEntry entry, string cause, CancellationToken cancellation) =>
        FailAsync(entry with { Record = entry.Record with { IsStuck = true } }, cause, cancellation);

    /// <summary>The first paragraph of the last fault's message, and of the fault behind it.</summary>
    private static string CauseOf(Exception fault)
    {
        var last = fault is AggregateException { InnerExceptions: [.., var retried] } ? retried : fault;
        var origin = last.GetBaseException();
        var cause = $"{last.GetType().Name}: {Paragraph(last)}";
        return origin == last ? cause : $"{cause} {Paragraph(origin)}";
    }

    private static string Paragraph(Exception fault) =>
        string.Join(
            ' ',
            fault.Message.Split('\n', StringSplitOptions.TrimEntries).TakeWhile(line => line.Length > 0).Take(5)
        );

    /// <summary>Where a plan waits there are more tries, without a message each. The message goes first: a worker that is killed between the two leaves the upload to be failed again.</summary>
    private async Task FailAsync(LedgerEntry entry, string cause, CancellationToken cancellation)
    {
        var report = ImportReport.OfFailed(entry.Record.Source, entry.Record.Path, entry.Record.LastModified, cause);
        await report.PutAsync(ports.Reports, cancellation);
        if (entry.Record.Tries <= Limit || entry.Record.Cause is null)
        {
            await ports.Poison.PutAsync(PoisonMessage.Of(entry.Record, cause), cancellation);
        }

        var failed = await ports.Ledger.UpdateAsync(
            entry,
            entry.Record with
            {
                State = UploadState.Failed,
                Cause = cause,
                EndedAt = clock.GetUtcNow(),
                Report = report.Name,
            },
            cancellation
        );
        ImportTelemetry.CountEnd(failed.Record);
    }
}
