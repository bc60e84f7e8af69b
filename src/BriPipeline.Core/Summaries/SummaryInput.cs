using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>All that a summary is compiled from.</summary>
/// <param name="Named">What <c>reference/summaries</c> names; null where it names nothing.</param>
/// <param name="Rows">Rows of <c>TOTAL</c> of any source, variant and unit: of a reporter those of <see cref="SummaryPeriods.Behind"/>,
/// and of the period and the year before those of commodities with the World;
/// of a pair and a region all between both sides, and the reporter's with the World.</param>
public sealed record SummaryInput(
    SummarySubject Subject,
    TimePeriod Period,
    SummaryChoice? Named,
    IReadOnlyList<TradeRow> Rows
)
{
    /// <summary>The members of the region on the last day of a period; empty for a reporter or pair.</summary>
    public IReadOnlyList<Area> Members { get; init; } = [];

    public IReadOnlyList<RegisterRow> Registers { get; init; } = [];

    /// <summary>The number and the facts of the edition before; null for the first.</summary>
    public (int Edition, MonthlySummary Facts)? Before { get; init; }

    /// <summary>Turnover of each of the last twelve months as its first edition printed it.</summary>
    public IReadOnlyDictionary<TimePeriod, decimal> FirstPrinted { get; init; } = new Dictionary<TimePeriod, decimal>();
}
