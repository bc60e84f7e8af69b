namespace BriPipeline.Core.Summaries;

/// <summary>Who approved an edition, and when.</summary>
public sealed record SummaryApproval(string Name, DateTimeOffset At)
{
    /// <summary>Why it was approved although findings are open about its figures; null where none are.</summary>
    public string? Reason { get; init; }
}

/// <summary>Which edition a document is.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Approval">Null for a draft.</param>
public sealed record SummaryEdition(int Number, SummaryApproval? Approval);
