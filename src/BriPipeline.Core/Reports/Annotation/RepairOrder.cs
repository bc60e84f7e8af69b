using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Reports.Annotation;

/// <summary>Findings in the order in which one would correct them: the gravest first, of these the kind that keeps most figures
/// out, and within a kind as they stand in the file.</summary>
public static class RepairOrder
{
    /// <summary>The gravest first.</summary>
    public static IReadOnlyList<string> Severities { get; } = ["reject-workbook", "reject-cell", "warning", "note"];

    public static IReadOnlyList<ReportFinding> Of(IReadOnlyList<ReportFinding> findings)
    {
        var figures = findings
            .GroupBy(finding => finding.Code, StringComparer.Ordinal)
            .ToDictionary(
                kind => kind.Key,
                kind => kind.Sum(finding => (long)Math.Max(1, finding.Figures)),
                StringComparer.Ordinal
            );
        return
        [
            .. findings
                .OrderBy(finding => Rank(finding))
                .ThenByDescending(finding => figures[finding.Code])
                .ThenBy(finding => finding.Code, StringComparer.Ordinal),
        ];
    }

    private static int Rank(ReportFinding finding) => Severities.TakeWhile(one => one != finding.Severity).Count();
}
