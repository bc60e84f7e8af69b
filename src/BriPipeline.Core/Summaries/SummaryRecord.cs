using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>A row of <c>Summaries</c>: what is known of one subject's summary of one period.</summary>
/// <param name="Subject">A reporter (<c>KAZ</c>), a pair (<c>KAZ-CHN</c>) or a region and a partner (<c>143-CHN</c>).</param>
/// <param name="DirtySeq">Feed number of the last import that touched what the summary shows.</param>
/// <param name="CompiledSeq">Feed number covered by the newest edition; 0 before the first.</param>
/// <param name="Edition">Number of the newest edition; 0 before the first.</param>
/// <param name="Approved">Whether the newest edition is approved. Only approved editions are listed in the index and the feed.</param>
/// <param name="Documents">Names below <c>summaries/</c> of the newest edition's documents.</param>
/// <param name="Reason">Why no edition was compiled, one sentence; null where one was.</param>
public sealed record SummaryRecord(
    string Subject,
    TimePeriod Period,
    long DirtySeq,
    long CompiledSeq,
    int Edition,
    bool Approved,
    IReadOnlyList<string> Documents,
    string? Reason
)
{
    /// <summary>The edition that was approved last; 0 before the first. A newer one may still be a draft.</summary>
    public int ApprovedEdition { get; init; }

    /// <summary>Who approved it, and when; null before the first.</summary>
    public SummaryApproval? Approval { get; init; }

    /// <summary>Name below <c>summaries/</c> of a document of any edition.</summary>
    public string NameOf(int edition, string document) =>
        FormattableString.Invariant($"{Subject}/{Period}/{edition}/{document}");
}

/// <summary>Table <c>Summaries</c> and container <c>summaries</c>.</summary>
public interface ISummaryStore
{
    IAsyncEnumerable<SummaryRecord> ListAsync(CancellationToken cancellation);

    Task<SummaryRecord?> FindAsync(string subject, TimePeriod period, CancellationToken cancellation);

    /// <summary>Writes what a run found out or compiled; never touches <see cref="SummaryRecord.DirtySeq"/>, which imports own.</summary>
    Task PutAsync(SummaryRecord summary, CancellationToken cancellation);

    Task PutDocumentAsync(
        string name,
        string contentType,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellation
    );

    /// <summary>The bytes of <c>summaries/{name}</c>; null where there are none.</summary>
    Task<byte[]?> FindDocumentAsync(string name, CancellationToken cancellation);
}
