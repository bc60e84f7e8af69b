using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>How soon after the end of a period its figures come from a source, and whether the next ones are late.</summary>
/// <param name="Series">The series that it was measured on.</param>
/// <param name="Latest">The last period that is stored.</param>
/// <param name="Received">When its figure was first stored.</param>
/// <param name="Days">From the end of that period.</param>
/// <param name="Median">Days from the end of a period to its first figure, over all periods that came one after the other; null
/// below <see cref="MinPeriods"/> of them.</param>
/// <param name="Measured">How many periods that are.</param>
public sealed record Timeliness(
    string Source,
    SeriesKey Series,
    TimePeriod Latest,
    DateTimeOffset Received,
    int Days,
    int? Median,
    int Measured
)
{
    /// <summary>Fewer say nothing of what is usual.</summary>
    public const int MinPeriods = 3;

    private static readonly Frequency[] Finest = [Frequency.M, Frequency.Q, Frequency.A, Frequency.F];

    public TimePeriod Next => NextOf(Latest);

    /// <summary>When the next period's figures are due by what was usual so far; null where that is not known.</summary>
    public DateOnly? Expected => Median is { } median ? Next.Last.AddDays(median) : null;

    /// <summary>How many days the next figures are late.</summary>
    public int LateBy(DateOnly today) => Expected is { } due && today > due ? today.DayNumber - due.DayNumber : 0;

    /// <summary>The series of a source on which it is measured: the shortest periods, the World's, all goods, the longest.</summary>
    public static SeriesRow? SeriesOf(IEnumerable<SeriesRow> series) =>
        series
            .Where(row => row.Key.Variant != DerivedMonths.Variant && Finest.Contains(row.Key.Frequency))
            .OrderBy(row => Array.IndexOf(Finest, row.Key.Frequency))
            .ThenBy(row => row.Key.Commodity != Commodity.Total)
            .ThenBy(row => row.Key.Partner != Area.World)
            .ThenByDescending(row => row.Last.Last)
            .ThenByDescending(row => row.Count)
            .ThenBy(row => SeriesTableKey.Row(row.Source, row.Key), StringComparer.Ordinal)
            .FirstOrDefault();

    /// <param name="figures">Of one series, in any order; null is returned where there is none.</param>
    /// <remarks>What the first import brought was published long before it was received here, so that it is not measured.</remarks>
    public static Timeliness? Of(IReadOnlyCollection<TradeRow> figures)
    {
        if (figures.Count == 0)
        {
            return null;
        }

        var ordered = figures.OrderBy(figure => figure.Key.Period.Last).ToList();
        var first = ordered.Min(figure => figure.FirstSeen);
        var known = ordered.Where(figure => figure.FirstSeen == first).Max(figure => figure.Key.Period.Last);
        var days = ordered
            .Where(figure => figure.FirstSeen > first && figure.Key.Period.Last > known)
            .Select(DaysOf)
            .Order()
            .ToList();
        var latest = ordered[^1];
        return new(
            latest.Source,
            latest.Key.Series,
            latest.Key.Period,
            latest.FirstSeen,
            DaysOf(latest),
            days.Count < MinPeriods ? null : (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2,
            days.Count
        );
    }

    private static int DaysOf(TradeRow figure) =>
        DateOnly.FromDateTime(figure.FirstSeen.UtcDateTime).DayNumber - figure.Key.Period.Last.DayNumber;

    private static TimePeriod NextOf(TimePeriod period) =>
        period.Frequency switch
        {
            Frequency.M => TimePeriod.OfMonth(period.First.AddMonths(1).Year, period.First.AddMonths(1).Month),
            Frequency.Q => TimePeriod.OfQuarter(
                period.First.AddMonths(3).Year,
                (period.First.AddMonths(3).Month + 2) / 3
            ),
            _ => period.YearLater,
        };
}
