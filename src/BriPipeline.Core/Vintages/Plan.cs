using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>All that one import writes, as absolute values: the write-ahead log <c>plans/{source}/{seq}</c>. It may be applied in
/// any order and any number of times.</summary>
public sealed record Plan
{
    public required string Source { get; init; }
    public required long Seq { get; init; }
    public required DateTimeOffset PlannedAt { get; init; }
    public required ClaimVersion Version { get; init; }

    /// <summary>Name below <c>manifests/</c> of the source's state once this is committed.</summary>
    public required string State { get; init; }

    public required int Observations { get; init; }
    public string? Layout { get; init; }
    public required ImportCounts Counts { get; init; }

    /// <summary>Rows of <c>Trade</c> and <c>TradeByPeriod</c> to write.</summary>
    public required IReadOnlyList<TradeRow> Rows { get; init; }

    /// <summary>Rows of <c>Trade</c> and <c>TradeByPeriod</c> to delete.</summary>
    public required IReadOnlyList<ObservationKey> Removed { get; init; }

    /// <summary>Those of <see cref="Rows"/> whose figure stays: only where it is from, or what is said beside it, changes.</summary>
    public required IReadOnlyList<ObservationKey> Restated { get; init; }

    public required IReadOnlyList<Revision> Revisions { get; init; }
    public required IReadOnlyList<SeriesRow> Series { get; init; }
    public required IReadOnlyList<SeriesKey> SeriesRemoved { get; init; }
    public required IReadOnlyList<ReportFinding> Findings { get; init; }

    /// <summary>Rows of <c>Registers</c> to write; null in an import of trade.</summary>
    public IReadOnlyList<RegisterRow>? Registers { get; init; }

    /// <summary>Rows of <c>Registers</c> to delete; null in an import of trade.</summary>
    public IReadOnlyList<RegisterKey>? RegistersRemoved { get; init; }

    /// <summary>The keys that had a row before, or had one once: all of <see cref="Rows"/> but the figures that are new.</summary>
    public HashSet<ObservationKey> SeenBefore() => [.. Revisions.Select(revision => revision.Key), .. Restated];

    /// <summary>How many rows of all tables it writes and deletes.</summary>
    public int Writes =>
        (2 * (Rows.Count + Removed.Count))
        + Revisions.Count
        + Series.Count
        + SeriesRemoved.Count
        + (Registers?.Count ?? 0)
        + (RegistersRemoved?.Count ?? 0);

    /// <summary>The summaries that may now read differently: each reporter's periods with a changed row, the years of
    /// changed months, and the same periods a year later.</summary>
    public IEnumerable<(Area Reporter, TimePeriod Period)> Touched =>
        Rows.Select(row => row.Key)
            .Concat(Removed)
            .SelectMany(key => Shown(key.Period).Select(period => (key.Reporter, Period: period)))
            .Distinct()
            .OrderBy(touched => touched.Reporter.Code, StringComparer.Ordinal)
            .ThenBy(touched => touched.Period);

    private static IEnumerable<TimePeriod> Shown(TimePeriod period) =>
        period.Frequency == Frequency.M
            ? [period, period.YearLater, TimePeriod.OfYear(period.First.Year), TimePeriod.OfYear(period.First.Year + 1)]
            : [period, period.YearLater];
}
