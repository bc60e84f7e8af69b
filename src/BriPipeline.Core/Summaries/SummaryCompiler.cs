using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Summaries;

/// <summary>Rows to a summary: the same rows, in any order, give the same summary.</summary>
public static class SummaryCompiler
{
    /// <summary>Percent of the total that partner rows must cover, or the summary carries a watermark.</summary>
    public const decimal MinCoverage = 90m;

    /// <summary>Of other series a change on the month before shows the season.</summary>
    private const string SeasonallyAdjusted = "SA";

    private static readonly Area Residual = new("_OTHER");

    public static SummaryCompilation Compile(SummaryInput input)
    {
        var (trade, reason) = SummaryTrade.Of(input);
        return trade is null ? SummaryCompilation.None(reason!) : SummaryCompilation.Of(Summarise(input, trade));
    }

    /// <summary>The series that an edition would speak from; null where there would be none.</summary>
    public static SummaryChoice? ChoiceOf(SummaryInput input) => SummaryTrade.Of(input).Trade?.Choice;

    private static MonthlySummary Summarise(SummaryInput input, SummaryTrade trade)
    {
        var period = input.Period;
        var subject = input.Subject;
        var total = trade.Total(SummaryMeasure.Turnover, period);
        var totalBefore = trade.Total(SummaryMeasure.Turnover, period.YearEarlier);
        SummaryLine Line(Area area, FindAmount find) => SummaryFigures.Line(area, period, find, total, totalBefore);

        var headline = Line(trade.HeadlineArea, trade.Headline);
        var lines = trade
            .Partners(period)
            .Select(partner => Line(partner.Area, partner.Find))
            .Where(line => SizeOf(line) is not null)
            .OrderByDescending(SizeOf)
            .ThenBy(line => line.Area.Code, StringComparer.Ordinal)
            .ToArray();
        SummaryLine[] countries =
        [
            .. lines.Where(line => line.Area.IsCountry).Select((line, index) => line with { Rank = index + 1 }),
        ];
        SummaryLine[] groups = [.. lines.Where(line => !line.Area.IsCountry).OrderBy(line => PlaceBelow(line.Area))];
        SummarySpan[] spans =
        [
            .. SummaryPeriods.Spans(period).Select(span => SummaryFigures.Span(span.Kind, span.Period, trade.Headline)),
        ];
        SummaryPoint[] months =
        [
            .. SummaryPeriods
                .MonthsOf(SummaryPeriods.LastTwelveMonths(period))
                .Select(month => SummaryFigures.Point(month, trade.Headline)),
        ];
        var coverage = subject.Kind == SubjectKind.Reporter ? CoverageOf(lines, total) : null;
        var summary = new MonthlySummary
        {
            Subject = subject.ToString(),
            Kind = subject.Kind,
            Reporter = subject.Reporter,
            Partner = subject.Partner,
            Period = period,
            YearEarlier = period.YearEarlier,
            Choice = trade.Choice,
            IsPartnersSide = trade.IsPartnersSide,
            ImportFlow = trade.ImportFlow,
            ExportValuation = trade.Valuation(TradeFlow.X, period),
            ImportValuation = trade.Valuation(trade.ImportFlow, period),
            Cautions = [],
            Headline = headline,
            Spans = spans,
            ThreeMonths = SummaryRecent.Of(period, SummaryRecent.Months, trade.Headline),
            OnMonthBefore =
                trade.Choice.Variant == SeasonallyAdjusted ? SummaryRecent.Of(period, 1, trade.Headline) : null,
            Beside =
            [
                .. trade
                    .OtherUnits.Select(other => new SummaryBeside(
                        other.Unit,
                        [
                            .. SummaryPeriods
                                .Spans(period)
                                .Select(span => SummaryFigures.Span(span.Kind, span.Period, other.Find))
                                .Where(span => span.Turnover is not null),
                        ]
                    ))
                    .Where(beside => beside.Spans.Count > 0),
            ],
            Countries = countries,
            Groups = groups,
            Commodities =
                subject.Kind == SubjectKind.Reporter
                    ? SummaryCommodities.Of(
                        input.Rows,
                        trade.Choice,
                        period,
                        trade.ImportFlow,
                        flow => (flow == TradeFlow.X ? headline.Exports : headline.Imports)?.Now
                    )
                    : null,
            Absent = [.. input.Members.Except(countries.Select(line => line.Area))],
            Coverage = coverage,
            LikeForLike = subject.Kind == SubjectKind.Reporter ? LikeForLikeOf(countries, total) : null,
            Months = months.Any(month => month.Now is not null) ? months : [],
            Mirror = trade.Mirror(period),
            Expected = subject.Kind == SubjectKind.Region ? null : ExpectedOf(input, trade),
            Targets =
            [
                .. Meant(input, RegisterKind.Target)
                    .Where(target => target.Year == period.Last.Year)
                    .Select(target =>
                        SummaryTarget.Of(target, period, trade.Sides(target.Unit), trade.Choice.Projection)
                    ),
            ],
            LongRun =
                subject.Kind == SubjectKind.Reporter
                    ? null
                    : SummaryLongRun.Of(period, trade.Choice.BaseYear, trade.Headline),
            Registers =
            [
                .. Enum.GetValues<RegisterKind>()
                    .Where(kind => kind != RegisterKind.Target)
                    .SelectMany(kind => Meant(input, kind))
                    .Where(row => row.Since.Year <= period.Last.Year),
            ],
            Rows = new SortedDictionary<string, SummarySource>(StringComparer.Ordinal),
        };
        summary = summary with
        {
            Cautions = [.. CautionsOf(summary)],
            Rows = SummaryTrade.SourcesOf(SummaryAmounts.Of(summary), input.Rows),
        };
        return summary with { Revisions = RevisionsOf(input, summary) };
    }

    /// <summary>By when the exports of each period so far were first stored.</summary>
    private static SummaryExpected? ExpectedOf(SummaryInput input, SummaryTrade trade)
    {
        var choice = trade.Choice;
        var timeliness = Timeliness.Of([
            .. input.Rows.Where(row =>
                row.Key.Reporter == input.Subject.Reporter
                && row.Key.Partner == (input.Subject.Partner ?? Area.World)
                && row.Key.Flow == TradeFlow.X
                && row.Key.Commodity == Commodity.Total
                && row.Key.Unit.Code == choice.Unit
                && row.Key.Variant == choice.Variant
                && row.Source == choice.Source
                && row.Key.Period.Frequency == input.Period.Frequency
                && row.Key.Period.Last <= input.Period.Last
            ),
        ]);
        return
            timeliness is { Median: { } days, Expected: { } by, Latest: var latest, Next: var next }
            && latest == input.Period
            ? new(next, by, days)
            : null;
    }

    private static IEnumerable<RegisterRow> Meant(SummaryInput input, RegisterKind kind) =>
        input
            .Registers.Where(row =>
                row.Kind == kind && row.Subjects.Contains(input.Subject.ToString(), StringComparer.Ordinal)
            )
            .OrderBy(row => row.Date?.First ?? row.SourceDate)
            .ThenBy(row => row.Id, StringComparer.Ordinal);

    private static SummaryRevisions? RevisionsOf(SummaryInput input, MonthlySummary summary) =>
        input.Before is { } before
            ? new(
                before.Edition,
                SummaryRevisions.Between(before.Facts.Rows, summary.Rows),
                SummaryRevisions.SizeOf(input.FirstPrinted, summary.Months)
            )
            : null;

    private static IEnumerable<SummaryCaution> CautionsOf(MonthlySummary summary)
    {
        SummaryAmount[] headline =
        [
            .. new[] { summary.Headline.Turnover, summary.Headline.Exports, summary.Headline.Imports }
                .OfType<SummaryFigure>()
                .Select(figure => figure.Now),
        ];
        if (summary.Coverage < MinCoverage)
        {
            yield return SummaryCaution.PartialPartners;
        }

        if (headline.Any(amount => amount.LacksMembers))
        {
            yield return SummaryCaution.MembersMissing;
        }

        if (headline.Any(amount => amount.Status is ObservationStatus.P or ObservationStatus.E or ObservationStatus.U))
        {
            yield return SummaryCaution.Provisional;
        }

        if (headline.Any(amount => amount.Basis == AmountBasis.FromCumulative))
        {
            yield return SummaryCaution.Computed;
        }
    }

    /// <summary>What the rows that are no groups come to, in percent of the total.</summary>
    private static decimal? CoverageOf(SummaryLine[] lines, SummaryAmount? total)
    {
        var covered = lines
            .Where(line => !line.Area.IsGroup || line.Area == Residual)
            .Select(line =>
                line.Turnover is { } turnover
                    ? turnover.Now.Value
                    : (line.Exports?.Now.Value ?? 0) + (line.Imports?.Now.Value ?? 0)
            )
            .Sum();
        return total?.Value > 0 && lines.Length > 0 ? SummaryFigures.Percent(covered, total.Value) : null;
    }

    private static SummaryLikeForLike? LikeForLikeOf(SummaryLine[] countries, SummaryAmount? total)
    {
        SummaryFigure[] matching =
        [
            .. countries
                .Select(line => line.Turnover)
                .OfType<SummaryFigure>()
                .Where(figure => figure.YearEarlier is not null),
        ];
        if (matching.Length == 0 || total is not { Value: > 0 })
        {
            return null;
        }

        var now = Sum(matching.Select(figure => figure.Now));
        var before = Sum(matching.Select(figure => figure.YearEarlier!));
        return new(
            new(now, before, SummaryChange.Between(now, before)),
            matching.Length,
            SummaryFigures.Percent(now.Value, total.Value)
        );
    }

    private static SummaryAmount Sum(IEnumerable<SummaryAmount> amounts)
    {
        SummaryAmount[] parts = [.. amounts];
        return SummaryAmount.Of(parts.Sum(part => part.Value), AmountBasis.Derived, parts);
    }

    private static decimal? SizeOf(SummaryLine line) => (line.Turnover ?? line.Exports ?? line.Imports)?.Now.Value;

    private static int PlaceBelow(Area area) =>
        area == Area.NotSpecified ? 0
        : area == Residual ? 1
        : 2;
}
