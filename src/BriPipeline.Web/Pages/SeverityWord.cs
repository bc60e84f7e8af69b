using BriPipeline.Core.Pipeline;

namespace BriPipeline.Web.Pages;

/// <summary>How the page speaks of a severity.</summary>
/// <param name="Rank">The gravest first.</param>
/// <param name="Label">For the badge of one finding.</param>
/// <param name="One">After a count of one.</param>
/// <param name="Many">After any other count.</param>
/// <param name="Tone">Class of its colour.</param>
internal sealed record SeverityWord(int Rank, string Label, string One, string Many, string Tone)
{
    private static readonly Dictionary<string, SeverityWord> Words = new(StringComparer.Ordinal)
    {
        ["reject-workbook"] = new(0, "Rejected", "table or file rejected", "reasons to reject a table or file", "bad"),
        ["reject-cell"] = new(1, "Not read", "place not read", "places not read", "bad"),
        ["warning"] = new(2, "Warning", "warning", "warnings", "ask"),
        ["note"] = new(3, "Note", "note", "notes", "past"),
    };

    internal static SeverityWord Of(ReportFinding finding) => Words[finding.Severity];

    internal string Count(int count) => $"{Text.Number(count)} {(count == 1 ? One : Many)}";
}
