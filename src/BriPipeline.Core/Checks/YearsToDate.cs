using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>A "year" of which only some months are published (DESIGN section 4, rule 7): where it equals their sum it is
/// that range of months, else it is not stored.</summary>
internal static class YearsToDate
{
    /// <summary>The figures of such years as they are to be taken: under the range of months; not at all where that is
    /// one month, which has a figure of its own.</summary>
    /// <param name="unpublished">Years of which months or quarters were printed as nil before they were published.</param>
    public static (Dictionary<Provenance, TimePeriod?> Taken, IReadOnlyList<Doubt> Doubts) Find(
        FigureSet figures,
        IReadOnlySet<(Area Reporter, TradeFlow Flow, int Year)> unpublished
    )
    {
        var taken = new Dictionary<Provenance, TimePeriod?>();
        var doubts = new List<Doubt>();
        foreach (var panel in figures.Panels.Where(panel => panel.Key.Period.Frequency == Frequency.A))
        {
            var year = panel.Key.Period.First.Year;
            if (IsWhole(figures, panel.Key, year) || !IsBegun(figures, panel.Key, year))
            {
                continue;
            }

            var sums = panel.Figures.Select(figure => (Figure: figure, Months: Months(figures, figure, year))).ToList();
            var last = sums.Max(sum =>
                sum.Months.Count == 0 ? 0 : sum.Months.Max(month => month.Key.Period.First.Month)
            );
            var isPrinted = unpublished.Contains((panel.Key.Reporter, panel.Key.Flow, year));
            var isToDate = last is > 0 and < 12 && IsToDate(sums, last);
            if (!isToDate && !(isPrinted && last < 12))
            {
                continue;
            }

            var range = last == 0 ? panel.Key.Period : TimePeriod.OfMonths(year, 1, year, last);
            foreach (var (figure, months) in sums)
            {
                if (isToDate && Equal(figure, months))
                {
                    taken.Add(figure.Provenance, last == 1 ? null : range);
                    doubts.Add(
                        new(FindingCodes.YearToDate, figure.Provenance, figure.Value, Show.Key(figure.Key), $"{range}")
                    );
                }
                else
                {
                    doubts.Add(new(FindingCodes.YearIncomplete, figure.Provenance, figure.Value, Show.Key(figure.Key)));
                }
            }
        }

        return (taken, doubts);
    }

    private static bool IsBegun(FigureSet figures, PanelKey key, int year) =>
        figures.FindPanels(key with { Period = TimePeriod.OfMonth(year, 1) }).Count > 0;

    private static bool IsWhole(FigureSet figures, PanelKey key, int year) =>
        figures.FindPanels(key with { Period = TimePeriod.OfMonth(year, 12) }).Count > 0;

    /// <summary>The months of a year that have a figure: from January, without a gap; none otherwise.</summary>
    private static List<Observation> Months(FigureSet figures, Observation whole, int year)
    {
        var months = new List<Observation>();
        for (var month = 1; month <= 12; month++)
        {
            if (figures.Find(whole, period: TimePeriod.OfMonth(year, month)) is not { } figure)
            {
                continue;
            }

            if (months.Count != month - 1)
            {
                return [];
            }

            months.Add(figure);
        }

        return months;
    }

    /// <summary>By the total; without one, by two thirds of the partners that trade.</summary>
    private static bool IsToDate(List<(Observation Figure, List<Observation> Months)> sums, int last)
    {
        var complete = sums.FindAll(sum => sum.Months.Count == last && sum.Figure.Value > 0);
        var total = complete.Find(sum => sum.Figure.Key.Partner == Area.World);
        return total.Figure is not null
            ? Equal(total.Figure, total.Months)
            : complete.Count > 0 && complete.Count(sum => Equal(sum.Figure, sum.Months)) * 3 >= complete.Count * 2;
    }

    private static bool Equal(Observation year, List<Observation> months) => Comparison.Of(year, months).IsMet;
}
