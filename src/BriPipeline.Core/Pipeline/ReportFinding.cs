using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Pipeline;

/// <summary>A finding as reports print it; the schema of <c>findings.json</c>.</summary>
/// <param name="Severity"><c>reject-workbook</c>, <c>reject-cell</c>, <c>warning</c> or <c>note</c>.</param>
/// <param name="Cell">Address or range as the publisher's file names it.</param>
public sealed record ReportFinding(
    string File,
    string Severity,
    string Code,
    string? Sheet,
    string? Cell,
    string? Raw,
    string Message,
    string Advice
)
{
    public static ReportFinding Of(string file, Finding finding) =>
        new(
            file,
            finding.Code.Severity switch
            {
                Findings.Severity.RejectWorkbook => "reject-workbook",
                Findings.Severity.RejectCell => "reject-cell",
                Findings.Severity.Warning => "warning",
                _ => "note",
            },
            finding.Code.Id,
            finding.Sheet,
            finding.Place?.ToString(),
            finding.Raw,
            finding.Message,
            finding.Advice
        );
}
