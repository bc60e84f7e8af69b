using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>Partners that stored figures have in their last period and a reading of the same list has not at all.</summary>
internal static class Vanished
{
    public static IEnumerable<Doubt> Check(StoredSubject subject)
    {
        var stored = subject.Stored.Rows.Values.ToLookup(row => Scope(row.Key));
        foreach (var scope in subject.Figures.All.GroupBy(figure => Scope(figure.Key)))
        {
            var rows = stored[scope.Key].ToList();
            if (rows.Count == 0)
            {
                continue;
            }

            var last = rows.Max(row => row.Key.Period);
            var before = rows.Where(row => row.Key.Period == last && row.Value > 0).ToList();
            var now = scope.Select(figure => figure.Key.Partner).ToHashSet();
            var gone = before
                .FindAll(row => !now.Contains(row.Key.Partner))
                .OrderByDescending(row => row.Value)
                .ToList();
            // A file of other partners is no list that lost some.
            if (gone.Count == 0 || gone.Count * 2 > before.Count || scope.Max(figure => figure.Key.Period) < last)
            {
                continue;
            }

            yield return new(
                FindingCodes.SeriesVanished,
                scope.First().Provenance,
                gone[0].Value,
                $"{scope.Key.Item1} {scope.Key.Item2}",
                Show.Count(gone.Count),
                Show.Names([.. gone.Select(row => row.Key.Partner)]),
                last.ToString(),
                gone[0].Upload
            );
        }
    }

    private static (Area, TradeFlow, Commodity, Unit, string?, Frequency) Scope(ObservationKey key) =>
        (key.Reporter, key.Flow, key.Commodity, key.Unit, key.Variant, key.Period.Frequency);
}
