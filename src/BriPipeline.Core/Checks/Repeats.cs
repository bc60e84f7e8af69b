using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>Periods that repeat the one before, or the same period a year earlier.</summary>
internal static class Repeats
{
    /// <summary>Equal figures of fewer units of their last digit happen.</summary>
    private const decimal Telling = 100;

    /// <summary>A single figure must say more.</summary>
    private const int TellingDigitsAlone = 6;

    private const int MinFigures = 5;

    private const int MinRepeated = 3;

    public static IEnumerable<Doubt> Check(CheckSubject subject)
    {
        foreach (var sequence in subject.Figures.Sequences.Where(panels => panels.Count > 1))
        {
            var byPeriod = sequence.ToDictionary(panel => panel.Key.Period);
            for (var i = 1; i < sequence.Count; i++)
            {
                var yearEarlier = byPeriod.GetValueOrDefault(sequence[i].Key.Period.YearEarlier);
                Panel?[] earlier = yearEarlier == sequence[i - 1] ? [sequence[i - 1]] : [sequence[i - 1], yearEarlier];
                foreach (var doubt in earlier.OfType<Panel>().SelectMany(panel => Repeated(sequence[i], panel)))
                {
                    yield return doubt;
                }
            }
        }
    }

    /// <summary>Last periods of a table that repeat the one before in every figure: printed ahead of their publication
    /// (DESIGN section 4, rule 7).</summary>
    public static IEnumerable<Doubt> Trailing(CheckSubject subject)
    {
        foreach (var sequence in subject.Figures.Sequences)
        {
            for (var i = sequence.Count - 1; i > 0 && IsRepeated(sequence[i], sequence[i - 1]); i--)
            {
                foreach (var figure in sequence[i].Figures)
                {
                    yield return Ahead(figure, sequence[i - 1].Key.Period);
                }
            }
        }

        foreach (var (panel, shorter) in StaleRanges(subject.Figures))
        {
            foreach (var figure in panel.Figures)
            {
                yield return Ahead(figure, shorter);
            }
        }
    }

    private static Doubt Ahead(Observation figure, TimePeriod earlier) =>
        new(FindingCodes.PeriodRepeated, figure.Provenance, figure.Value, Show.Key(figure.Key), earlier.ToString());

    /// <summary>The last ranges of months of a sheet in which nothing grows, whatever the figure counts, each with the range that
    /// it repeats.</summary>
    private static IEnumerable<(Panel Panel, TimePeriod Shorter)> StaleRanges(FigureSet figures) =>
        figures
            .Panels.Where(panel => panel.Key.Period.Frequency == Frequency.C)
            .GroupBy(panel => (panel.Key.Sheet, panel.Key.Reporter, panel.Key.Period.First))
            .SelectMany(ranges =>
                ranges
                    .GroupBy(panel => panel.Key.Period)
                    .OrderByDescending(range => range.Key)
                    .TakeWhile(range =>
                        range.All(panel => RepeatsShorter(panel, figures))
                        && range.Any(panel => panel.Figures.Any(figure => figure.Value > 0))
                    )
                    .SelectMany(range => range)
            )
            .Select(panel => (panel, Shorter(panel.Key.Period)));

    private static bool RepeatsShorter(Panel panel, FigureSet figures) =>
        panel.Figures.All(figure =>
            figures.Find(figure, period: Shorter(panel.Key.Period)) is { } shorter && shorter.Value == figure.Value
        );

    /// <summary>The range without its last month.</summary>
    private static TimePeriod Shorter(TimePeriod range)
    {
        var last = range.Last.AddMonths(-1);
        return TimePeriod.OfMonths(range.First.Year, range.First.Month, last.Year, last.Month);
    }

    private static bool IsRepeated(Panel panel, Panel earlier) =>
        Compare(panel, earlier).Equal >= MinRepeated
        && panel.Figures.All(figure => figure.Value == (earlier.Find(figure.Key.Partner)?.Value ?? 0));

    /// <summary>How many telling figures two panels share, and how many of them are equal.</summary>
    public static (int Both, int Equal) Compare(Panel panel, Panel earlier)
    {
        var (both, equal) = (0, 0);
        foreach (var figure in panel.Figures)
        {
            if (earlier.Find(figure.Key.Partner) is { } other && IsTelling(figure) && IsTelling(other))
            {
                both++;
                equal += figure.Value == other.Value ? 1 : 0;
            }
        }

        return (both, equal);
    }

    private static IEnumerable<Doubt> Repeated(Panel panel, Panel earlier)
    {
        var (both, equal) = Compare(panel, earlier);
        if (both >= MinFigures && equal * 5 >= both * 4)
        {
            yield return new(
                FindingCodes.PeriodCopied,
                panel.Figures[0].Provenance,
                panel.Total?.Value ?? panel.Figures.Max(figure => figure.Value),
                Show.Panel(panel.Key),
                earlier.Key.Period.ToString(),
                Show.Count(equal),
                Show.Count(both)
            );
            yield break;
        }

        foreach (var figure in panel.Figures)
        {
            if (
                earlier.Find(figure.Key.Partner) is { } other
                && other.Value == figure.Value
                && IsTelling(figure)
                && Digits(figure) >= TellingDigitsAlone
            )
            {
                yield return new(
                    FindingCodes.FigureRepeated,
                    figure.Provenance,
                    figure.Value,
                    Show.Key(figure.Key),
                    Show.Money(figure),
                    other.Key.Period.ToString(),
                    Show.Place(other.Provenance)
                );
            }
        }
    }

    private static bool IsTelling(Observation figure) => figure.Value >= Telling * 2 * Tolerance.Of(figure);

    /// <summary>Digits that say something: those of 1200000 are two.</summary>
    private static int Digits(Observation figure)
    {
        if (figure.Value == 0)
        {
            return 0;
        }

        var value = Math.Abs(figure.Value);
        var count = 0;
        var seen = false;
        foreach (
            var c in Precision
                .WithoutTrailingZeros(value)
                .ToString(System.Globalization.CultureInfo.InvariantCulture)
                .TrimEnd('0')
        )
        {
            seen |= c is >= '1' and <= '9';
            count += seen && char.IsAsciiDigit(c) ? 1 : 0;
        }

        return count;
    }
}
