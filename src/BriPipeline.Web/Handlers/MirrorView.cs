using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Web.Handlers;

/// <summary>What both sides of a pair say of the same goods, by period.</summary>
/// <param name="Source">Of the partner's figures: the one that has most of the periods; null where the partner has none.</param>
/// <param name="Others">The partner's other sources of them.</param>
/// <param name="Exports">Of the reporter, which are the partner's imports. The newest first, as all lines.</param>
/// <param name="Imports">Of the reporter, which are the partner's exports.</param>
public sealed record MirrorView(
    string? Source,
    IReadOnlyList<string> Others,
    IReadOnlyList<MirrorLine> Exports,
    IReadOnlyList<MirrorLine> Imports
)
{
    public static MirrorView Of(PairView view, IEnumerable<TradeRow> mirrored)
    {
        var own = view.Lines.SelectMany(line => line.Rows.Values).ToList();
        var sources = mirrored
            .Where(row => row.Key.Variant is null && view.Choice.Variant is null)
            .GroupBy(row => row.Source, StringComparer.Ordinal)
            .Select(source => new MirrorView(
                source.Key,
                [],
                Join(own, [.. source], TradeFlows.IsExports, TradeFlows.IsImports),
                Join(own, [.. source], TradeFlows.IsImports, TradeFlows.IsExports)
            ))
            .Where(source => source.Exports.Count + source.Imports.Count > 0)
            .OrderByDescending(source => source.Exports.Count + source.Imports.Count)
            .ThenBy(source => source.Source, StringComparer.Ordinal)
            .ToList();
        return sources.Count == 0
            ? new(null, [], [], [])
            : sources[0] with
            {
                Others = [.. sources.Skip(1).Select(source => source.Source!)],
            };
    }

    /// <summary>Of several definitions of a flow the first: exports before domestic exports, imports by origin before those by
    /// consignment.</summary>
    private static List<MirrorLine> Join(
        IReadOnlyList<TradeRow> own,
        IReadOnlyList<TradeRow> other,
        Func<TradeFlow, bool> isOwn,
        Func<TradeFlow, bool> isOther
    ) =>
        [
            .. from line in First(own, isOwn)
            join mirror in First(other, isOther) on line.Key.Period equals mirror.Key.Period
            orderby line.Key.Period descending
            select new MirrorLine(line, mirror),
        ];

    private static IEnumerable<TradeRow> First(IReadOnlyList<TradeRow> rows, Func<TradeFlow, bool> isMeant) =>
        rows.Where(row => isMeant(row.Key.Flow))
            .GroupBy(row => row.Key.Period)
            .Select(period => period.MinBy(row => row.Key.Flow)!);
}

/// <summary>The same goods in the same period.</summary>
public sealed record MirrorLine(TradeRow Own, TradeRow Other)
{
    /// <summary>Imports minus exports, as the two sides count them.</summary>
    public decimal Gap => Own.Key.Flow.IsImports() ? Own.Value - Other.Value : Other.Value - Own.Value;
}
