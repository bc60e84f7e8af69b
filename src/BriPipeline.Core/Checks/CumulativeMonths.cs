using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>Months that only ever grow through the year, for every partner: they may count from January, whatever the
/// headers say. Two readings remain, and none is stored (DESIGN section 4, rule 3).</summary>
internal static class CumulativeMonths
{
    private const int MinMonths = 4;
    private const int MinPartners = 4;

    public static IEnumerable<Doubt> Check(CheckSubject subject)
    {
        foreach (
            var sequence in subject.Figures.Sequences.Where(panels => panels[0].Key.Period.Frequency == Frequency.M)
        )
        {
            var years = sequence.GroupBy(panel => panel.Key.Period.First.Year).Select(year => year.ToList()).ToList();
            var tried = years.FindAll(year => year.Count >= MinMonths);
            if (tried.Count == 0 || !tried.TrueForAll(Grows) || IsMadeOfMonths(subject.Figures, tried[0]))
            {
                continue;
            }

            foreach (var panel in sequence.Where(panel => panel.Key.Period.First.Month > 1))
            {
                foreach (var figure in panel.Figures)
                {
                    var (year, month) = (panel.Key.Period.First.Year, panel.Key.Period.First.Month);
                    yield return new(
                        FindingCodes.MonthsCumulative,
                        figure.Provenance,
                        figure.Value,
                        Show.Key(figure.Key),
                        TimePeriod.OfMonths(year, 1, year, month).ToString()
                    );
                }
            }
        }
    }

    /// <summary>No partner ever falls, most rise at each step, and the last month is about as many times the first as months have passed.</summary>
    private static bool Grows(List<Panel> year)
    {
        var first = year[0].Figures.Where(figure => figure.Value > 0).ToList();
        if (first.Count < MinPartners || year[0].Key.Period.First.Month != 1)
        {
            return false;
        }

        var (steps, rises) = (0, 0);
        for (var i = 1; i < year.Count; i++)
        {
            foreach (var figure in year[i - 1].Figures)
            {
                var next = year[i].Find(figure.Key.Partner);
                if (next is null || next.Value < figure.Value)
                {
                    return false;
                }

                steps += next.Value > 0 ? 1 : 0;
                rises += next.Value > figure.Value ? 1 : 0;
            }
        }

        var growth = year[^1].Figures.Sum(figure => figure.Value) / first.Sum(figure => figure.Value);
        return rises * 3 >= steps * 2 && growth * 2 > year.Count;
    }

    /// <summary>Whether the months add up to the year: then they are months.</summary>
    private static bool IsMadeOfMonths(FigureSet figures, List<Panel> months) =>
        figures
            .FindPanels(months[0].Key with { Period = TimePeriod.OfYear(months[0].Key.Period.First.Year) })
            .SelectMany(year => PeriodSums.Compare(figures, year, Frequency.M))
            .Any(comparison => comparison.Published.Value > 0 && comparison.IsMet);
}
