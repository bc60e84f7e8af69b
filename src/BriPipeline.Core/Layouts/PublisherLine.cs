using BriPipeline.Core.Language;

namespace BriPipeline.Core.Layouts;

/// <summary>"Export Promotion Bureau": a line that only names an office. Words of its name say nothing of the figures.</summary>
internal static class PublisherLine
{
    public static bool Is(string text, CellEvidence evidence) =>
        evidence.Of(text) is { Said.Periods.Count: 0, Terms: { Count: > 0 } terms }
        && terms.Any(term => IsOffice(term) && StandsAtAnEnd(text, term))
        && terms.All(term => IsOffice(term) || term.Kind is TermKind.Filler or TermKind.Flow or TermKind.Limit);

    private static bool IsOffice(Term term) => term is { Kind: TermKind.Filler, Code: "organisation" };

    private static bool StandsAtAnEnd(string text, Term term) =>
        text.AsSpan(0, term.Start).Trim().IsEmpty || text.AsSpan(term.Start + term.Length).Trim(" .,").IsEmpty;
}
