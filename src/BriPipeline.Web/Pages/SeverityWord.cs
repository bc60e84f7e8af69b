using BriPipeline.Core.Findings;

namespace BriPipeline.Web.Pages;

/// <summary>How pages order and colour a severity. Its words are <c>severity.{name}</c>.</summary>
/// <param name="Rank">The gravest first.</param>
/// <param name="Tone">Class of its colour.</param>
internal sealed record SeverityWord(string Name, int Rank, string Tone)
{
    private static readonly SeverityWord[] Words =
    [
        new("reject-workbook", 0, "bad"),
        new("reject-cell", 1, "bad"),
        new("warning", 2, "ask"),
        new("note", 3, "past"),
    ];

    internal static SeverityWord Of(ReportFinding finding) => Words.Single(word => word.Name == finding.Severity);
}
