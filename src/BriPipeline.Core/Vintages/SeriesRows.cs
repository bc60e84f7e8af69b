using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary><c>Series</c> as a pure function of the rows.</summary>
public static class SeriesRows
{
    public static Dictionary<SeriesKey, SeriesRow> Of(IEnumerable<TradeRow> rows) =>
        rows.AggregateBy(row => row.Key.Series, default(Span), (span, row) => span.With(row))
            .ToDictionary(series => series.Key, series => series.Value.Row(series.Key));

    /// <summary>What of a series has been seen.</summary>
    private readonly record struct Span(TimePeriod First, TimePeriod Last, int Figures, TradeRow? Latest)
    {
        public Span With(TradeRow row) =>
            Latest is null
                ? new(row.Key.Period, row.Key.Period, 1, row)
                : new(
                    row.Key.Period < First ? row.Key.Period : First,
                    row.Key.Period > Last ? row.Key.Period : Last,
                    Figures + 1,
                    Order.Compare(Rank(row), Rank(Latest)) > 0 ? row : Latest
                );

        public SeriesRow Row(SeriesKey key) =>
            new(key, First, Last, Figures, Latest!.Source, Latest.Edition, Latest.Upload);
    }

    private static (string Edition, long Seq, TimePeriod Period) Rank(TradeRow row) =>
        (row.Edition, row.Seq, row.Key.Period);

    private static readonly Comparer<(string Edition, long Seq, TimePeriod Period)> Order = Comparer<(
        string Edition,
        long Seq,
        TimePeriod Period
    )>.Create(
        (left, right) =>
            string.CompareOrdinal(left.Edition, right.Edition) is var byEdition and not 0
                ? byEdition
                : (left.Seq, left.Period).CompareTo((right.Seq, right.Period))
    );
}
