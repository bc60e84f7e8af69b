using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>How a row behind the figures differs from the one behind the edition before.</summary>
public enum RowChange
{
    Revised,
    Status,
    Added,
    Removed,
}

/// <summary>One row that differs.</summary>
/// <param name="Key">Its key in <c>Trade</c>.</param>
/// <param name="Old">In whole units; null where it was not there.</param>
/// <param name="Workbook">The upload that brought the figure as it is now; of a removed row, the one that it was read from.</param>
public sealed record SummaryRevision(
    string Key,
    RowChange Kind,
    decimal? Old,
    decimal? New,
    ObservationStatus? OldStatus,
    ObservationStatus? NewStatus,
    string Workbook
);

/// <summary>How far turnover has moved since each month was first summarised.</summary>
/// <param name="Months">How many of the last twelve months had an edition of their own.</param>
/// <param name="Mean">Percent, two decimals.</param>
/// <param name="MeanAbsolute">Percent, two decimals.</param>
public sealed record RevisionSize(int Months, decimal Mean, decimal MeanAbsolute);

/// <summary>What changed since the edition before.</summary>
/// <param name="Since">Number of that edition.</param>
/// <param name="Changes">By key in ordinal order.</param>
public sealed record SummaryRevisions(int Since, IReadOnlyList<SummaryRevision> Changes, RevisionSize? Size)
{
    /// <summary>The differences of the rows behind two editions, where both look at a row.</summary>
    public static IReadOnlyList<SummaryRevision> Between(
        IReadOnlyDictionary<string, SummarySource> before,
        IReadOnlyDictionary<string, SummarySource> now
    ) =>
        [
            .. before
                .Keys.Union(now.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(key => Of(key, before.GetValueOrDefault(key), now.GetValueOrDefault(key)))
                .OfType<SummaryRevision>(),
        ];

    /// <param name="first">Turnover of each month as its first edition printed it.</param>
    /// <param name="now">The same months as they are now.</param>
    public static RevisionSize? SizeOf(IReadOnlyDictionary<TimePeriod, decimal> first, IEnumerable<SummaryPoint> now)
    {
        decimal[] percents =
        [
            .. now.Where(point => point.Now is not null && first.GetValueOrDefault(point.Period) > 0)
                .Select(point => (point.Now!.Value / first[point.Period] - 1) * 100),
        ];
        return percents.Length == 0
            ? null
            : new(percents.Length, Round(percents.Average()), Round(percents.Average(Math.Abs)));
    }

    private static SummaryRevision? Of(string key, SummarySource? old, SummarySource? now)
    {
        RowChange? kind = (old, now) switch
        {
            (null, _) => RowChange.Added,
            (_, null) => RowChange.Removed,
            _ when old.Value != now.Value => RowChange.Revised,
            _ when old.Status != now.Status => RowChange.Status,
            _ => null,
        };
        return kind is { } known
            ? new(key, known, old?.Value, now?.Value, old?.Status, now?.Status, (now ?? old)!.Workbook)
            : null;
    }

    private static decimal Round(decimal percent) => Math.Round(percent, 2, MidpointRounding.AwayFromZero);
}
