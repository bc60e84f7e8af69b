using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Reports.Annotation;

/// <summary>Findings in the order in which one would correct them: what rejects tables first, then what is about most money, stored
/// or not; then the gravest, and of these the kind that keeps most figures out.</summary>
public static class RepairOrder
{
    /// <summary>The gravest first.</summary>
    public static IReadOnlyList<string> Severities { get; } = ["reject-workbook", "reject-cell", "warning", "note"];

    public static IReadOnlyList<ReportFinding> Of(IReadOnlyList<ReportFinding> findings)
    {
        var kinds = findings
            .GroupBy(finding => finding.Code, StringComparer.Ordinal)
            .ToDictionary(
                kind => kind.Key,
                kind =>
                    (
                        Figures: kind.Sum(finding => (long)Math.Max(1, finding.Figures)),
                        AtStake: kind.Max(finding => finding.AtStake)
                    ),
                StringComparer.Ordinal
            );
        return
        [
            .. findings
                .OrderBy(Weight)
                .ThenByDescending(finding => kinds[finding.Code].AtStake)
                .ThenBy(Rank)
                .ThenByDescending(finding => kinds[finding.Code].Figures)
                .ThenBy(finding => finding.Code, StringComparer.Ordinal)
                .ThenByDescending(finding => finding.AtStake),
        ];
    }

    private static int Rank(ReportFinding finding) => Severities.TakeWhile(one => one != finding.Severity).Count();

    /// <summary>A cell that was not read and one that is stored with a warning may cost the same.</summary>
    private static int Weight(ReportFinding finding) => finding.Severity == "warning" ? 1 : Rank(finding);
}
