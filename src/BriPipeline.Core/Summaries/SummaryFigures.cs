using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>Figures, lines and spans from what one side reports.</summary>
internal static class SummaryFigures
{
    public static SummaryFigure? Figure(SummaryMeasure measure, TimePeriod period, FindAmount find)
    {
        if (find(measure, period) is not { } now)
        {
            return null;
        }

        var yearEarlier = find(measure, period.YearEarlier);
        return new(
            now,
            yearEarlier,
            measure == SummaryMeasure.Balance
                ? SummaryChange.OfSigned(now, yearEarlier)
                : SummaryChange.Between(now, yearEarlier)
        );
    }

    public static SummaryLine Line(
        Area area,
        TimePeriod period,
        FindAmount find,
        SummaryAmount? total,
        SummaryAmount? totalBefore
    )
    {
        var turnover = Figure(SummaryMeasure.Turnover, period, find);
        return new(
            area,
            null,
            turnover,
            Figure(SummaryMeasure.Exports, period, find),
            Figure(SummaryMeasure.Imports, period, find),
            Figure(SummaryMeasure.Balance, period, find),
            turnover is not null && total?.Value > 0 ? Percent(turnover.Now.Value, total.Value) : null,
            turnover?.Change
                is { Kind: ChangeKind.Measured or ChangeKind.New or ChangeKind.SmallBase, Difference: { } difference }
            && total is { LacksMembers: false }
            && totalBefore is { LacksMembers: false, Value: >= SummaryChange.MinBase }
                ? Percent(difference, totalBefore.Value)
                : null
        );
    }

    public static SummarySpan Span(SpanKind kind, TimePeriod period, FindAmount find)
    {
        var exports = Figure(SummaryMeasure.Exports, period, find);
        var imports = Figure(SummaryMeasure.Imports, period, find);
        return new(
            kind,
            period,
            Figure(SummaryMeasure.Turnover, period, find),
            exports,
            imports,
            Figure(SummaryMeasure.Balance, period, find),
            exports is not null && imports is not null
                ? []
                :
                [
                    .. SummaryPeriods
                        .MonthsOf(period)
                        .Where(month =>
                            find(SummaryMeasure.Exports, month) is null || find(SummaryMeasure.Imports, month) is null
                        ),
                ]
        )
        {
            Cover = CoverOf(exports?.Now, imports?.Now) is { } cover
                ? new(cover, CoverOf(exports!.YearEarlier, imports!.YearEarlier))
                : null,
        };
    }

    /// <summary>Withheld where a change on the imports would be.</summary>
    private static decimal? CoverOf(SummaryAmount? exports, SummaryAmount? imports) =>
        exports is not null
        && imports is not null
        && SummaryChange.Between(exports, imports).Kind == ChangeKind.Measured
            ? Percent(exports.Value, imports.Value)
            : null;

    public static SummaryPoint Point(TimePeriod period, FindAmount find) =>
        new(period, find(SummaryMeasure.Turnover, period), find(SummaryMeasure.Turnover, period.YearEarlier));

    /// <summary>One decimal, half away from zero.</summary>
    public static decimal Percent(decimal part, decimal whole) =>
        Math.Round(part / whole * 100, 1, MidpointRounding.AwayFromZero);
}
