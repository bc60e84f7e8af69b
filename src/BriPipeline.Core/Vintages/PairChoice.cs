using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>What figures of a pair can stand beside each other: one source, one unit, one kind of period, one commodity.</summary>
public sealed record PairChoice(Commodity Commodity, Unit Unit, Frequency Frequency, string Source, string? Variant)
{
    private const int CurrencyLetters = 3;

    private static readonly Frequency[] Detail = [Frequency.M, Frequency.Q, Frequency.A, Frequency.C, Frequency.F];

    public static PairChoice Of(SeriesRow row) =>
        new(row.Key.Commodity, row.Key.Unit, row.Key.Frequency, row.Source, row.Key.Variant);

    /// <summary>The choices of a pair's series, the one to open with first: all commodities, the plain variant, both exports and
    /// imports, money, the newest period that both have, the most detailed, the longest.</summary>
    public static IReadOnlyList<PairChoice> Rank(IEnumerable<SeriesRow> series) =>
        [
            .. series
                .GroupBy(Of)
                .Select(group => (Choice: group.Key, Rank: RankOf(group.Key, [.. group])))
                .OrderByDescending(one => one.Rank)
                .ThenBy(one => one.Choice.Source, StringComparer.Ordinal)
                .ThenBy(one => one.Choice.Commodity.Code, StringComparer.Ordinal)
                .Select(one => one.Choice),
        ];

    private static (int Plain, bool IsComplete, bool IsMoney, int Last, int Detail, int Count) RankOf(
        PairChoice choice,
        IReadOnlyList<SeriesRow> series
    ) =>
        (
            (choice.Commodity == Commodity.Total ? 2 : 0) + (choice.Variant is null ? 1 : 0),
            series.Any(row => row.Key.Flow.IsExports()) && series.Any(row => row.Key.Flow.IsImports()),
            choice.Unit.Code.Length == CurrencyLetters,
            series.Min(row => row.Last.Last.DayNumber),
            -Array.IndexOf(Detail, choice.Frequency),
            series.Sum(row => row.Count)
        );

    /// <summary>The choices that differ from this one in one part only, or else come nearest to it: for each value of the part one.</summary>
    public IReadOnlyList<PairChoice> Others<T>(IReadOnlyList<PairChoice> ranked, Func<PairChoice, T> part) =>
        [
            .. ranked
                .GroupBy(part)
                .Select(group => group.OrderByDescending(other => other == this).ThenByDescending(SamePartsAs).First()),
        ];

    private int SamePartsAs(PairChoice other) =>
        (other.Commodity == Commodity ? 1 : 0)
        + (other.Unit == Unit ? 1 : 0)
        + (other.Frequency == Frequency ? 1 : 0)
        + (other.Source == Source ? 1 : 0)
        + (other.Variant == Variant ? 1 : 0);
}
