using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>A plan, and the path's manifest once it is committed.</summary>
public sealed record PlannedImport(Manifest Manifest, Plan Plan);

/// <summary>From what a version claims and what all paths of its source claim now: the least set of absolute writes.</summary>
public static class Planner
{
    /// <param name="current">The source's current manifests, the path's own among them.</param>
    /// <returns>A plan whose <see cref="Plan.State"/> is still empty: the state's name follows from the manifest's.</returns>
    public static PlannedImport Plan(
        string source,
        ClaimVersion version,
        IReadOnlyList<Manifest> current,
        ReadingResult reading
    )
    {
        var others = current.Where(manifest => manifest.Path != version.Path).ToList();
        var next = Manifest.Next(current.FirstOrDefault(manifest => manifest.Path == version.Path), version, reading);
        var before = new CurrentRows(source, current);
        var derivedBefore = current.SelectMany(manifest => manifest.Derived).Select(mark => mark.Key).ToHashSet();
        var changed = Changed(next);
        next = next.Marked(changed, version);
        var after = After(next);
        var retractedBefore = current
            .SelectMany(manifest => manifest.Claims)
            .Where(claim => claim.Figure is null)
            .Select(claim => claim.Key)
            .Concat(derivedBefore)
            .ToHashSet();
        var suppressed = reading.Missing.ToDictionary(figure => figure.Key, figure => figure.Suppressed);
        var changes = next
            .Claims.Select(claim => claim.Key)
            .Where(changed.Contains)
            .Concat(changed.Where(IsDerived).OrderBy(KeyText.Of, StringComparer.Ordinal))
            .Select(key => new Change(key, Before(key), after.Find(key)))
            .ToList();
        var revisions = changes
            .Select(change => change.Revision(retractedBefore.Contains(change.Key), suppressed))
            .OfType<Revision>()
            .ToList();
        var (series, seriesRemoved) = Series(changed, after);

        var revised = revisions.Select(revision => revision.Key).ToHashSet();
        var restated = changes
            .Where(change => change.Before is not null && !revised.Contains(change.Key))
            .Select(change => change.Key)
            .ToList();
        var moved = changed.Except(restated).ToHashSet();
        var published = changes.FindAll(change => !IsDerived(change.Key));
        return new PlannedImport(
            next,
            new Plan
            {
                Source = source,
                Seq = version.Seq,
                PlannedAt = version.At,
                Version = version,
                State = "",
                Observations = reading.Observations.Count,
                Layout = reading.Layout,
                Counts = new ImportCounts(
                    published.Count(change => change.Before is null) - Count(RevisionKind.Restored),
                    Count(RevisionKind.Revised, RevisionKind.Precision, RevisionKind.Status),
                    published.Count(change => change.After is null),
                    Count(RevisionKind.Restored),
                    reading.Observations.Count(observation => !moved.Contains(observation.Key))
                ),
                Rows = [.. changes.Select(change => change.After).OfType<TradeRow>()],
                Removed = [.. changes.Where(change => change.After is null).Select(change => change.Key)],
                Restated = restated,
                Revisions = revisions,
                Series = series,
                SeriesRemoved = seriesRemoved,
                Findings =
                [
                    .. MoneyAtStake.Findings(version.Path, reading),
                    .. after.Negative.ExceptBy(
                        before.Negative.Select(finding => finding.Message),
                        finding => finding.Message,
                        StringComparer.Ordinal
                    ),
                ],
            }
        );

        // What an import before derived months existed could have derived is not stored.
        TradeRow? Before(ObservationKey key) =>
            IsDerived(key) && !derivedBefore.Contains(key) ? null : before.Find(key);

        CurrentRows After(Manifest own) => new(source, [.. others, own]);

        HashSet<ObservationKey> Changed(Manifest unmarked)
        {
            var shown = After(unmarked);
            return
            [
                .. unmarked
                    .Claims.Select(claim => claim.Key)
                    .Concat(before.Derived)
                    .Concat(shown.Derived)
                    .Where(key => !IsSame(Before(key), shown.Find(key))),
            ];
        }

        int Count(params RevisionKind[] kinds) =>
            revisions.Count(revision => !IsDerived(revision.Key) && kinds.Contains(revision.Kind));
    }

    private static (IReadOnlyList<SeriesRow> Written, IReadOnlyList<SeriesKey> Removed) Series(
        IReadOnlySet<ObservationKey> changed,
        CurrentRows after
    )
    {
        var touched = changed.Select(key => key.Series).ToHashSet();
        var rows = SeriesRows.Of(after.Keys.Where(key => touched.Contains(key.Series)).Select(key => after.Find(key)!));
        return (
            [.. rows.Values.OrderBy(row => KeyText.Of(row.Key), StringComparer.Ordinal)],
            [.. touched.Where(key => !rows.ContainsKey(key)).OrderBy(KeyText.Of, StringComparer.Ordinal)]
        );
    }

    /// <summary>True if nothing that a reader sees differs, when it changed aside.</summary>
    private static bool IsSame(TradeRow? before, TradeRow? after) =>
        before is null || after is null
            ? before == after
            : before == after with { Seq = before.Seq, FirstSeen = before.FirstSeen, LastChanged = before.LastChanged };

    /// <summary>Derived rows are no figures of the publisher's: they are planned like them and not counted.</summary>
    private static bool IsDerived(ObservationKey key) => key.Variant == DerivedMonths.Variant;
}
