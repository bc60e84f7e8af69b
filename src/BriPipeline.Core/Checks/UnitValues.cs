using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>Value by quantity, partner by partner, of one commodity and period.</summary>
internal static class UnitValues
{
    /// <summary>Fewer partners do not say what is usual.</summary>
    private const int Least = 5;

    /// <summary>Seed costs more than grain; so much more is another unit.</summary>
    private const decimal Far = 20;

    /// <summary>Samples have any price: only partners with this part of the value count.</summary>
    private const decimal Main = 0.01m;

    public static IEnumerable<Doubt> Check(CheckSubject subject)
    {
        var quantities = subject
            .Figures.Panels.Where(panel => !panel.Key.Unit.IsMoney && panel.Key.Commodity != Commodity.Total)
            .ToLookup(panel => panel.Key with { Unit = default });
        if (quantities.Count == 0)
        {
            yield break;
        }

        foreach (var values in subject.Figures.Panels.Where(panel => panel.Key.Unit.IsMoney))
        {
            var most = values.Countries.Sum(figure => figure.Value) * Main;
            foreach (var quantity in quantities[values.Key with { Unit = default }])
            {
                var prices = values
                    .Countries.Where(figure => figure.Value > most)
                    .Select(figure => (Value: figure, Quantity: quantity.Find(figure.Key.Partner)))
                    .Where(pair => pair.Quantity is { Value: > 0 })
                    .Select(pair =>
                        (pair.Value, Quantity: pair.Quantity!, Price: pair.Value.Value / pair.Quantity!.Value)
                    )
                    .OrderBy(pair => pair.Price)
                    .ToList();
                if (prices.Count < Least)
                {
                    continue;
                }

                var usual = prices[prices.Count / 2].Price;
                foreach (
                    var (value, _, price) in prices.Where(pair => pair.Price > usual * Far || pair.Price * Far < usual)
                )
                {
                    yield return new(
                        FindingCodes.UnitValueUnusual,
                        value.Provenance,
                        value.Value,
                        Show.Key(value.Key),
                        $"{Show.Ratio(price)} {value.Key.Unit}/{quantity.Key.Unit}",
                        $"{Show.Ratio(usual)} {value.Key.Unit}/{quantity.Key.Unit}"
                    );
                }
            }
        }
    }
}
