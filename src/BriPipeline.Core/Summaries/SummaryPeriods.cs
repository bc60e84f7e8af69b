using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>Which periods an edition tells of, and which periods' rows it is made of.</summary>
public static class SummaryPeriods
{
    private const int MonthsOfYear = 12;

    /// <summary>Editions are made of months and years.</summary>
    public static bool IsSummarised(TimePeriod period) => period.Frequency is Frequency.M or Frequency.A;

    /// <summary>The months of a longer period; none for a single month, or where months do not fit.</summary>
    public static IReadOnlyList<TimePeriod> MonthsOf(TimePeriod period) =>
        period.Frequency == Frequency.M || period.First.Day != 1
            ? []
            :
            [
                .. Enumerable
                    .Range(0, int.MaxValue)
                    .Select(period.First.AddMonths)
                    .TakeWhile(first => first <= period.Last)
                    .Select(first => TimePeriod.OfMonth(first.Year, first.Month)),
            ];

    /// <summary>The period and its months.</summary>
    public static IReadOnlyList<TimePeriod> Within(TimePeriod period) => [period, .. MonthsOf(period)];

    /// <summary>From January to the end of the period.</summary>
    public static TimePeriod YearToDate(TimePeriod period) =>
        TimePeriod.OfMonths(period.Last.Year, 1, period.Last.Year, period.Last.Month);

    /// <summary>The twelve months that end with the period.</summary>
    public static TimePeriod LastTwelveMonths(TimePeriod period)
    {
        var first = period.Last.AddMonths(1 - MonthsOfYear);
        return TimePeriod.OfMonths(first.Year, first.Month, period.Last.Year, period.Last.Month);
    }

    /// <summary>The periods of a summary's headline: of a month also the year to date and the last twelve months.</summary>
    public static IReadOnlyList<(SpanKind Kind, TimePeriod Period)> Spans(TimePeriod period) =>
        period.Frequency == Frequency.M
            ?
            [
                (SpanKind.Period, period),
                (SpanKind.YearToDate, YearToDate(period)),
                (SpanKind.LastTwelveMonths, LastTwelveMonths(period)),
            ]
            : [(SpanKind.Period, period)];

    /// <summary>Every period whose rows a reporter's summary looks at: its spans, the same a year earlier, and the months of all.</summary>
    public static IReadOnlyList<TimePeriod> Behind(TimePeriod period) =>
        [
            .. Spans(period)
                .SelectMany(span => Within(span.Period).Concat(Within(span.Period.YearEarlier)))
                .Append(TimePeriod.OfYear(period.Last.Year - 1))
                .Distinct()
                .Order(),
        ];
}
