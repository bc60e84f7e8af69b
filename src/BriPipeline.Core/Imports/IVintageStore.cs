using BriPipeline.Core.Registers;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Imports;

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
