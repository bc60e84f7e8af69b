using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Summaries;

/// <summary>The rows of one reporter in one source, variant and unit, asked for amounts.</summary>
internal sealed class SummaryRows
{
    private readonly Dictionary<(Area Partner, TradeFlow Flow, TimePeriod Period), TradeRow> published = [];
    private readonly Dictionary<(Area Partner, TradeFlow Flow, TimePeriod Period), TradeRow> derived = [];

    /// <param name="rows">All rows of the reporter, of <c>TOTAL</c>.</param>
    public SummaryRows(IEnumerable<TradeRow> rows, string source, string? variant, string unit)
    {
        foreach (var row in rows)
        {
            if (row.Source == source && row.Key.Unit.Code == unit)
            {
                if (row.Key.Variant == variant)
                {
                    published.Add((row.Key.Partner, row.Key.Flow, row.Key.Period), row);
                }
                else if (variant is null && row.Key.Variant == DerivedMonths.Variant)
                {
                    derived.Add((row.Key.Partner, row.Key.Flow, row.Key.Period), row);
                }
            }
        }
    }

    /// <summary>The key of a row in <c>Trade</c>, partition and row key joined.</summary>
    public static string KeyOf(TradeRow row)
    {
        var key = new TradeKey(row.Source, row.Key);
        return $"{key.Partition}|{key.Row}";
    }

    public IEnumerable<TradeRow> All => published.Values.Concat(derived.Values);

    /// <summary>The partners that have a figure in any of the periods.</summary>
    public IEnumerable<Area> PartnersOf(IReadOnlyList<TimePeriod> periods)
    {
        var meant = periods.ToHashSet();
        return published
            .Keys.Concat(derived.Keys)
            .Where(key => meant.Contains(key.Period))
            .Select(key => key.Partner)
            .Distinct();
    }

    /// <summary>The amount as published for the period, else the sum of its months if all are there, else as derived, else null.</summary>
    public SummaryAmount? Find(Area partner, TradeFlow flow, TimePeriod period)
    {
        if (published.TryGetValue((partner, flow, period), out var row))
        {
            return SummaryAmount.Of(row, AmountBasis.Published);
        }

        var months = SummaryPeriods.MonthsOf(period);
        if (months.Count == 0)
        {
            return FindDerived(partner, flow, period);
        }

        var parts = new List<SummaryAmount>(months.Count);
        foreach (var month in months)
        {
            if (published.TryGetValue((partner, flow, month), out var part))
            {
                parts.Add(SummaryAmount.Of(part, AmountBasis.Published));
            }
            else if (FindDerived(partner, flow, month) is { } computed)
            {
                parts.Add(computed);
            }
            else
            {
                return FindDerived(partner, flow, period);
            }
        }

        return SummaryAmount.Of(parts.Sum(part => part.Value), AmountBasis.SumOfMonths, parts);
    }

    /// <summary>What these rows say of the trade with a partner.</summary>
    public FindAmount With(Area partner, TradeFlow importFlow) =>
        (measure, period) =>
            measure switch
            {
                SummaryMeasure.Exports => Find(partner, TradeFlow.X, period),
                SummaryMeasure.Imports => Find(partner, importFlow, period),
                SummaryMeasure.Balance => Compute(partner, importFlow, period, decimal.Subtract),
                _ => Find(partner, TradeFlow.T, period) ?? Compute(partner, importFlow, period, decimal.Add),
            };

    /// <summary>What these rows, as the other side's, say of a country's trade with their reporter: its imports are that country's exports.</summary>
    public FindAmount SeenFrom(Area partner, TradeFlow importFlow)
    {
        var own = With(partner, importFlow);
        return (measure, period) =>
            measure switch
            {
                SummaryMeasure.Exports => own(SummaryMeasure.Imports, period),
                SummaryMeasure.Imports => own(SummaryMeasure.Exports, period),
                SummaryMeasure.Balance => Compute(partner, importFlow, period, (x, m) => m - x),
                _ => own(SummaryMeasure.Turnover, period),
            };
    }

    /// <summary>Imports by origin where there are any with the partner, else by consignment.</summary>
    public TradeFlow ImportFlowWith(Area partner) =>
        published.Keys.Any(key => key.Partner == partner && key.Flow == TradeFlow.M)
        || published.Keys.All(key => key.Partner != partner || key.Flow != TradeFlow.MC)
            ? TradeFlow.M
            : TradeFlow.MC;

    /// <summary>The valuation that all rows of a flow in the period name, if they name one.</summary>
    public string? ValuationOf(Area partner, TradeFlow flow, TimePeriod period)
    {
        string?[] named =
        [
            .. SummaryPeriods
                .Within(period)
                .Select(at => published.GetValueOrDefault((partner, flow, at)))
                .OfType<TradeRow>()
                .Select(row => row.Valuation)
                .Distinct(StringComparer.Ordinal),
        ];
        return named.Length == 1 ? named[0] : null;
    }

    private SummaryAmount? FindDerived(Area partner, TradeFlow flow, TimePeriod period) =>
        derived.TryGetValue((partner, flow, period), out var row)
            ? SummaryAmount.Of(row, AmountBasis.FromCumulative)
            : null;

    private SummaryAmount? Compute(
        Area partner,
        TradeFlow importFlow,
        TimePeriod period,
        Func<decimal, decimal, decimal> compute
    ) =>
        Find(partner, TradeFlow.X, period) is { } exports && Find(partner, importFlow, period) is { } imports
            ? SummaryAmount.Of(compute(exports.Value, imports.Value), AmountBasis.Derived, [exports, imports])
            : null;
}
