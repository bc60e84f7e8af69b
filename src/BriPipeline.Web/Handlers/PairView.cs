using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Web.Handlers;

/// <summary>What a pair's page shows: of the choices that there are one, by period.</summary>
/// <param name="Choices">All that the pair has, the one to open with first.</param>
/// <param name="Flows">As they stand side by side.</param>
/// <param name="Lines">The newest last, at most <see cref="MaxPeriods"/>.</param>
/// <param name="Count">How many periods there are in all.</param>
/// <param name="Earlier">The newest period before the first line; null where there is none.</param>
public sealed record PairView(
    PairChoice Choice,
    IReadOnlyList<PairChoice> Choices,
    IReadOnlyList<TradeFlow> Flows,
    IReadOnlyList<PairLine> Lines,
    int Count,
    TimePeriod? Earlier
)
{
    /// <summary>What is known of the source; null where nothing is.</summary>
    public SourceProfile? Profile { get; init; }

    public const int MaxPeriods = 60;

    /// <summary>Exports and imports by the same definitions make a balance.</summary>
    public bool HasBalance => Lines.Any(line => line.Balance is not null);

    public static PairView Of(PairChoice choice, IReadOnlyList<PairChoice> choices, IEnumerable<TradeRow> rows)
    {
        var lines = rows.Where(row => row.Key.Variant == choice.Variant)
            .GroupBy(row => row.Key.Period)
            .OrderBy(period => period.Key)
            .Select(period => new PairLine(period.Key, period.ToDictionary(row => row.Key.Flow)))
            .ToList();
        var shown = lines.TakeLast(MaxPeriods).ToList();
        return new(
            choice,
            choices,
            [.. shown.SelectMany(line => line.Rows.Keys).Distinct().OrderBy(Order)],
            shown,
            lines.Count,
            lines.Count > shown.Count ? lines[lines.Count - shown.Count - 1].Period : null
        );
    }

    private static int Order(TradeFlow flow) =>
        flow.IsExports() ? 0
        : flow.IsImports() ? 1
        : 2 + (int)flow;
}

/// <summary>The figures of one period.</summary>
public sealed record PairLine(TimePeriod Period, IReadOnlyDictionary<TradeFlow, TradeRow> Rows)
{
    /// <summary>Exports minus imports; null where one of them is not there, or there by several definitions.</summary>
    public decimal? Balance =>
        Rows.Values.Where(row => row.Key.Flow.IsExports()).Take(2).ToList() is [var exports]
        && Rows.Values.Where(row => row.Key.Flow.IsImports()).Take(2).ToList() is [var imports]
            ? exports.Value - imports.Value
            : null;
}
