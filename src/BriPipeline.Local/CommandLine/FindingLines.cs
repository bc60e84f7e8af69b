using BriPipeline.Core.Findings;

namespace BriPipeline.Local.CommandLine;

/// <summary>The findings of a file that cost most, a line each: what was refused before what was stored with a warning.</summary>
internal static class FindingLines
{
    private const int Most = 5;

    private static readonly (string Severity, string Word, Colour Colour)[] Words =
    [
        ("reject-workbook", "refused", Colour.Red),
        ("reject-cell", "refused", Colour.Red),
        ("warning", "warning", Colour.Yellow),
    ];

    /// <param name="more">Where all of them are listed.</param>
    internal static void Write(Terminal terminal, IEnumerable<ReportFinding> findings, string more)
    {
        var worst = findings
            .Select(finding =>
                (Finding: finding, Rank: Array.FindIndex(Words, one => one.Severity == finding.Severity))
            )
            .Where(one => one.Rank >= 0)
            .OrderBy(one => one.Rank)
            .ThenByDescending(one => one.Finding.Figures)
            .ToList();
        foreach (var (finding, rank) in worst.Take(Most))
        {
            var place = string.Join('!', new[] { finding.Sheet, finding.Cell }.Where(part => part is { Length: > 0 }));
            var word = terminal.Paint(Words[rank].Word, Words[rank].Colour);
            terminal.Say($"  {word} {(place.Length == 0 ? "" : place + " ")}{finding.Code}: {finding.Message}");
        }

        if (worst.Count > Most)
        {
            terminal.Say($"  ... and {worst.Count - Most} more; {more}");
        }
    }
}
