namespace BriPipeline.Core.Pipeline;

/// <summary>Counts the tries of an upload in the ledger, each at its start, so that a run that was killed counts too.</summary>
internal static class ImportTries
{
    /// <summary>The failure of this try is the last one.</summary>
    public const int Limit = 5;

    /// <summary>Runs one try.</summary>
    /// <param name="isPlanned">True where a plan waits: it has to be finished however often that failed.</param>
    /// <returns>Null after success; the fault, if this was the last try and the upload is now Failed.</returns>
    /// <exception cref="LeaseLostException">Another worker has the source now; that is no failure.</exception>
    public static async Task<Exception?> RunAsync(
        IWorkList ledger,
        TimeProvider clock,
        LedgerEntry entry,
        Func<LedgerEntry, CancellationToken, Task> work,
        CancellationToken cancellation,
        bool isPlanned = false
    )
    {
        var record = entry.Record;
        if (record.Tries >= Limit && !isPlanned)
        {
            await FailAsync(
                ledger,
                clock,
                entry,
                record.Cause ?? "It was stopped in the middle, five times.",
                cancellation
            );
            return null;
        }

        var started = await ledger.UpdateAsync(
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
        try
        {
            await work(started, cancellation);
            return null;
        }
        catch (Exception e) when (e is not LeaseLostException && !cancellation.IsCancellationRequested)
        {
            if (await NoteAsync(ledger, clock, started.Record, e, cancellation) && !isPlanned)
            {
                return e;
            }

            throw;
        }
    }

    /// <summary>True if that was the last try.</summary>
    private static async Task<bool> NoteAsync(
        IWorkList ledger,
        TimeProvider clock,
        UploadRecord record,
        Exception fault,
        CancellationToken cancellation
    )
    {
        var cause = $"{fault.GetType().Name}: {fault.Message.Split('\n')[0].Trim()}";
        try
        {
            var entry =
                await ledger.FindAsync(record.Source, record.Path, record.LastModified, cancellation)
                ?? throw new InvalidOperationException("The upload has left the ledger.");
            if (entry.Record.IsEnded || entry.Record.Tries != record.Tries)
            {
                throw new LeaseLostException("Another worker has taken the upload over.", fault);
            }

            if (entry.Record.Tries >= Limit)
            {
                await FailAsync(ledger, clock, entry, cause, cancellation);
                return true;
            }

            await ledger.UpdateAsync(entry, entry.Record with { Cause = cause }, cancellation);
            return false;
        }
        catch (Exception second) when (second is not LeaseLostException && !cancellation.IsCancellationRequested)
        {
            throw new AggregateException("A try failed, and that could not be noted.", fault, second);
        }
    }

    private static async Task FailAsync(
        IWorkList ledger,
        TimeProvider clock,
        LedgerEntry entry,
        string cause,
        CancellationToken cancellation
    ) =>
        await ledger.UpdateAsync(
            entry,
            entry.Record with
            {
                State = UploadState.Failed,
                Cause = cause,
                EndedAt = clock.GetUtcNow(),
            },
            cancellation
        );
}
