using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>A commodity in a flow of a reporter with the World.</summary>
/// <param name="Code">As in row keys: <c>HS.27</c>.</param>
/// <param name="Name">As the publisher writes it; null where only the code stands there.</param>
/// <param name="Share">Percent of the flow's printed total, one decimal; null where there is none.</param>
public sealed record SummaryCommodity(string Code, string? Name, SummaryFigure Value, decimal? Share);

/// <summary>The largest commodities of a flow among those that the source publishes at one level of its nomenclature. Levels
/// are never mixed, and nothing is added up.</summary>
/// <param name="Published">How many commodities of that level have a figure.</param>
public sealed record SummaryCommodities(TradeFlow Flow, int Published, IReadOnlyList<SummaryCommodity> Largest)
{
    /// <summary>How many are printed.</summary>
    public const int Printed = 10;

    /// <summary>A level with more commodities than this is detail, which a summary does not read.</summary>
    public const int MaxShown = 100;

    private static readonly string[] Nomenclatures = ["HS.", "SITC.", "N."];

    /// <summary>The commodities of the coarsest level that a source publishes: the shortest codes of the first nomenclature that
    /// it uses; none where even that level has more than <see cref="MaxShown"/>.</summary>
    public static IReadOnlyList<Commodity> CoarsestLevel(IEnumerable<Commodity> published)
    {
        var codes = published.Select(commodity => commodity.Code).ToHashSet(StringComparer.Ordinal);
        var used = Array.Find(
            Nomenclatures,
            start => codes.Any(code => code.StartsWith(start, StringComparison.Ordinal))
        );
        if (used is null)
        {
            return [];
        }

        var own = codes.Where(code => code.StartsWith(used, StringComparison.Ordinal)).ToList();
        // Names have no levels.
        var level = used == "N." ? own : own.FindAll(code => code.Length == own.Min(other => other.Length));
        return level.Count is > 1 and <= MaxShown
            ? [.. level.Order(StringComparer.Ordinal).Select(code => new Commodity(code))]
            : [];
    }

    /// <summary>Of each flow the largest commodities of the period; null where there are none.</summary>
    internal static IReadOnlyList<SummaryCommodities>? Of(
        IReadOnlyList<TradeRow> rows,
        SummaryChoice choice,
        TimePeriod period,
        TradeFlow importFlow,
        Func<TradeFlow, SummaryAmount?> total
    )
    {
        var own = rows.Where(row =>
                row.Key.Commodity != Commodity.Total
                && row.Key.Partner == Area.World
                && SummaryChoice.Of(row) == new SummaryChoice(choice.Source, choice.Variant, choice.Unit)
            )
            .ToLookup(row => (row.Key.Flow, row.Key.Period));
        SummaryCommodities[] found =
        [
            .. new[] { TradeFlow.X, importFlow }
                .Select(flow => Of(flow, own[(flow, period)], own[(flow, period.YearEarlier)], total(flow)))
                .OfType<SummaryCommodities>(),
        ];
        return found.Length == 0 ? null : found;
    }

    private static SummaryCommodities? Of(
        TradeFlow flow,
        IEnumerable<TradeRow> now,
        IEnumerable<TradeRow> yearEarlier,
        SummaryAmount? total
    )
    {
        var before = yearEarlier.ToDictionary(row => row.Key.Commodity, AmountOf);
        var all = now.OrderByDescending(row => row.Value)
            .ThenBy(row => row.Key.Commodity.Code, StringComparer.Ordinal)
            .ToList();
        return all.Count == 0
            ? null
            : new(
                flow,
                all.Count,
                [
                    .. all.Take(Printed)
                        .Select(row =>
                        {
                            var (amount, earlier) = (AmountOf(row), before.GetValueOrDefault(row.Key.Commodity));
                            return new SummaryCommodity(
                                row.Key.Commodity.Code,
                                row.CommodityLabel,
                                new(amount, earlier, SummaryChange.Between(amount, earlier)),
                                total?.Value > 0 ? SummaryFigures.Percent(row.Value, total.Value) : null
                            );
                        }),
                ]
            );
    }

    private static SummaryAmount AmountOf(TradeRow row) => SummaryAmount.Of(row, AmountBasis.Published);
}
