using BriPipeline.Core.Observations;
using BriPipeline.Core.Pipeline;

namespace BriPipeline.Core.Summaries;

/// <summary>Rows to a summary: the same rows, in any order, give the same summary.</summary>
public static class SummaryCompiler
{
    /// <param name="named">What <c>reference/summaries</c> names; null where it names nothing.</param>
    /// <param name="rows">The reporter's rows of <see cref="SummaryPeriods.Behind"/>, of any source, variant and unit.</param>
    public static SummaryCompilation Compile(
        Area reporter,
        TimePeriod period,
        SummaryChoice? named,
        IReadOnlyList<TradeRow> rows
    )
    {
        TradeRow[] totals =
        [
            .. rows.Where(row => row.Key.Reporter == reporter && row.Key.Commodity == Commodity.Total),
        ];
        var candidates = named is null ? SummaryCandidates.Of(period, totals) : [named];
        if (candidates.Count != 1)
        {
            return SummaryCompilation.None(SummaryReasons.NotOneCandidate(reporter, period, candidates));
        }

        var choice = candidates[0];
        var chosen = new SummaryRows(totals.Where(row => SummaryCandidates.ChoiceOf(row) == choice));
        var importFlow = chosen.Find(Area.World, TradeFlow.M, period) is not null ? TradeFlow.M : TradeFlow.MC;
        TradeFlow[] missing =
        [
            .. new[] { TradeFlow.X, importFlow }.Where(flow => chosen.Find(Area.World, flow, period) is null),
        ];
        return missing.Length > 0
            ? SummaryCompilation.None(SummaryReasons.Awaiting(reporter, period, choice, missing))
            : SummaryCompilation.Of(Summarise(reporter, period, choice, importFlow, chosen));
    }

    private static MonthlySummary Summarise(
        Area reporter,
        TimePeriod period,
        SummaryChoice choice,
        TradeFlow importFlow,
        SummaryRows rows
    )
    {
        var total = rows.FindTurnover(Area.World, importFlow, period)?.Value;
        var world = Line(Area.World, period, importFlow, rows, total);
        var lines = rows.PartnersOf(SummaryPeriods.Within(period))
            .Where(partner => partner != Area.World)
            .Select(partner => Line(partner, period, importFlow, rows, total))
            .Where(line => SizeOf(line) is not null)
            .OrderByDescending(SizeOf)
            .ThenBy(line => line.Area.Code, StringComparer.Ordinal)
            .ToArray();
        SummaryLine[] countries =
        [
            .. lines.Where(line => line.Area.IsCountry).Select((line, index) => line with { Rank = index + 1 }),
        ];
        SummaryLine[] groups = [.. lines.Where(line => !line.Area.IsCountry).OrderBy(line => PlaceBelow(line.Area))];
        return new()
        {
            Subject = reporter.Code,
            Period = period,
            YearEarlier = period.YearEarlier,
            Choice = choice,
            ImportFlow = importFlow,
            ExportValuation = rows.ValuationOf(Area.World, TradeFlow.X, period),
            ImportValuation = rows.ValuationOf(Area.World, importFlow, period),
            World = world,
            Countries = countries,
            Groups = groups,
            Rows = rows.SourcesOf([world, .. countries, .. groups]),
        };
    }

    private static SummaryLine Line(
        Area partner,
        TimePeriod period,
        TradeFlow importFlow,
        SummaryRows rows,
        decimal? total
    )
    {
        var turnover = Figure(period, at => rows.FindTurnover(partner, importFlow, at), SummaryChange.Between);
        return new SummaryLine(
            partner,
            null,
            turnover,
            Figure(period, at => rows.Find(partner, TradeFlow.X, at), SummaryChange.Between),
            Figure(period, at => rows.Find(partner, importFlow, at), SummaryChange.Between),
            Figure(period, at => rows.FindBalance(partner, importFlow, at), SummaryChange.OfSigned),
            turnover is not null && total > 0
                ? Math.Round(turnover.Now.Value / total.Value * 100, 1, MidpointRounding.AwayFromZero)
                : null
        );
    }

    private static SummaryFigure? Figure(
        TimePeriod period,
        Func<TimePeriod, SummaryAmount?> find,
        Func<SummaryAmount, SummaryAmount?, SummaryChange> change
    )
    {
        if (find(period) is not { } now)
        {
            return null;
        }

        var yearEarlier = find(period.YearEarlier);
        return new(now, yearEarlier, change(now, yearEarlier));
    }

    private static decimal? SizeOf(SummaryLine line) => (line.Turnover ?? line.Exports ?? line.Imports)?.Now.Value;

    private static int PlaceBelow(Area area) =>
        area == Area.NotSpecified ? 0
        : area == Residual ? 1
        : 2;

    private static readonly Area Residual = new("_OTHER");
}
