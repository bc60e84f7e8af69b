using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>A reporter's trade with the World, and with each partner.</summary>
internal sealed class ReporterTrade : SummaryTrade
{
    private readonly SummaryRows series;
    private readonly Area reporter;
    private readonly TradeRow[] own;

    private ReporterTrade(
        SummaryInput input,
        SummaryChoice choice,
        TradeRow[] all,
        SummaryRows rows,
        TradeFlow importFlow
    )
        : base(choice)
    {
        (reporter, own, series, ImportFlow) = (input.Subject.Reporter, all, rows, importFlow);
        Headline = rows.With(Area.World, importFlow);
    }

    public override Area HeadlineArea => Area.World;
    public override FindAmount Headline { get; }
    public override TradeFlow ImportFlow { get; }

    public override IEnumerable<(string Unit, FindAmount Find)> OtherUnits => UnitsBeside(own, Choice, Area.World);

    public override SummaryAmount? Total(SummaryMeasure measure, TimePeriod period) => Headline(measure, period);

    public override IEnumerable<(Area Area, FindAmount Find)> Partners(TimePeriod period) =>
        series
            .PartnersOf(SummaryPeriods.Within(period))
            .Where(partner => partner != Area.World)
            .Select(partner => (partner, series.With(partner, ImportFlow)));

    public override string? Valuation(TradeFlow flow, TimePeriod period) =>
        series.ValuationOf(Area.World, flow, period);

    public override IReadOnlyList<(Area Reporter, string Source, FindAmount Find)> Sides(string? unit) =>
        unit == Choice.Unit ? [(reporter, Choice.Source, Headline)] : [];

    public static new (SummaryTrade? Trade, string? Reason) Of(SummaryInput input)
    {
        var (reporter, period) = (input.Subject.Reporter, input.Period);
        TradeRow[] all = [.. input.Rows.Where(row => row.Key.Reporter == reporter)];
        var candidates = input.Named is { } named ? [named] : SummaryCandidates.Of(Area.World, period, all);
        if (candidates.Count != 1)
        {
            return (null, SummaryReasons.NotOneCandidate(input.Subject, period, candidates));
        }

        var choice = candidates[0];
        var rows = new SummaryRows(all, choice.Source, choice.Variant, choice.Unit);
        var importFlow = rows.Find(Area.World, TradeFlow.M, period) is not null ? TradeFlow.M : TradeFlow.MC;
        var missing = Missing(rows, Area.World, importFlow, period);
        return missing.Length > 0
            ? (null, SummaryReasons.Awaiting(input.Subject, period, choice, missing, isOfWorld: true))
            : (new ReporterTrade(input, choice, all, rows, importFlow), null);
    }

    /// <summary>The same trade in the other currencies of the chosen source and variant.</summary>
    internal static IEnumerable<(string Unit, FindAmount Find)> UnitsBeside(
        TradeRow[] all,
        SummaryChoice choice,
        Area partner
    ) =>
        all.Where(row =>
                row.Key.Partner == partner
                && row.Source == choice.Source
                && row.Key.Variant == choice.Variant
                && row.Key.Unit.IsMoney
                && row.Key.Unit.Code != choice.Unit
            )
            .Select(row => row.Key.Unit.Code)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(unit =>
            {
                var rows = new SummaryRows(all, choice.Source, choice.Variant, unit);
                return (unit, rows.With(partner, rows.ImportFlowWith(partner)));
            });
}
