using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Summaries;

/// <summary>A reporter's trade with one partner, in the reporter's figures, and what the partner says of it.</summary>
internal sealed class PairTrade : SummaryTrade
{
    private readonly SummaryInput input;
    private readonly SummaryRows series;
    private readonly TradeRow[] own;
    private readonly Area partner;

    private PairTrade(SummaryInput input, SummaryChoice choice, TradeRow[] all, SummaryRows rows, TradeFlow importFlow)
        : base(choice)
    {
        (this.input, own, series, ImportFlow) = (input, all, rows, importFlow);
        partner = input.Subject.Partner!.Value;
        Headline = rows.With(partner, importFlow);
    }

    public override Area HeadlineArea => partner;
    public override FindAmount Headline { get; }
    public override TradeFlow ImportFlow { get; }

    public override IEnumerable<(string Unit, FindAmount Find)> OtherUnits =>
        ReporterTrade.UnitsBeside(own, Choice, partner);

    /// <summary>Shares are of the reporter's trade with the World.</summary>
    public override SummaryAmount? Total(SummaryMeasure measure, TimePeriod period) =>
        series.With(Area.World, ImportFlow)(measure, period);

    public override IEnumerable<(Area Area, FindAmount Find)> Partners(TimePeriod period) => [];

    public override string? Valuation(TradeFlow flow, TimePeriod period) => series.ValuationOf(partner, flow, period);

    public override SummaryMirror? Mirror(TimePeriod period)
    {
        var reporter = input.Subject.Reporter;
        var side = new OneSide(reporter, partner, series, TradeKey.SourceAndVariant(Choice.Source, Choice.Variant));
        return SummaryMirror.Of(
            period,
            side,
            OneSide.Of(partner, reporter, Choice.Unit, input.Rows),
            [
                .. input
                    .Rows.Where(row =>
                        row.Key.Reporter == partner && row.Key.Partner == reporter && row.Key.Unit.IsMoney
                    )
                    .Select(row => row.Key.Unit.Code)
                    .Distinct(StringComparer.Ordinal)
                    .Where(unit => unit != Choice.Unit)
                    .Order(StringComparer.Ordinal),
            ]
        );
    }

    public override IReadOnlyList<(Area Reporter, string Source, FindAmount Find)> Sides(string? unit) =>
        unit is null
            ? []
            :
            [
                .. unit == Choice.Unit
                    ? [(input.Subject.Reporter, TradeKey.SourceAndVariant(Choice.Source, Choice.Variant), Headline)]
                    : UnitOf(unit),
                .. OneSide
                    .Of(partner, input.Subject.Reporter, unit, input.Rows)
                    .Select(side =>
                        (
                            side.Reporter,
                            side.Source,
                            side.Rows.SeenFrom(side.Partner, side.Rows.ImportFlowWith(side.Partner))
                        )
                    ),
            ];

    public static new (SummaryTrade? Trade, string? Reason) Of(SummaryInput input)
    {
        var (reporter, partner, period) = (input.Subject.Reporter, input.Subject.Partner!.Value, input.Period);
        TradeRow[] all = [.. input.Rows.Where(row => row.Key.Reporter == reporter)];
        var candidates = input.Named is { } named ? [named] : SummaryCandidates.Of(partner, period, all);
        if (candidates.Count != 1)
        {
            return (null, SummaryReasons.NotOneCandidate(input.Subject, period, candidates));
        }

        var choice = candidates[0];
        var rows = new SummaryRows(all, choice.Source, choice.Variant, choice.Unit);
        var importFlow = rows.Find(partner, TradeFlow.M, period) is not null ? TradeFlow.M : TradeFlow.MC;
        // Where the source publishes the World at all, a period without it is not complete yet.
        var ofWorld = rows.PartnersOf(SummaryPeriods.Within(period.YearEarlier)).Contains(Area.World)
            ? Missing(rows, Area.World, importFlow, period)
            : [];
        var ofPartner = Missing(rows, partner, importFlow, period);
        return ofWorld.Length + ofPartner.Length > 0
            ? (
                null,
                SummaryReasons.Awaiting(
                    input.Subject,
                    period,
                    choice,
                    ofWorld.Length > 0 ? ofWorld : ofPartner,
                    isOfWorld: ofWorld.Length > 0
                )
            )
            : (new PairTrade(input, choice, all, rows, importFlow), null);
    }

    private IEnumerable<(Area, string, FindAmount)> UnitOf(string unit) =>
        OtherUnits
            .Where(other => other.Unit == unit)
            .Select(other =>
                (input.Subject.Reporter, TradeKey.SourceAndVariant(Choice.Source, Choice.Variant), other.Find)
            );
}
