using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Summaries;

/// <summary>The sources, variants and currencies that an edition could be made from.</summary>
internal static class SummaryCandidates
{
    /// <summary>What publishes figures with the partner for the period itself; only where nothing does, what publishes some for its
    /// months. Months computed by us are no candidate: they belong to the series that they were computed from.</summary>
    public static IReadOnlyList<SummaryChoice> Of(Area partner, TimePeriod period, IEnumerable<TradeRow> rows)
    {
        TradeRow[] meant =
        [
            .. rows.Where(row =>
                row.Key.Partner == partner
                && row.Key.Unit.IsMoney
                && row.Key.Flow is TradeFlow.X or TradeFlow.M or TradeFlow.MC or TradeFlow.T
            ),
        ];
        var published = Among(meant, [period]);
        return published.Length > 0 ? published : Among(meant, SummaryPeriods.MonthsOf(period));
    }

    private static SummaryChoice[] Among(TradeRow[] rows, IReadOnlyList<TimePeriod> periods) =>
        [
            .. rows.Where(row => periods.Contains(row.Key.Period))
                .Select(row =>
                    SummaryChoice.Of(row) is { Variant: DerivedMonths.Variant } computed
                        ? computed with
                        {
                            Variant = null,
                        }
                        : SummaryChoice.Of(row)
                )
                .Distinct()
                .OrderBy(choice => choice.ToString(), StringComparer.Ordinal),
        ];
}
