using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Imports;

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
