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

/// <summary>The done mark of a source: its last committed import.</summary>
/// <param name="Number">That import's number in the feed.</param>
/// <param name="State">Name of the source's state below <c>manifests/</c>.</param>
/// <param name="IsDiscarded">True where the import's plan was set aside and changed nothing.</param>
public sealed record CommitMark(
    string Source,
    long Seq,
    long Number,
    string State,
    string Path,
    DateTimeOffset LastModified,
    bool IsDiscarded = false
);

/// <summary>A row of <c>Feed</c>: one committed import.</summary>
/// <param name="Number">Gap-free over all sources, from 1.</param>
/// <param name="CommittedAt">Strictly increasing with the number.</param>
/// <param name="Plan">Name below <c>plans/</c>.</param>
/// <param name="State">Name of the source's state below <c>manifests/</c>.</param>
/// <param name="Discarded">Why the plan was set aside, so that nothing changed; null where it was applied.</param>
public sealed record FeedRow(
    long Number,
    string Source,
    long Seq,
    DateTimeOffset CommittedAt,
    ImportCounts Counts,
    string Upload,
    string Plan,
    string State,
    string? Discarded = null
);

/// <summary>What was committed.</summary>
public interface IFeed
{
    /// <summary>The rows after a number, in their order.</summary>
    IAsyncEnumerable<FeedRow> ListAsync(long after, CancellationToken cancellation);

    /// <summary>The number of the last row; 0 before the first. Whatever was read before this was asked is as new as it.</summary>
    Task<long> FindHeadAsync(CancellationToken cancellation);
}

/// <summary>Plans, manifests and the tables they end in.</summary>
public interface IVintageStore
{
    /// <summary>The done marks of all sources, in ordinal order.</summary>
    Task<IReadOnlyList<CommitMark>> ListMarksAsync(CancellationToken cancellation);

    Task<CommitMark?> FindMarkAsync(string source, CancellationToken cancellation);

    /// <param name="name">Below <c>manifests/</c>.</param>
    Task<SourceState> GetStateAsync(string name, CancellationToken cancellation);

    /// <param name="name">Below <c>manifests/</c>.</param>
    Task<Manifest> GetManifestAsync(string name, CancellationToken cancellation);

    /// <summary>Writes it under a name of its own, which is returned.</summary>
    Task<string> PutManifestAsync(string source, long seq, Manifest manifest, CancellationToken cancellation);

    /// <summary>Writes it under a name of its own, which is returned.</summary>
    Task<string> PutStateAsync(string source, long seq, SourceState state, CancellationToken cancellation);

    /// <exception cref="BrokenBlobException">There is one, and it is not what was written.</exception>
    Task<Plan?> FindPlanAsync(string source, long seq, CancellationToken cancellation);

    /// <summary>True where there is a plan of this number, whatever it holds.</summary>
    Task<bool> HasPlanAsync(string source, long seq, CancellationToken cancellation);

    /// <exception cref="LeaseLostException">There is another plan of this number.</exception>
    /// <exception cref="UnstorableException">Storage would refuse one of its rows; nothing is written.</exception>
    Task PutPlanAsync(Plan plan, CancellationToken cancellation);

    /// <summary>Writes every row of the plan that is not written yet.</summary>
    /// <param name="progress">Is told of rows as they are written, and of those that were before.</param>
    /// <exception cref="LeaseLostException">A later plan is being applied.</exception>
    Task ApplyAsync(Plan plan, WriteProgress progress, CancellationToken cancellation);

    /// <summary>Enters the plan in the feed, once; returns its number there.</summary>
    Task<long> CommitAsync(Plan plan, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Enters in the feed, once, that an import was set aside: the source's state stays as it is. Returns the number there.</summary>
    Task<long> DiscardAsync(DiscardedPlan plan, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>What was committed and discarded, in the order of the feed.</summary>
    IAsyncEnumerable<FeedRow> ListCommitsAsync(CancellationToken cancellation);

    /// <summary>The rows of <c>Feed</c> and of the ledger that are not what was written, by table and key.</summary>
    IAsyncEnumerable<string> ListBrokenRowsAsync(CancellationToken cancellation);

    /// <summary>Deletes the rows of <c>Revisions</c> that an import wrote that is not committed.</summary>
    Task RemoveRevisionsAsync(string source, long seq, CancellationToken cancellation);

    /// <summary>The rows of <c>Revisions</c> of a source; null for one whose columns cannot be read.</summary>
    Task<IReadOnlyDictionary<RevisionKey, StoredRevision?>> ReadRevisionsAsync(
        string source,
        CancellationToken cancellation
    );

    /// <summary>The rows of <c>Registers</c>; null for one whose columns cannot be read or are not what was written.</summary>
    Task<IReadOnlyDictionary<RegisterKey, RegisterRow?>> ReadRegistersAsync(CancellationToken cancellation);

    /// <summary>Writes and deletes rows of <c>Revisions</c> outside an import.</summary>
    Task RepairRevisionsAsync(
        string source,
        IReadOnlyList<StoredRevision> right,
        IReadOnlyList<RevisionKey> removed,
        CancellationToken cancellation
    );

    /// <summary>Writes rows of <c>Registers</c> outside an import.</summary>
    Task RepairRegistersAsync(
        long seq,
        IReadOnlyList<RegisterRow> rows,
        IReadOnlyList<RegisterKey> removed,
        CancellationToken cancellation
    );

    /// <summary>Moves back what says how far the source's partitions are written, where it is past an import.</summary>
    /// <returns>The partitions, as <c>Trade KAZ-CHN: 999</c>.</returns>
    Task<IReadOnlyList<string>> ResetFencesAsync(string source, long seq, bool isTrial, CancellationToken cancellation);

    /// <summary>Every row of the source that is stored.</summary>
    Task<StoredRows> ReadRowsAsync(string source, CancellationToken cancellation);

    /// <summary>Writes rows outside an import; its number is that of the source's last commit.</summary>
    Task RepairAsync(string source, long seq, Repairs repairs, CancellationToken cancellation);
}

/// <summary>Names a row of <c>Revisions</c> of a source.</summary>
public sealed record RevisionKey(ObservationKey Key, long Seq);

/// <summary>An import that is set aside.</summary>
/// <param name="State">Name of the source's state below <c>manifests/</c>, which stays.</param>
public sealed record DiscardedPlan(
    string Source,
    long Seq,
    string State,
    string Path,
    DateTimeOffset LastModified,
    string Cause
);

/// <summary>What is stored of a source; a row whose columns cannot be read is null.</summary>
public sealed record StoredRows(
    IReadOnlyDictionary<ObservationKey, TradeRow?> Trade,
    IReadOnlyDictionary<ObservationKey, TradeRow?> ByPeriod,
    IReadOnlyDictionary<SeriesKey, SeriesRow?> Series
);

/// <summary>Rows to put right.</summary>
public sealed record Repairs(
    IReadOnlyList<TradeRow> Trade,
    IReadOnlyList<ObservationKey> TradeRemoved,
    IReadOnlyList<TradeRow> ByPeriod,
    IReadOnlyList<ObservationKey> ByPeriodRemoved,
    IReadOnlyList<SeriesRow> Series,
    IReadOnlyList<SeriesKey> SeriesRemoved
);

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
