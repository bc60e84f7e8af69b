using BriPipeline.Core.Findings;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>Figures a power of ten away from those before and after them in their series.</summary>
internal static class Neighbours
{
    /// <summary>Neighbours that differ more among themselves tell nothing.</summary>
    private const decimal Calm = 4;

    /// <summary>A figure and the four nearest to it in time.</summary>
    private const int Min = 5;

    /// <summary>No other figure of the whole series may come nearer: trade that swings is no slip.</summary>
    private const decimal Alone = 20;

    /// <summary>Smaller figures swing.</summary>
    private const decimal MinDigits = 100;

    /// <summary>At least this many figures of a column, and half of it, count as one mistake of the column.</summary>
    private const int MinShareOfColumn = 5;

    private static readonly (decimal Factor, string Said)[] Slips =
    [
        (1_000m, "a thousand times more: units instead of thousands, or thousands instead of millions"),
        (1_000_000m, "a million times more: units instead of millions"),
        (0.001m, "a thousandth: thousands instead of units, or millions instead of thousands"),
        (0.000_001m, "a millionth: millions instead of units"),
    ];

    public static IEnumerable<Doubt> Check(CheckSubject subject)
    {
        var slips = subject
            .Figures.Sequences.SelectMany(Series)
            .SelectMany(Slipped)
            .GroupBy(slip => (subject.Figures.KeyOf(slip.Figure), slip.Said))
            .ToList();
        if (slips.Count == 0)
        {
            yield break;
        }

        var sizes = subject.Figures.Panels.ToDictionary(
            panel => panel.Key,
            panel => panel.Figures.Count(figure => figure.Value > 0)
        );
        foreach (var slip in slips)
        {
            var figures = slip.ToList();
            if (figures.Count >= MinShareOfColumn && figures.Count * 2 >= sizes[slip.Key.Item1])
            {
                foreach (var (figure, _, said) in figures)
                {
                    yield return new(
                        FindingCodes.ColumnScale,
                        figure.Provenance,
                        figure.Value,
                        Show.Count(figures.Count),
                        Show.Panel(slip.Key.Item1),
                        said
                    );
                }

                continue;
            }

            foreach (var (figure, usual, said) in figures)
            {
                yield return new(
                    FindingCodes.ValueScale,
                    figure.Provenance,
                    figure.Value,
                    Show.Key(figure.Key),
                    Show.Money(figure),
                    Show.Money(usual, figure.Key.Unit),
                    said
                );
            }
        }
    }

    /// <summary>The figures of each partner, in time order.</summary>
    private static IEnumerable<List<Observation>> Series(IReadOnlyList<Panel> sequence)
    {
        var series = new Dictionary<Area, List<Observation>>();
        foreach (var figure in sequence.SelectMany(panel => panel.Figures).Where(_ => sequence.Count >= Min))
        {
            if (!series.TryGetValue(figure.Key.Partner, out var own))
            {
                series.Add(figure.Key.Partner, own = new(sequence.Count));
            }

            own.Add(figure);
        }

        return series.Values;
    }

    private static IEnumerable<(Observation Figure, decimal Usual, string Said)> Slipped(
        IReadOnlyList<Observation> series
    )
    {
        if (series.Count < Min)
        {
            yield break;
        }

        var (least, secondLeast, second, most) = Ends(series);
        // Only what stands alone at an end of the whole series can be a slip.
        if (most > second * Alone && IsTelling(second, series[0]) && Slip(series, IndexOf(series, most)) is { } large)
        {
            yield return large;
        }

        if (
            least > 0
            && least * Alone < secondLeast
            && IndexOf(series, least) is var i
            && IsTelling(least, series[i])
            && Slip(series, i) is { } small
        )
        {
            yield return small;
        }
    }

    private static (decimal Min, decimal SecondMin, decimal SecondMax, decimal Max) Ends(
        IReadOnlyList<Observation> series
    )
    {
        decimal least = decimal.MaxValue,
            secondLeast = decimal.MaxValue,
            second = 0,
            most = 0;
        foreach (var value in series.Select(figure => figure.Value))
        {
            (least, secondLeast) = value < least ? (value, least) : (least, Math.Min(secondLeast, value));
            (second, most) = value > most ? (most, value) : (Math.Max(second, value), most);
        }

        return (least, secondLeast, second, most);
    }

    private static int IndexOf(IReadOnlyList<Observation> series, decimal value)
    {
        var i = 0;
        while (series[i].Value != value)
        {
            i++;
        }

        return i;
    }

    private static bool IsTelling(decimal value, Observation figure) => value >= MinDigits * 2 * Tolerance.Of(figure);

    /// <summary>The figure beside the four nearest in time, where they agree and it is a power of ten away.</summary>
    private static (Observation, decimal, string)? Slip(IReadOnlyList<Observation> series, int i)
    {
        var first = Math.Clamp(i - 2, 0, series.Count - Min);
        var around = series
            .Skip(first)
            .Take(Min)
            .Where(figure => figure != series[i])
            .Select(figure => figure.Value)
            .Order()
            .ToList();
        if (around[0] <= 0 || around[^1] > around[0] * Calm)
        {
            return null;
        }

        var usual = around[around.Count / 2];
        var ratio = series[i].Value / usual;
        return Array.Find(Slips, slip => ratio > slip.Factor / 2 && ratio < slip.Factor * 2).Said is { } said
            ? (series[i], usual, said)
            : null;
    }
}
