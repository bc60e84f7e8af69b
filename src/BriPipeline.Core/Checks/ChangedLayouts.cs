using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Checks;

/// <summary>A layout that the source never used before, in which totals fail: the columns may have been taken for others.
/// It is held (DESIGN section 4, rule 9).</summary>
internal static class ChangedLayouts
{
    private static readonly FindingCode[] Failures =
    [
        FindingCodes.TotalDiffers,
        FindingCodes.TotalIsNone,
        FindingCodes.PartnerAboveTotal,
        FindingCodes.TotalBelowPartner,
        FindingCodes.WholeContradicted,
        FindingCodes.PartnersExceedTotal,
        FindingCodes.TurnoverDiffers,
        FindingCodes.FlowsUnproved,
    ];

    public static IEnumerable<Doubt> Check(StoredSubject subject)
    {
        if (
            subject.Layout is null
            || subject.Stored.Layouts.Count == 0
            || subject.Stored.Layouts.Contains(subject.Layout)
            || subject.Findings.FirstOrDefault(finding => Failures.Contains(finding.Code)) is not { } failed
        )
        {
            yield break;
        }

        yield return new(FindingCodes.LayoutChangedTotalFailed, subject.Figures.All[0].Provenance, 0, failed.Message);
    }
}
