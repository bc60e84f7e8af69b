using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>The figures by which a reporter's partners are ranked: of one choice and one period.</summary>
/// <param name="Partners">How many countries have figures of the choice in any period.</param>
public sealed record RankingChoice(PairChoice Figures, TimePeriod Period, int Partners)
{
    private const int CurrencyLetters = 3;

    /// <summary>What a reporter's partners can be ranked by, the one to open with first: a source of many partners before one of
    /// few, exports and imports, money, the newest period, the longest.</summary>
    public static IReadOnlyList<RankingChoice> Rank(IEnumerable<SeriesRow> series)
    {
        var choices = series
            .Where(row => row.Key.Commodity == Commodity.Total && row.Key.Partner.IsCountry)
            .Where(row => row.Key.Flow.IsExports() || row.Key.Flow.IsImports())
            .GroupBy(PairChoice.Of)
            .Select(group => (Choice: Of(group.Key, [.. group]), HasBoth: HasBoth(group)))
            .ToList();
        var most = choices.Select(one => one.Choice.Partners).DefaultIfEmpty().Max();
        return
        [
            .. choices
                .OrderByDescending(one => one.Choice.Figures.Variant is null)
                .ThenByDescending(one => one.Choice.Partners * 2 >= most)
                .ThenByDescending(one => one.HasBoth)
                .ThenByDescending(one => one.Choice.Figures.Unit.Code.Length == CurrencyLetters)
                .ThenByDescending(one => one.Choice.Period.Last)
                .ThenBy(one => one.Choice.Period.First)
                .ThenBy(one => one.Choice.Figures.Source, StringComparer.Ordinal)
                .Select(one => one.Choice),
        ];
    }

    /// <summary>The newest period to which half of the series reach: a period of which a few partners are known ranks nobody.</summary>
    private static RankingChoice Of(PairChoice choice, IReadOnlyList<SeriesRow> series)
    {
        var periods = series.Select(row => row.Last).OrderDescending().ToList();
        return new(choice, periods[(periods.Count - 1) / 2], series.Select(row => row.Key.Partner).Distinct().Count());
    }

    private static bool HasBoth(IEnumerable<SeriesRow> series)
    {
        var flows = series.Select(row => row.Key.Flow).ToList();
        return flows.Exists(TradeFlows.IsExports) && flows.Exists(TradeFlows.IsImports);
    }
}
