using BriPipeline.Core.Observations;
using BriPipeline.Core.Pipeline;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Summaries;

/// <summary>The rows of one reporter in one source, variant and unit, asked for amounts.</summary>
internal sealed class SummaryRows
{
    private readonly Dictionary<(Area Partner, TradeFlow Flow, TimePeriod Period), TradeRow> rows;

    public SummaryRows(IEnumerable<TradeRow> rows) =>
        this.rows = rows.ToDictionary(row => (row.Key.Partner, row.Key.Flow, row.Key.Period));

    /// <summary>The key of a row in <c>Trade</c>, partition and row key joined.</summary>
    public static string KeyOf(TradeRow row)
    {
        var key = new TradeKey(row.Source, row.Key);
        return $"{key.Partition}|{key.Row}";
    }

    /// <summary>The partners that have a figure in any of the periods.</summary>
    public IEnumerable<Area> PartnersOf(IReadOnlyList<TimePeriod> periods) =>
        rows.Keys.Where(key => periods.Contains(key.Period)).Select(key => key.Partner).Distinct();

    public TradeRow? FindRow(Area partner, TradeFlow flow, TimePeriod period) =>
        rows.GetValueOrDefault((partner, flow, period));

    /// <summary>The amount as published for the period, else the sum of its months if all are published, else null.</summary>
    public SummaryAmount? Find(Area partner, TradeFlow flow, TimePeriod period)
    {
        if (FindRow(partner, flow, period) is { } row)
        {
            return new(row.Value, AmountBasis.Published, row.Status, [KeyOf(row)]);
        }

        var months = SummaryPeriods.MonthsOf(period).Select(month => FindRow(partner, flow, month)).OfType<TradeRow>();
        SummaryAmount[] parts =
        [
            .. months.Select(month => new SummaryAmount(
                month.Value,
                AmountBasis.Published,
                month.Status,
                [KeyOf(month)]
            )),
        ];
        return parts.Length == 12
            ? SummaryAmount.Of(parts.Sum(part => part.Value), AmountBasis.SumOfMonths, parts)
            : null;
    }

    /// <summary>Turnover as published, else exports plus imports if both are there, else null.</summary>
    public SummaryAmount? FindTurnover(Area partner, TradeFlow importFlow, TimePeriod period) =>
        Find(partner, TradeFlow.T, period)
        ?? Derive(partner, importFlow, period, (exports, imports) => exports + imports);

    public SummaryAmount? FindBalance(Area partner, TradeFlow importFlow, TimePeriod period) =>
        Derive(partner, importFlow, period, (exports, imports) => exports - imports);

    /// <summary>The valuation that all rows of a flow name, if they name one.</summary>
    public string? ValuationOf(Area partner, TradeFlow flow, TimePeriod period)
    {
        string?[] named =
        [
            .. SummaryPeriods
                .Within(period)
                .Select(at => FindRow(partner, flow, at))
                .OfType<TradeRow>()
                .Select(row => row.Valuation)
                .Distinct(StringComparer.Ordinal),
        ];
        return named.Length == 1 ? named[0] : null;
    }

    /// <summary>The places of all rows behind the lines' figures.</summary>
    public IReadOnlyDictionary<string, SummarySource> SourcesOf(IReadOnlyList<SummaryLine> lines)
    {
        var behind = lines
            .SelectMany(line => new[] { line.Turnover, line.Exports, line.Imports, line.Balance })
            .OfType<SummaryFigure>()
            .SelectMany(figure => figure.Now.Rows.Concat(figure.YearEarlier?.Rows ?? []))
            .ToHashSet(StringComparer.Ordinal);
        var sources = rows
            .Values.Select(row => (Key: KeyOf(row), Row: row))
            .Where(pair => behind.Contains(pair.Key))
            .ToDictionary(pair => pair.Key, pair => SourceOf(pair.Row), StringComparer.Ordinal);
        return new SortedDictionary<string, SummarySource>(sources, StringComparer.Ordinal);
    }

    private static SummarySource SourceOf(TradeRow row) =>
        new(
            row.Key.Partner,
            row.Key.Flow,
            row.Key.Period,
            row.Value,
            row.Status,
            row.Upload,
            row.Sha256,
            row.Edition,
            row.Sheet,
            row.Cell
        );

    private SummaryAmount? Derive(
        Area partner,
        TradeFlow importFlow,
        TimePeriod period,
        Func<decimal, decimal, decimal> compute
    ) =>
        Find(partner, TradeFlow.X, period) is { } exports && Find(partner, importFlow, period) is { } imports
            ? SummaryAmount.Of(compute(exports.Value, imports.Value), AmountBasis.Derived, [exports, imports])
            : null;
}
