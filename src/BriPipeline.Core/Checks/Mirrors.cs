using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>The partner's own report of the same trade. Freight and insurance, timing and re-exports make some gap.</summary>
internal static class Mirrors
{
    private const decimal Wide = 1.25m;

    private static readonly (TradeFlow Own, TradeFlow Theirs)[] Sides =
    [
        (TradeFlow.X, TradeFlow.M),
        (TradeFlow.M, TradeFlow.X),
    ];

    public static IEnumerable<Doubt> Check(StoredSubject subject)
    {
        if (subject.Stored.Mirror.Count == 0)
        {
            yield break;
        }

        var theirs = subject.Stored.Mirror.ToLookup(row => row.Key);
        foreach (var (own, their) in Sides)
        {
            var pairs = subject
                .Figures.All.Where(figure => figure.Value > 0 && figure.Key.Flow == own && figure.Key.Partner.IsCountry)
                .SelectMany(figure => theirs[Mirrored(figure.Key, their)].Select(row => (figure, row)))
                .Where(pair => pair.row.Value > 0)
                .GroupBy(pair =>
                    (pair.figure.Key.Partner, pair.figure.Key.Commodity, pair.figure.Key.Period.Frequency)
                );
            foreach (var (figure, row) in pairs.Select(pair => pair.MaxBy(one => one.figure.Key.Period)))
            {
                var ratio = row.Value / figure.Value;
                if (ratio > Wide || ratio * Wide < 1)
                {
                    yield return new(
                        FindingCodes.MirrorGap,
                        figure.Provenance,
                        Math.Abs(row.Value - figure.Value),
                        Show.Key(figure.Key),
                        Show.Money(figure),
                        Show.Name(figure.Key.Partner),
                        Show.Money(row.Value, row.Key.Unit),
                        row.Source
                    );
                }
            }
        }
    }

    private static ObservationKey Mirrored(ObservationKey key, TradeFlow flow) =>
        key with
        {
            Reporter = key.Partner,
            Partner = key.Reporter,
            Flow = flow,
        };
}
