using System.Collections.Concurrent;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Imports;

/// <summary>From uploads to rows. A trigger only notifies: the ledger is the work list, and whoever holds a source's
/// lease works it off, oldest first.</summary>
/// <param name="read">Reads a workbook: a seekable stream, the file's name, the profile of its source.</param>
/// <param name="engine">Names the code that reads; a path's bytes are read again when it has changed. Null for this build.</param>
public sealed class WorkbookImport(
    ImportPorts ports,
    Func<Stream, string, SourceProfile, ReadingResult> read,
    TimeProvider clock,
    string? engine = null
)
{
    /// <summary>Characters of a path: the names of reports hold it, and a blob's name has at most 1,024.</summary>
    public const int MaxPathLength = 512;

    /// <summary>Sources that one process works for at a time: each may hold a large workbook in memory.</summary>
    public const int MaxSideBySide = 4;

    private const int MaxRounds = 5;
    private readonly RollForward rollForward = new(ports, clock);
    private readonly string engine = engine ?? typeof(WorkbookImport).Module.ModuleVersionId.ToString("N");

    /// <summary>Records the versions of the path that can be read, then works for the source unless somebody else does.</summary>
    public async Task NotifyAsync(string source, string path, CancellationToken cancellation)
    {
        await FindAndRecordAsync(source, path, cancellation);
        await DrainAsync(source, cancellation);
    }

    /// <summary>Records the versions of the path that can be read and leaves the work to a wake-up or the next sweep: what an event
    /// that was given up is good for.</summary>
    public async Task RecordAsync(string source, string path, CancellationToken cancellation)
    {
        await FindAndRecordAsync(source, path, cancellation);
        await LeaveWakeUpAsync(source, cancellation);
    }

    /// <summary>Works for the source until nothing is open, and looks again after giving the lease back: a notification that came
    /// meanwhile has found the lease held. Its holder may have been killed, so that a wake-up is left.</summary>
    public async Task DrainAsync(string source, CancellationToken cancellation)
    {
        do
        {
            await using var lease = await ports.Locks.TryAcquireAsync(source, cancellation);
            if (lease is null)
            {
                ImportTelemetry.LeasesHeld.Add(1);
                await LeaveWakeUpAsync(source, cancellation);
                return;
            }

            if (!await WorkAsync(source, lease, cancellation))
            {
                return;
            }
        } while ((await ports.Ledger.ListOpenAsync(source, cancellation)).Count > 0);
    }

    /// <summary>Enters whatever has no row in the ledger, then works for each source that has open work, a few side by side.</summary>
    /// <exception cref="AggregateException">Some sources failed; the others were worked for.</exception>
    public async Task SweepAsync(CancellationToken cancellation) =>
        await DrainAllAsync(await EnterAsync(cancellation), cancellation);

    /// <summary>Enters whatever has no row in the ledger.</summary>
    /// <returns>The sources that have open work.</returns>
    public async Task<IReadOnlyCollection<string>> EnterAsync(CancellationToken cancellation)
    {
        var known = new HashSet<(string, string, string)>();
        var open = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var record in ports.Ledger.ListAsync(null, cancellation))
        {
            known.Add((record.Source, record.Path, record.ETag));
            if (record.IsOpen)
            {
                open.Add(record.Source);
            }
        }

        var unknown = await ports
            .Uploads.ListAsync(cancellation)
            .Where(version => !known.Contains((version.Source, version.Path, version.ETag)))
            .ToListAsync(cancellation);
        foreach (var version in unknown.OrderBy(version => version.LastModified))
        {
            await RecordAsync(version, cancellation);
            open.Add(version.Source);
        }

        foreach (var mark in await ports.Vintages.ListMarksAsync(cancellation))
        {
            // An upload that failed for the last time may have left its plan.
            if (await ports.Vintages.HasPlanAsync(mark.Source, mark.Seq + 1, cancellation))
            {
                open.Add(mark.Source);
            }
        }

        return open;
    }

    /// <summary>Stores a held version after all. False if there is none.</summary>
    /// <param name="version">Its <see cref="UploadRecord.Version"/>; null for the newest of the path.</param>
    public Task<bool> AcceptAsync(string source, string path, string? version, CancellationToken cancellation) =>
        ReopenAsync(source, path, version, record => record.State == UploadState.Held, isAccepted: true, cancellation);

    /// <summary>Reads a held or ended version again, from the archive if it was archived. False if there is none.</summary>
    /// <param name="version">Its <see cref="UploadRecord.Version"/>; null for the newest of the path.</param>
    public Task<bool> RetryAsync(string source, string path, string? version, CancellationToken cancellation) =>
        ReopenAsync(
            source,
            path,
            version,
            record => record.IsEnded || record.State == UploadState.Held,
            isAccepted: false,
            cancellation
        );

    /// <summary>Reads the newest version of a path again from the archive, as after a change of profile, aliases, pinned
    /// layout or program; what was accepted stays so. False if there is none, or if a worker has it.</summary>
    public Task<bool> ReplayAsync(string source, string path, CancellationToken cancellation) =>
        ReopenAsync(
            source,
            path,
            version: null,
            record => record.IsEnded || record.State == UploadState.Held,
            isAccepted: null,
            cancellation
        );

    /// <summary>Sets the source's open plan aside, whatever it had written, and works off what waited for it. False if there is no such
    /// plan, or if a worker has the source.</summary>
    /// <param name="seq">Its number; null for whichever is open.</param>
    public async Task<bool> DiscardAsync(string source, long? seq, CancellationToken cancellation)
    {
        await using (var lease = await ports.Locks.TryAcquireAsync(source, cancellation))
        {
            if (lease is null || !await new Discarding(ports, clock).RunAsync(source, seq, cancellation))
            {
                return false;
            }
        }

        await DrainAsync(source, cancellation);
        return true;
    }

    private async Task<bool> ReopenAsync(
        string source,
        string path,
        string? version,
        Func<UploadRecord, bool> isMeant,
        bool? isAccepted,
        CancellationToken cancellation
    )
    {
        await foreach (var record in ports.Ledger.ListAsync(source, cancellation))
        {
            if (record.Path != path || (version is not null && record.Version != version))
            {
                continue;
            }

            var entry = await ports.Ledger.FindAsync(source, path, record.LastModified, cancellation);
            if (entry is null || !isMeant(entry.Record))
            {
                return false;
            }

            await ports.Ledger.UpdateAsync(
                entry,
                entry.Record with
                {
                    State = UploadState.Received,
                    Accepted = isAccepted ?? entry.Record.Accepted,
                    Tries = 0,
                    IsStuck = false,
                    Seq = null,
                    Added = 0,
                    Revised = 0,
                    Retracted = 0,
                    Restored = 0,
                    Cause = null,
                    EndedAt = null,
                },
                cancellation
            );
            if (entry.Record.State == UploadState.Failed)
            {
                await ports.Poison.RemoveAsync(source, path, cancellation);
            }

            await DrainAsync(source, cancellation);
            return true;
        }

        return false;
    }

    private async Task DrainAllAsync(IEnumerable<string> sources, CancellationToken cancellation)
    {
        var failures = new ConcurrentQueue<Exception>();
        await Parallel.ForEachAsync(
            sources,
            new ParallelOptions { MaxDegreeOfParallelism = MaxSideBySide, CancellationToken = cancellation },
            async (source, token) =>
            {
                try
                {
                    await DrainAsync(source, token);
                }
                catch (Exception e) when (!token.IsCancellationRequested)
                {
                    failures.Enqueue(e);
                }
            }
        );
        if (!failures.IsEmpty)
        {
            throw new AggregateException("Imports failed; they are tried again at the next sweep.", failures);
        }
    }

    private async Task FindAndRecordAsync(string source, string path, CancellationToken cancellation)
    {
        await foreach (var version in ports.Uploads.ListVersionsAsync(source, path, cancellation))
        {
            await RecordAsync(version, cancellation);
        }
    }

    /// <summary>Records a version that was seen.</summary>
    public async Task RecordAsync(UploadVersion version, CancellationToken cancellation)
    {
        using var span = ImportTelemetry.StartNotification(version.Source, version.Path);
        ImportTelemetry.Notifications.Add(1);
        await ports.Ledger.RecordAsync(version with { TraceParent = span?.Id }, clock.GetUtcNow(), cancellation);
    }

    /// <summary>A blob with any other name is refused at once: there is no import to finish.</summary>
    private Task LeaveWakeUpAsync(string source, CancellationToken cancellation) =>
        ports.WakeUps is { } wakeUps && SourceName.IsValid(source)
            ? wakeUps.LeaveAsync(source, cancellation)
            : Task.CompletedTask;

    /// <summary>False if the lease was lost, so that its new holder does the rest, or if the source waits for a plan that failed.</summary>
    private async Task<bool> WorkAsync(string source, ISourceLease lease, CancellationToken cancellation)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lease.Lost);
        for (var round = 1; ; round++)
        {
            try
            {
                return await new SourceWorker(source, ports, rollForward, read, clock, engine).RunAsync(both.Token);
            }
            catch (OperationCanceledException)
                when (lease.Lost.IsCancellationRequested && !cancellation.IsCancellationRequested)
            {
                return false;
            }
            catch (LeaseLostException fault)
            {
                if (!await lease.IsHeldAsync(cancellation))
                {
                    return false;
                }

                // The holder before woke up and wrote: what is stored now is settled, and the work goes on from there.
                if (round == MaxRounds)
                {
                    var isStuck = await rollForward.StickAsync(source, fault.Message, both.Token);
                    throw isStuck
                        ? new InvalidOperationException(
                            "An upload failed for the last time; the ledger says why.",
                            fault
                        )
                        : fault;
                }
            }
        }
    }
}
