using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>Figures that were revised by much, or so that growth became decline.</summary>
internal static class Revisions
{
    private const decimal OfPartner = 0.05m;
    private const decimal OfTotal = 0.01m;

    /// <summary>Growth so near to none has no sign.</summary>
    private const decimal Flat = 0.005m;

    /// <summary>Partners with less of the total turn often.</summary>
    private const decimal Main = 0.01m;

    public static IEnumerable<Doubt> Check(StoredSubject subject) =>
        from figure in subject.Figures.All
        let before = subject.Stored.Rows.GetValueOrDefault(figure.Key)
        where before is { Value: > 0 }
        let change = (figure.Value / before.Value) - 1
        where
            Math.Abs(change) > (figure.Key.Partner == Area.World ? OfTotal : OfPartner)
            && Math.Abs(figure.Value - before.Value) > 10 * Tolerance.Of(figure)
        select new Doubt(
            FindingCodes.RevisionLarge,
            figure.Provenance,
            Math.Abs(figure.Value - before.Value),
            Show.Key(figure.Key),
            Show.Money(before.Value, before.Key.Unit),
            $"{before.Upload}, {before.Cell}",
            Show.Money(figure),
            $"{(change > 0 ? "+" : "")}{Show.Percent(change * 100)}"
        );

    public static IEnumerable<Doubt> Growth(StoredSubject subject)
    {
        foreach (var figure in subject.Figures.All)
        {
            var earlierKey = figure.Key with { Period = figure.Key.Period.YearEarlier };
            if (
                subject.Stored.Rows.GetValueOrDefault(figure.Key) is not { Value: > 0 } row
                || subject.Stored.Rows.GetValueOrDefault(earlierKey) is not { Value: > 0 } rowEarlier
                || subject.All.Find(figure, period: earlierKey.Period) is not { Value: > 0 } earlier
                || (row.Value == figure.Value && rowEarlier.Value == earlier.Value)
                || !IsMain(subject, figure)
            )
            {
                continue;
            }

            var (was, now) = ((row.Value / rowEarlier.Value) - 1, (figure.Value / earlier.Value) - 1);
            if (was * now < 0 && Math.Abs(was) > Flat && Math.Abs(now) > Flat)
            {
                yield return new(
                    FindingCodes.GrowthTurned,
                    figure.Provenance,
                    figure.Value,
                    Show.Key(figure.Key),
                    Show.Percent(was * 100),
                    Show.Percent(now * 100)
                );
            }
        }
    }

    private static bool IsMain(StoredSubject subject, Observation figure) =>
        figure.Key.Partner == Area.World
        || subject.All.Find(figure, partner: Area.World) is { } total && figure.Value > total.Value * Main;
}
