using BriPipeline.Core.Observations;
using BriPipeline.Core.Pipeline;

namespace BriPipeline.Core.Summaries;

/// <summary>The sources, variants and currencies that an edition could be made from.</summary>
internal static class SummaryCandidates
{
    /// <summary>What publishes a World row for the period itself; only where nothing does, what publishes one for its months.</summary>
    public static IReadOnlyList<SummaryChoice> Of(TimePeriod period, IReadOnlyList<TradeRow> rows)
    {
        var published = Among(rows, [period]);
        return published.Length > 0 ? published : Among(rows, SummaryPeriods.MonthsOf(period));
    }

    public static SummaryChoice ChoiceOf(TradeRow row) => new(row.Source, row.Key.Variant, row.Key.Unit.Code);

    private static SummaryChoice[] Among(IReadOnlyList<TradeRow> rows, IReadOnlyList<TimePeriod> periods) =>
        [
            .. rows.Where(row =>
                    row.Key.Partner == Area.World
                    && row.Key.Unit.IsMoney
                    && row.Key.Flow is TradeFlow.X or TradeFlow.M or TradeFlow.MC or TradeFlow.T
                    && periods.Contains(row.Key.Period)
                )
                .Select(ChoiceOf)
                .Distinct()
                .OrderBy(choice => choice.ToString(), StringComparer.Ordinal),
        ];
}
