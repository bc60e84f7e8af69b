using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>Periods missing inside a table, and main partners missing inside their series.</summary>
internal static class Gaps
{
    /// <summary>A partner with this part of the total does not stop trading for one period.</summary>
    private const decimal Main = 0.02m;

    /// <summary>A gap counts only among so many times its periods; a table of selected periods has none.</summary>
    private const int Usual = 3;

    public static IEnumerable<Doubt> Check(CheckSubject subject) =>
        subject
            .Figures.Sequences.Where(panels => panels.Count > 1)
            .SelectMany(sequence => Whole(sequence).Concat(OfPartners(sequence)));

    private static IEnumerable<Doubt> Whole(IReadOnlyList<Panel> sequence)
    {
        for (var i = 1; i < sequence.Count; i++)
        {
            var (before, after) = (sequence[i - 1].Key.Period, sequence[i].Key.Period);
            // A list of commodities has gaps where nothing was traded.
            if (
                after.Frequency is Frequency.A or Frequency.Q or Frequency.M
                && sequence[i].Key.Commodity == Commodity.Total
                && before.Last.AddDays(1) < after.First
                && Missing(before, after) * Usual <= sequence.Count
                && !IsSameOfEachYear(sequence)
            )
            {
                yield return new(
                    FindingCodes.PeriodGap,
                    sequence[i].Figures[0].Provenance,
                    sequence[i].Figures.Max(figure => figure.Value),
                    Show.Panel(sequence[i].Key),
                    before.ToString(),
                    after.ToString()
                );
            }
        }
    }

    private static int Missing(TimePeriod before, TimePeriod after)
    {
        var count = 0;
        for (var period = after.Before; period > before; period = period?.Before)
        {
            count++;
        }

        return count;
    }

    /// <summary>A table may compare the same months of several years.</summary>
    private static bool IsSameOfEachYear(IReadOnlyList<Panel> sequence)
    {
        var months = sequence
            .GroupBy(panel => panel.Key.Period.First.Year)
            .Select(year => string.Join(',', year.Select(panel => panel.Key.Period.First.Month)))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return sequence[0].Key.Period.Frequency != Frequency.A && months.Count == 1 || IsEvenlySpaced(sequence);
    }

    /// <summary>Every fifth year.</summary>
    private static bool IsEvenlySpaced(IReadOnlyList<Panel> sequence)
    {
        var steps = new HashSet<int>();
        for (var i = 1; i < sequence.Count; i++)
        {
            var (before, after) = (sequence[i - 1].Key.Period.First, sequence[i].Key.Period.First);
            steps.Add(((after.Year - before.Year) * 12) + after.Month - before.Month);
        }

        return steps.Count == 1;
    }

    private static IEnumerable<Doubt> OfPartners(IReadOnlyList<Panel> sequence)
    {
        for (var i = 1; i < sequence.Count - 1; i++)
        {
            var (before, panel, after) = (sequence[i - 1], sequence[i], sequence[i + 1]);
            foreach (var figure in before.Figures)
            {
                var partner = figure.Key.Partner;
                if (
                    partner.IsCountry
                    && panel.Find(partner) is null or { Value: 0 }
                    && after.Find(partner) is { } next
                    && before.Total is { } was
                    && after.Total is { } willBe
                    && figure.Value >= was.Value * Main
                    && next.Value >= willBe.Value * Main
                )
                {
                    yield return new(
                        FindingCodes.SeriesGap,
                        panel.Find(partner)?.Provenance ?? figure.Provenance,
                        figure.Value,
                        Show.Key(figure.Key with { Period = panel.Key.Period }),
                        Show.Money(figure),
                        before.Key.Period.ToString(),
                        Show.Money(next),
                        after.Key.Period.ToString()
                    );
                }
            }
        }
    }
}
