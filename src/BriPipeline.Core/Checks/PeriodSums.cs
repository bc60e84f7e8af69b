using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>Years, quarters and cumulative figures against the shorter periods within them; seasonally adjusted ones do
/// not add up.</summary>
internal static class PeriodSums
{
    /// <summary>Which periods are made of which others.</summary>
    private static readonly (Frequency Whole, Frequency Part)[] Rules =
    [
        (Frequency.A, Frequency.M),
        (Frequency.A, Frequency.Q),
        (Frequency.Q, Frequency.M),
        (Frequency.C, Frequency.M),
        (Frequency.F, Frequency.M),
    ];

    public static IEnumerable<Doubt> Check(CheckSubject subject)
    {
        foreach (var (whole, part) in Rules)
        {
            var comparisons = subject
                .Figures.Panels.Where(panel => panel.Key.Period.Frequency == whole && panel.Key.Variant != "SA")
                .SelectMany(panel => Compare(subject.Figures, panel, part))
                .GroupBy(comparison =>
                    (
                        comparison.Published.Provenance.Sheet,
                        comparison.Published.Key.Flow,
                        comparison.Published.Key.Unit,
                        comparison.Published.Key.Variant
                    )
                );
            foreach (var sheet in comparisons)
            {
                var ofSheet = sheet.ToList();
                if (ofSheet.TrueForAll(comparison => comparison.IsMet))
                {
                    continue;
                }

                var doubts = Comparison.IsRule(ofSheet)
                    ? Comparison.Breaches(ofSheet, FindingCodes.YearDiffers)
                    : [Unproved(ofSheet, whole, part)];
                foreach (var doubt in doubts)
                {
                    yield return doubt;
                }
            }
        }
    }

    /// <summary>Each figure of a panel beside the sum of its parts, where all of them are there.</summary>
    public static IEnumerable<Comparison> Compare(FigureSet figures, Panel panel, Frequency part)
    {
        if (Parts(panel.Key.Period, part) is not { } periods)
        {
            yield break;
        }

        var panels = periods.ConvertAll(period => figures.FindPanels(panel.Key with { Period = period }));
        if (panels.Exists(found => found.Count == 0))
        {
            yield break;
        }

        foreach (var figure in panel.Figures)
        {
            var partner = figure.Key.Partner;
            var parts = panels.ConvertAll(found =>
                found.Select(one => one.Find(partner)).FirstOrDefault(one => one is not null)
            );
            if (parts.TrueForAll(one => one is not null))
            {
                yield return Comparison.Of(figure, parts!);
            }
        }
    }

    /// <summary>The shorter periods that make up a longer one; null where they do not.</summary>
    private static List<TimePeriod>? Parts(TimePeriod period, Frequency part)
    {
        var step = part == Frequency.Q ? 3 : 1;
        if (period.First.Day != 1 || period.First.Month % step != 1 % step)
        {
            return null;
        }

        var parts = new List<TimePeriod>();
        for (var month = period.First; month < period.Last; month = month.AddMonths(step))
        {
            parts.Add(
                part == Frequency.Q
                    ? TimePeriod.OfQuarter(month.Year, (month.Month + 2) / 3)
                    : TimePeriod.OfMonth(month.Year, month.Month)
            );
        }

        return parts.Count > 1 ? parts : null;
    }

    private static Doubt Unproved(List<Comparison> comparisons, Frequency whole, Frequency part)
    {
        var unmet = comparisons.FindAll(comparison => !comparison.IsMet);
        var worst = unmet.MaxBy(comparison => Math.Abs(comparison.Difference));
        return new(
            FindingCodes.PeriodsUnproved,
            worst.Published.Provenance,
            Math.Abs(worst.Difference),
            Word(whole),
            Word(part),
            $"{unmet.Count}/{comparisons.Count}",
            Show.Key(worst.Published.Key),
            Show.Money(worst.Published),
            Show.Money(worst.Sum, worst.Published.Key.Unit)
        );
    }

    private static string Word(Frequency frequency) =>
        frequency switch
        {
            Frequency.A => "years",
            Frequency.Q => "quarters",
            Frequency.M => "months",
            Frequency.F => "fiscal years",
            _ => "cumulative figures",
        };
}
