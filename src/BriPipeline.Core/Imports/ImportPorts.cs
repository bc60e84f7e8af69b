using BriPipeline.Core.Registers;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Imports;

/// <summary>The bytes of one version, seekable. Disposing frees the stream.</summary>
public sealed record ArchivedUpload(string Sha256, Stream Content) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

/// <summary>A version as the archive knows it.</summary>
/// <param name="Seen">Its place among the versions of its source as they were first seen.</param>
public sealed record ArchivedVersion(string Source, long Seen, string Path, DateTimeOffset LastModified, string Sha256);

/// <summary>Container <c>archive</c>: every version of every upload, immutable, by hash.</summary>
public interface IArchive
{
    /// <summary>Copies a version into the archive; null where it can no longer be read.</summary>
    Task<ArchivedUpload?> TakeAsync(UploadRecord record, CancellationToken cancellation);

    /// <summary>Archives bytes of which the hash is known, unless that was done.</summary>
    Task KeepAsync(string sha256, Stream content, CancellationToken cancellation);

    /// <summary>A version that was archived before; null where it was not.</summary>
    /// <exception cref="BrokenBlobException">Its bytes are not those of the hash.</exception>
    Task<ArchivedUpload?> FindAsync(string sha256, CancellationToken cancellation);

    /// <summary>Keeps beside the bytes by which name, when and in which order they came, so that a lost ledger can be made anew.</summary>
    Task NoteAsync(ArchivedVersion version, CancellationToken cancellation);

    /// <summary>What was noted, by source in the order in which its versions were first seen; null for a note that is not what was
    /// written.</summary>
    IAsyncEnumerable<(string Name, ArchivedVersion? Version)> ListVersionsAsync(CancellationToken cancellation);

    /// <summary>The hashes of all that is archived.</summary>
    IAsyncEnumerable<string> ListAsync(CancellationToken cancellation);
}

/// <summary>A row of the ledger together with the state of the row that a change must meet.</summary>
public sealed record LedgerEntry(UploadRecord Record, string Tag);

/// <summary>The ledger as imports write it.</summary>
public interface IWorkList : ILedger
{
    /// <summary>Inserts <see cref="UploadState.Received"/> where the version has no row yet.</summary>
    Task RecordAsync(UploadVersion version, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>The versions of a source that wait for a worker or are in one's hands, oldest first.</summary>
    Task<IReadOnlyList<LedgerEntry>> ListOpenAsync(string source, CancellationToken cancellation);

    Task<LedgerEntry?> FindAsync(
        string source,
        string path,
        DateTimeOffset lastModified,
        CancellationToken cancellation
    );

    /// <exception cref="LeaseLostException">Somebody else has changed the row.</exception>
    Task<LedgerEntry> UpdateAsync(LedgerEntry entry, UploadRecord record, CancellationToken cancellation);
}

/// <summary>Uploads that have failed for the last time, where people and monitors look for them. The ledger says the same.</summary>
public interface IPoisonQueue
{
    /// <summary>Adds a message. The same upload may be there already.</summary>
    Task PutAsync(PoisonMessage message, CancellationToken cancellation);

    /// <summary>Takes every message of the upload away: it is tried again.</summary>
    Task RemoveAsync(string source, string path, CancellationToken cancellation);

    /// <summary>About how many messages there are.</summary>
    Task<int> CountAsync(CancellationToken cancellation);
}

/// <summary>Tells faults of storage from all others.</summary>
public interface IOutages
{
    /// <summary>True where storage did not answer, was busy or refused access: a passing fault that no upload caused.</summary>
    bool IsOutage(Exception fault);

    /// <summary>True where trying again cannot help: a row that storage does not take, a blob that is broken.</summary>
    bool IsLasting(Exception fault);
}

/// <summary>Calls that come later, from outside this process, so that they outlive it.</summary>
public interface IWakeUps
{
    /// <summary>Has <see cref="WorkbookImport.DrainAsync"/> called for the source once a lease that is held now has ended, if its
    /// holder no longer lives.</summary>
    Task LeaveAsync(string source, CancellationToken cancellation);
}

/// <summary>The right to work for a source. Disposing gives it back.</summary>
public interface ISourceLease : IAsyncDisposable
{
    /// <summary>Cancelled when the lease was lost.</summary>
    CancellationToken Lost { get; }

    /// <summary>Asks storage whether the lease is still held.</summary>
    Task<bool> IsHeldAsync(CancellationToken cancellation);
}

/// <summary>Leases on <c>locks/{source}</c>.</summary>
public interface ISourceLocks
{
    /// <summary>Null where another worker holds it.</summary>
    Task<ISourceLease?> TryAcquireAsync(string source, CancellationToken cancellation);
}

/// <summary>What imports own of <c>Summaries</c>.</summary>
public interface ISummaryMarks
{
    /// <summary>Raises <see cref="SummaryRecord.DirtySeq"/> of the subject's summaries to at least <paramref name="number"/>.</summary>
    Task MarkDirtyAsync(
        string subject,
        IReadOnlyCollection<TimePeriod> periods,
        long number,
        CancellationToken cancellation
    );
}

/// <summary>All that <see cref="WorkbookImport"/> writes to and reads from.</summary>
/// <param name="Files">Where the files of an archive are put.</param>
/// <param name="WakeUps">Null where the uploads are swept every few seconds.</param>
public sealed record ImportPorts(
    IUploadList Uploads,
    IUploadStore Files,
    IArchive Archive,
    IWorkList Ledger,
    IPoisonQueue Poison,
    ISourceLocks Locks,
    IVintageStore Vintages,
    IReferenceStore Reference,
    IReportStore Reports,
    ISummaryMarks Summaries,
    IRegisterStore Registers,
    ITradeReader Trade,
    IOutages Outages,
    IWakeUps? WakeUps = null
);
