using BriPipeline.Core.Findings;

namespace BriPipeline.Web.Pages;

/// <summary>How the page speaks of a severity.</summary>
internal sealed record SeverityWord(string Label, string Plural, string Tone)
{
    private static readonly Dictionary<Severity, SeverityWord> Words = new()
    {
        [Severity.Note] = new("Note", "notes", "past"),
        [Severity.Warning] = new("Warning", "warnings", "ask"),
        [Severity.RejectCell] = new("Not read", "places not read", "bad"),
        [Severity.RejectWorkbook] = new("Rejected", "reasons to reject the table or file", "bad"),
    };

    internal static SeverityWord Of(Severity severity) => Words[severity];

    internal string Count(int count) => count == 1 && Label != "Not read" ? Label.ToLowerInvariant() : Plural;
}
