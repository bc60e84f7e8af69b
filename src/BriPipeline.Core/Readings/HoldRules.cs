using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Readings;

/// <summary>What holds a workbook back by its findings: a table that does not add up in a layout that is new always does
/// (DESIGN section 4, rule 9); the rest is said by the source's profile.</summary>
internal static class HoldRules
{
    private static readonly string[] FailedTotal =
    [
        "total-differs",
        "whole-contradicted",
        "part-contradicted",
        "group-differs",
        "turnover-differs",
        "exports-differ",
        "year-differs",
    ];

    private static readonly string[] ChangedLayout = ["layout-changed"];

    /// <summary>The finding that holds the workbook; null where none does, or where it is among the findings already.</summary>
    /// <param name="figures">How many figures would be stored.</param>
    public static Finding? Find(IReadOnlyCollection<Finding> findings, int figures, ProfileHold? hold)
    {
        if (
            findings.Any(finding => finding.Code == FindingCodes.HeldByRule || finding.Code == FindingCodes.HeldByShare)
        )
        {
            return null;
        }

        var total = First(findings, FailedTotal);
        var layout = First(findings, ChangedLayout);
        var cause =
            total is not null && (hold?.FailedTotal == true || layout is not null) ? total
            : layout is not null && hold?.ChangedLayout == true ? layout
            : null;
        return cause is not null
            ? Finding.OfFile(FindingCodes.HeldByRule, cause.Code.Title, cause.Code.Id)
            : OfShare(findings, figures, hold?.RejectedCells);
    }

    /// <summary>The reading, held where a rule says so.</summary>
    public static ReadingResult Apply(ReadingResult reading, ProfileHold? hold) =>
        Find(reading.Findings, reading.Observations.Count, hold) is not { } finding
            ? reading
            : reading with
            {
                Findings = [.. reading.Findings, finding],
                Outcome = reading.Outcome == ReadingOutcome.Accepted ? ReadingOutcome.Held : reading.Outcome,
                Cause = reading.Cause ?? finding.Message,
            };

    private static Finding? First(IEnumerable<Finding> findings, string[] codes) =>
        findings.FirstOrDefault(finding => codes.Contains(finding.Code.Id, StringComparer.Ordinal));

    private static Finding? OfShare(IEnumerable<Finding> findings, int figures, decimal? most)
    {
        var refused = findings
            .Where(finding => finding.Code.Severity == Severity.RejectCell)
            .Sum(finding => (long)finding.Figures);
        return refused == 0 || most is not { } percent || refused * 100m <= percent * (refused + figures)
            ? null
            : Finding.OfFile(
                FindingCodes.HeldByShare,
                Show(refused),
                Show(refused + figures),
                Show(Math.Round(refused * 100m / (refused + figures), 1)),
                Show(percent)
            );
    }

    private static string Show(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
