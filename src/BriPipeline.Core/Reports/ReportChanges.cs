using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Reports;

/// <summary>What an import changed, largest first; the schema of <c>changes.json</c>.</summary>
/// <param name="Revisions">How many figures changed; <paramref name="Largest"/> holds the first 500 of them.</param>
/// <param name="SeriesChanged">How many series; <paramref name="Series"/> holds the first 500 of them.</param>
public sealed record ReportChanges(
    ImportCounts Counts,
    int Revisions,
    IReadOnlyList<ReportChange> Largest,
    int SeriesChanged,
    IReadOnlyList<ReportSeriesChange> Series
)
{
    private const int Longest = 500;

    public static ReportChanges Of(Plan plan)
    {
        var series = ImportChanges.BySeries(plan).ToList();
        return new(
            plan.Counts,
            plan.Revisions.Count,
            [.. ImportChanges.Revisions(plan).Take(Longest).Select(ReportChange.Of)],
            series.Count,
            [.. series.Take(Longest).Select(ReportSeriesChange.Of)]
        );
    }
}

/// <summary>One changed figure.</summary>
/// <param name="Kind">A <see cref="RevisionKind"/> in lower case.</param>
/// <param name="Was">In whole units; null where there was no row.</param>
/// <param name="Difference">New minus old; a figure that came or went counts in full.</param>
public sealed record ReportChange(
    string Reporter,
    string Partner,
    string Flow,
    string Commodity,
    string Unit,
    string? Variant,
    string Period,
    string Kind,
    decimal? Was,
    decimal? Is,
    decimal Difference
)
{
    internal static ReportChange Of(Revision revision)
    {
        var key = revision.Key;
        return new(
            key.Reporter.Code,
            key.Partner.Code,
            key.Flow.ToString(),
            key.Commodity.Code,
            key.Unit.Code,
            key.Variant,
            key.Period.ToString(),
            revision.Kind.ToString().ToLowerInvariant(),
            revision.OldValue,
            revision.NewValue,
            ImportChanges.Difference(revision)
        );
    }
}

/// <summary>The sum of what changed in one series: a partner's flow of a commodity in a unit.</summary>
/// <param name="Sum">Signed, in whole units.</param>
public sealed record ReportSeriesChange(
    string Reporter,
    string Partner,
    string Flow,
    string Commodity,
    string Unit,
    string? Variant,
    string Frequency,
    int Figures,
    decimal Sum
)
{
    internal static ReportSeriesChange Of(SeriesChange change) =>
        new(
            change.Key.Reporter.Code,
            change.Key.Partner.Code,
            change.Key.Flow.ToString(),
            change.Key.Commodity.Code,
            change.Key.Unit.Code,
            change.Key.Variant,
            change.Key.Frequency.ToString(),
            change.Figures,
            change.Sum
        );
}
