using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>One measure of the latest months, against the months just before them and against a year earlier.</summary>
public sealed record SummaryComparison(
    SummaryMeasure Measure,
    SummaryFigure Latest,
    SummaryAmount Before,
    SummaryChange OnBefore
);

/// <summary>The latest months against as many just before them.</summary>
public sealed record SummaryRecent(TimePeriod Latest, TimePeriod Before, IReadOnlyList<SummaryComparison> Lines)
{
    /// <summary>So many months are compared, because a single one can be volatile.</summary>
    public const int Months = 3;

    private static readonly SummaryMeasure[] Measures =
    [
        SummaryMeasure.Turnover,
        SummaryMeasure.Exports,
        SummaryMeasure.Imports,
    ];

    /// <summary>Null where the source does not give all the months, or the summary is of a year.</summary>
    /// <param name="months">How many months: 3, or of a series without its season 1.</param>
    internal static SummaryRecent? Of(TimePeriod period, int months, FindAmount find)
    {
        if (period.Frequency != Frequency.M)
        {
            return null;
        }

        var latest = Ending(period.First, months);
        var before = Ending(period.First.AddMonths(-months), months);
        SummaryComparison[] lines =
        [
            .. from measure in Measures
            let figure = SummaryFigures.Figure(measure, latest, find)
            let earlier = find(measure, before)
            where figure is not null && earlier is not null
            select new SummaryComparison(measure, figure, earlier, SummaryChange.Between(figure.Now, earlier)),
        ];
        return lines.Length > 0 ? new(latest, before, lines) : null;
    }

    private static TimePeriod Ending(DateOnly month, int months)
    {
        var first = month.AddMonths(1 - months);
        return TimePeriod.OfMonths(first.Year, first.Month, month.Year, month.Month);
    }
}
