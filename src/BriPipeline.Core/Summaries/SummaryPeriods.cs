using BriPipeline.Core.Observations;

namespace BriPipeline.Core.Summaries;

/// <summary>Which periods' rows an edition is made of.</summary>
public static class SummaryPeriods
{
    /// <summary>Editions are made of months and years.</summary>
    public static bool IsSummarised(TimePeriod period) => period.Frequency is Frequency.M or Frequency.A;

    /// <summary>The twelve months of a year; none of any other period.</summary>
    public static IReadOnlyList<TimePeriod> MonthsOf(TimePeriod period) =>
        period.Frequency == Frequency.A
            ? [.. Enumerable.Range(1, 12).Select(month => TimePeriod.OfMonth(period.First.Year, month))]
            : [];

    /// <summary>The period and its months.</summary>
    public static IReadOnlyList<TimePeriod> Within(TimePeriod period) => [period, .. MonthsOf(period)];

    /// <summary>Every period whose rows a compilation looks at: the period, a year earlier, and the months of both.</summary>
    public static IReadOnlyList<TimePeriod> Behind(TimePeriod period) =>
        [.. Within(period), .. Within(period.YearEarlier)];
}
