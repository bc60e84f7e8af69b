using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Summaries;

/// <summary>What one side reports of a flow, and by which rules it counts.</summary>
/// <param name="Source">The source, with its variant, as row keys write it.</param>
/// <param name="Flow">As this side reports it: <c>M</c> counts partners by origin, <c>MC</c> by consignment, <c>X</c> by last known destination.</param>
public sealed record MirrorSide(Area Reporter, string Source, TradeFlow Flow, string? Valuation, SummaryAmount Amount);

/// <summary>Both sides of one flow in one period and currency; nothing adjusted, nothing converted.</summary>
/// <param name="Gap">Importer minus exporter, in whole units.</param>
/// <param name="Percent">The gap in percent of the exporter's figure, one decimal; null below <see cref="SummaryChange.MinBase"/>.</param>
public sealed record MirrorLine(
    TimePeriod Period,
    Area From,
    Area To,
    MirrorSide Exporter,
    MirrorSide Importer,
    decimal Gap,
    decimal? Percent
);

/// <summary>A pair's trade as both sides report it.</summary>
/// <param name="Lines">The summary's spans; a line for each source of the partner, none preferred.</param>
/// <param name="History">Earlier periods of the same kind, oldest first.</param>
/// <param name="OtherUnits">Currencies in which only the partner reports: not compared.</param>
public sealed record SummaryMirror(
    IReadOnlyList<MirrorLine> Lines,
    IReadOnlyList<MirrorLine> History,
    IReadOnlyList<string> OtherUnits
)
{
    private const int Years = 10;
    private const int Months = 24;

    /// <summary>Null where the partner has no figure of its own.</summary>
    internal static SummaryMirror? Of(
        TimePeriod period,
        OneSide own,
        IReadOnlyList<OneSide> others,
        IReadOnlyList<string> units
    )
    {
        var spans = SummaryPeriods.Spans(period).Select(span => span.Period).Distinct();
        var mirror = new SummaryMirror(
            [.. spans.SelectMany(at => Compare(at, own, others))],
            [.. Earlier(period).SelectMany(at => Compare(at, own, others))],
            units
        );
        return mirror.Lines.Count + mirror.History.Count + units.Count > 0 ? mirror : null;
    }

    private static IEnumerable<TimePeriod> Earlier(TimePeriod period) =>
        period.Frequency == Frequency.A
            ? Enumerable.Range(1, Years).Reverse().Select(back => TimePeriod.OfYear(period.First.Year - back))
            : Enumerable
                .Range(1, Months)
                .Reverse()
                .Select(back => period.First.AddMonths(-back))
                .Select(first => TimePeriod.OfMonth(first.Year, first.Month));

    private static IEnumerable<MirrorLine> Compare(TimePeriod period, OneSide own, IReadOnlyList<OneSide> others) =>
        others.SelectMany(other => new[] { Line(period, own, other), Line(period, other, own) }).OfType<MirrorLine>();

    private static MirrorLine? Line(TimePeriod period, OneSide exporter, OneSide importer)
    {
        if (exporter.Exports(period) is not { } exports || importer.Imports(period) is not { } imports)
        {
            return null;
        }

        var gap = imports.Amount.Value - exports.Amount.Value;
        return new(
            period,
            exporter.Reporter,
            importer.Reporter,
            exports,
            imports,
            gap,
            exports.Amount.Value < SummaryChange.MinBase
                ? null
                : Math.Round(gap / exports.Amount.Value * 100, 1, MidpointRounding.AwayFromZero)
        );
    }
}

/// <summary>One reporter's series of its trade with one partner.</summary>
internal sealed record OneSide(Area Reporter, Area Partner, SummaryRows Rows, string Source)
{
    private TradeFlow ImportFlow => Rows.ImportFlowWith(Partner);

    public MirrorSide? Exports(TimePeriod period) => Side(TradeFlow.X, period);

    public MirrorSide? Imports(TimePeriod period) => Side(ImportFlow, period);

    public FindAmount Amounts => Rows.With(Partner, ImportFlow);

    /// <summary>Every series in which the reporter gives figures of the partner in a unit.</summary>
    public static IReadOnlyList<OneSide> Of(Area reporter, Area partner, string unit, IReadOnlyList<TradeRow> rows) =>
        [
            .. rows.Where(row =>
                    row.Key.Reporter == reporter
                    && row.Key.Partner == partner
                    && row.Key.Unit.Code == unit
                    && row.Key.Variant != DerivedMonths.Variant
                )
                .Select(row => (row.Source, row.Key.Variant))
                .Distinct()
                .OrderBy(series => series.Source, StringComparer.Ordinal)
                .ThenBy(series => series.Variant, StringComparer.Ordinal)
                .Select(series => new OneSide(
                    reporter,
                    partner,
                    new SummaryRows(
                        rows.Where(row => row.Key.Reporter == reporter),
                        series.Source,
                        series.Variant,
                        unit
                    ),
                    Vintages.TradeKey.SourceAndVariant(series.Source, series.Variant)
                )),
        ];

    private MirrorSide? Side(TradeFlow flow, TimePeriod period) =>
        Rows.Find(Partner, flow, period) is { } amount
            ? new(Reporter, Source, flow, Rows.ValuationOf(Partner, flow, period), amount)
            : null;
}
