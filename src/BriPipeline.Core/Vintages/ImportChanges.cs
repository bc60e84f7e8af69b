using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>How much an import moved one series: levels and units are never added up, so each series has its own sum.</summary>
/// <param name="Figures">How many periods changed.</param>
/// <param name="Sum">New minus old values, in whole units; a figure that came or went counts in full.</param>
public sealed record SeriesChange(SeriesKey Key, int Figures, decimal Sum);

/// <summary>What a plan changes, largest first; money before quantities.</summary>
public static class ImportChanges
{
    public static IEnumerable<Revision> Revisions(Plan plan) =>
        plan
            .Revisions.OrderBy(revision => revision.Key.Unit.IsMoney ? 0 : 1)
            .ThenBy(revision => revision.Key.Unit.Code, StringComparer.Ordinal)
            .ThenByDescending(revision => Math.Abs(Difference(revision)))
            .ThenBy(revision => KeyText.Of(revision.Key), StringComparer.Ordinal);

    public static IEnumerable<SeriesChange> BySeries(Plan plan)
    {
        var seen = plan.SeenBefore();
        return plan
            .Revisions.Select(revision => (revision.Key.Series, Change: Difference(revision)))
            .Concat(plan.Rows.Where(row => !seen.Contains(row.Key)).Select(row => (row.Key.Series, Change: row.Value)))
            .GroupBy(change => change.Series)
            .Select(series => new SeriesChange(
                series.Key,
                series.Count(),
                series.Aggregate(0m, (sum, change) => sum + change.Change)
            ))
            .OrderBy(series => series.Key.Unit.IsMoney ? 0 : 1)
            .ThenBy(series => series.Key.Unit.Code, StringComparer.Ordinal)
            .ThenByDescending(series => Math.Abs(series.Sum))
            .ThenBy(series => KeyText.Of(series.Key), StringComparer.Ordinal);
    }

    public static decimal Difference(Revision revision) => (revision.NewValue ?? 0) - (revision.OldValue ?? 0);
}
