using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>The exchange rate that two tables of the same trade in two currencies imply.</summary>
internal static class ExchangeRates
{
    private const int Least = 5;

    /// <summary>Months are converted each at its own rate, so that partners differ a little.</summary>
    private const decimal Apart = 1.3m;

    /// <summary>Rounding of small figures is no rate.</summary>
    private const decimal MinDigits = 100;

    public static IEnumerable<Doubt> Check(CheckSubject subject)
    {
        var panels = subject
            .Figures.Panels.Where(panel => panel.Key.Unit.IsMoney)
            .GroupBy(panel => panel.Key with { Sheet = "", Unit = default })
            .Where(same => same.Skip(1).Any());
        foreach (var same in panels)
        {
            var first = same.First();
            foreach (var other in same.Skip(1).Where(panel => panel.Key.Unit != first.Key.Unit))
            {
                foreach (var doubt in Compare(first, other))
                {
                    yield return doubt;
                }
            }
        }
    }

    /// <summary>Units of <paramref name="other"/> for one of <paramref name="panel"/>, partner by partner, lowest first.</summary>
    public static List<(Observation Figure, Observation Other, decimal Rate)> Rates(Panel panel, Panel other) =>
        [
            .. panel
                .Figures.Select(figure => (Figure: figure, Other: other.Find(figure.Key.Partner)))
                .Where(pair => pair.Other is not null && IsTelling(pair.Figure) && IsTelling(pair.Other))
                .Select(pair => (pair.Figure, pair.Other!, pair.Other!.Value / pair.Figure.Value))
                .OrderBy(pair => pair.Item3),
        ];

    private static bool IsTelling(Observation figure) => figure.Value > 2 * Tolerance.Of(figure) * MinDigits;

    private static IEnumerable<Doubt> Compare(Panel panel, Panel other)
    {
        var rates = Rates(panel, other);
        if (rates.Count < Least)
        {
            yield break;
        }

        var usual = rates[rates.Count / 2].Rate;
        foreach (
            var (figure, second, rate) in rates.Where(pair => pair.Rate > usual * Apart || pair.Rate * Apart < usual)
        )
        {
            yield return new(
                FindingCodes.RateDiffers,
                figure.Provenance,
                figure.Value,
                Show.Key(figure.Key),
                Show.Money(figure),
                Show.Money(second),
                Show.Place(second.Provenance),
                Show.Ratio(rate),
                Show.Ratio(usual)
            );
        }
    }
}
