using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>A reading whose figures are all another size than those stored: another unit or currency was meant. It is held
/// (DESIGN section 4, rule 9).</summary>
internal static class Sizes
{
    private const int Least = 3;

    /// <summary>No trade grows so much in a year, nor is it revised so much.</summary>
    private const decimal Beyond = 20;

    /// <summary>Figures converted at one rate keep their ratio; revised ones do not.</summary>
    private const decimal Constant = 0.03m;

    /// <summary>A smaller change of all figures alike may be a revision.</summary>
    private const decimal Converted = 1.5m;

    /// <summary>Smaller figures are revised by factors.</summary>
    private const decimal MinDigits = 100;

    /// <summary>Single figures a power of ten away from the vintage before, where most keep their size: all but those that a sum
    /// proves, whose vintage before was the slip.</summary>
    public static IEnumerable<Doubt> OfSingleFigures(StoredSubject subject)
    {
        foreach (
            var kind in subject.Figures.All.GroupBy(figure => (figure.Key.Flow, figure.Key.Unit, figure.Key.Variant))
        )
        {
            var pairs = kind.Select(figure => (Figure: figure, Row: subject.Stored.Rows.GetValueOrDefault(figure.Key)))
                .Where(pair => pair.Figure.Value > 0 && pair.Row is { Value: > 0 })
                .Select(pair => (pair.Figure, Row: pair.Row!, Ratio: pair.Figure.Value / pair.Row!.Value))
                .ToList();
            var odd = pairs.FindAll(pair =>
                IsSlip(pair.Figure, pair.Row, pair.Ratio) && !Totals.Prove(subject.Figures, pair.Figure)
            );
            if (pairs.Count < Least || odd.Count * 2 >= pairs.Count)
            {
                continue;
            }

            foreach (var (figure, row, ratio) in odd)
            {
                yield return new(
                    FindingCodes.VintageScale,
                    figure.Provenance,
                    Math.Abs(figure.Value - row.Value),
                    Show.Key(figure.Key),
                    Show.Money(row.Value, row.Key.Unit),
                    $"{row.Upload}, {row.Cell}",
                    Show.Money(figure),
                    Show.Ratio(ratio)
                );
            }
        }
    }

    private static bool IsSlip(Observation figure, TradeRow row, decimal ratio) =>
        (ratio > 5 || ratio * 5 < 1)
        && IsPowerOfTen(ratio, 0.1m)
        && Math.Max(figure.Value, row.Value) >= MinDigits * 2 * Tolerance.Of(figure);

    public static IEnumerable<Doubt> Check(StoredSubject subject)
    {
        foreach (
            var kind in subject.Figures.All.GroupBy(figure => (figure.Key.Flow, figure.Key.Unit, figure.Key.Variant))
        )
        {
            var vintages = Ratios(kind, figure => Row(subject, figure.Key));
            var years = Ratios(
                kind,
                figure => Row(subject, figure.Key with { Period = figure.Key.Period.YearEarlier })
            );
            var reason =
                vintages.Count >= Least ? OfVintage(vintages)
                : years.Count >= Least ? OfYear(years, subject, kind.Key.Unit)
                : null;
            if (reason is not null)
            {
                var ratios = vintages.Count >= Least ? vintages : years;
                yield return new(
                    FindingCodes.SizeChanged,
                    kind.First().Provenance,
                    0,
                    $"{kind.Key.Flow} {kind.Key.Unit}",
                    Show.Ratio(Median(ratios)),
                    vintages.Count >= Least ? "the figures stored" : "the year before",
                    reason,
                    Show.Count(ratios.Count)
                );
            }
        }
    }

    private static string? OfVintage(List<decimal> ratios)
    {
        var median = Median(ratios);
        return IsPowerOfTen(median, 0.1m) ? "a power of ten"
            : median > Beyond || median * Beyond < 1 ? "more than twenty times"
            : (median > Converted || median * Converted < 1) && IsConstant(ratios, median) ? "an exchange rate"
            : null;
    }

    private static string? OfYear(List<decimal> ratios, StoredSubject subject, Unit unit)
    {
        var median = Median(ratios);
        return IsPowerOfTen(median, 0.2m) ? "a power of ten"
            : median > Beyond || median * Beyond < 1 ? "more than twenty times"
            : Rates(subject, unit).Any(rate => Math.Abs((median / rate) - 1) < 0.15m) ? "an exchange rate"
            : null;
    }

    /// <summary>The rates that stored figures of the same trade in two currencies imply, both ways.</summary>
    private static IEnumerable<decimal> Rates(StoredSubject subject, Unit unit)
    {
        if (!unit.IsMoney)
        {
            return [];
        }

        var others = subject
            .Stored.Rows.Keys.Select(key => key.Unit)
            .Distinct()
            .Where(other => other.IsMoney && other != unit);
        return others
            .Select(other =>
                subject
                    .Stored.Rows.Values.Where(row => row.Key.Unit == unit && row.Value > 0)
                    .Select(row => (row, Other: subject.Stored.Rows.GetValueOrDefault(row.Key with { Unit = other })))
                    .Where(pair => pair.Other is { Value: > 0 })
                    .Select(pair => pair.Other!.Value / pair.row.Value)
                    .Order()
                    .ToList()
            )
            .Where(rates => rates.Count > 0)
            .Select(Median)
            .SelectMany(rate => new[] { rate, 1 / rate })
            .Where(rate => rate > 2 * Converted || rate * 2 * Converted < 1);
    }

    private static decimal? Row(StoredSubject subject, ObservationKey key) =>
        subject.Stored.Rows.GetValueOrDefault(key)?.Value;

    private static List<decimal> Ratios(IEnumerable<Observation> figures, Func<Observation, decimal?> other) =>
        [
            .. figures
                .Where(figure => figure.Value > 0)
                .Select(figure => (figure.Value, Other: other(figure)))
                .Where(pair => pair.Other > 0)
                .Select(pair => pair.Value / pair.Other!.Value)
                .Order(),
        ];

    private static decimal Median(List<decimal> sorted) => sorted[sorted.Count / 2];

    private static bool IsPowerOfTen(decimal ratio, decimal near)
    {
        var larger = ratio < 1 ? 1 / ratio : ratio;
        var power = 10m;
        while (power * (1 + near) < larger)
        {
            power *= 10;
        }

        return larger >= power * (1 - near);
    }

    private static bool IsConstant(List<decimal> ratios, decimal median) =>
        ratios.Count(ratio => Math.Abs((ratio / median) - 1) <= Constant) * 5 >= ratios.Count * 4;
}
