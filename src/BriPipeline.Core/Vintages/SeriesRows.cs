using BriPipeline.Core.Observations;
using BriPipeline.Core.Pipeline;

namespace BriPipeline.Core.Vintages;

/// <summary><c>Series</c> as a pure function of the rows.</summary>
public static class SeriesRows
{
    public static Dictionary<SeriesKey, SeriesRow> Of(IEnumerable<TradeRow> rows) =>
        rows.GroupBy(row => row.Key.Series).ToDictionary(series => series.Key, Row);

    private static SeriesRow Row(IGrouping<SeriesKey, TradeRow> series)
    {
        var latest = series.MaxBy(row => (row.Edition, row.Seq, row.Key.Period), Order)!;
        return new SeriesRow(
            series.Key,
            series.Min(row => row.Key.Period),
            series.Max(row => row.Key.Period),
            series.Count(),
            latest.Source,
            latest.Edition,
            latest.Upload
        );
    }

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
