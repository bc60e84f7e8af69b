using System.Diagnostics.CodeAnalysis;

namespace BriPipeline.Core.Summaries;

/// <summary>A summary, or the sentence that says why there is none.</summary>
public sealed record SummaryCompilation
{
    private SummaryCompilation(MonthlySummary? summary, string? reason) => (Summary, Reason) = (summary, reason);

    public MonthlySummary? Summary { get; }
    public string? Reason { get; }

    [MemberNotNullWhen(true, nameof(Summary))]
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool IsCompiled => Summary is not null;

    public static SummaryCompilation Of(MonthlySummary summary) => new(summary, null);

    public static SummaryCompilation None(string reason) => new(null, reason);
}
