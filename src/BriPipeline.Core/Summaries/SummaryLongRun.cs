using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>Growth of turnover from a base year to the last complete one, nominal.</summary>
/// <param name="Turnover">The last complete year beside the base year.</param>
public sealed record SummaryLongRun(TimePeriod Base, TimePeriod Last, SummaryFigure Turnover)
{
    private const int MinYears = 5;
    private const int MaxYears = 60;

    /// <param name="baseYear">Null for the first year that is complete.</param>
    internal static SummaryLongRun? Of(TimePeriod period, int? baseYear, FindAmount find)
    {
        var lastYear = period.Last.Month == 12 ? period.Last.Year : period.Last.Year - 1;
        SummaryAmount? Turnover(int year) => find(SummaryMeasure.Turnover, TimePeriod.OfYear(year));

        var from =
            baseYear
            ?? Enumerable
                .Range(lastYear - MaxYears, MaxYears)
                .Cast<int?>()
                .FirstOrDefault(year => Turnover(year!.Value) is { LacksMembers: false });
        if (from is not { } first || (baseYear is null && lastYear - first < MinYears) || first >= lastYear)
        {
            return null;
        }

        return Turnover(lastYear) is { } now && Turnover(first) is { } before
            ? new(
                TimePeriod.OfYear(first),
                TimePeriod.OfYear(lastYear),
                new(now, before, SummaryChange.Between(now, before))
            )
            : null;
    }
}
