using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>The stored figures.</summary>
public interface ITradeReader
{
    /// <summary>The rows in order of their keys (partition, then row).</summary>
    IAsyncEnumerable<TradeRow> QueryAsync(TradeQuery query, CancellationToken cancellation);

    /// <summary>Where those rows stand: a fraction of the cost of the rows themselves.</summary>
    IAsyncEnumerable<RowPosition> FindPositionsAsync(TradeQuery query, CancellationToken cancellation);

    /// <summary>All partners' and flows' rows of <c>TOTAL</c> that a reporter published for one period: one range of <c>TradeByPeriod</c>.</summary>
    IAsyncEnumerable<TradeRow> QueryPeriodAsync(Area reporter, TimePeriod period, CancellationToken cancellation);

    /// <summary>A reporter's rows of one commodity with the World for one period: a range of <c>TradeByPeriod</c>.</summary>
    IAsyncEnumerable<TradeRow> QueryCommodityAsync(
        Area reporter,
        TimePeriod period,
        Commodity commodity,
        CancellationToken cancellation
    );
}

/// <summary>What is stored beside the figures: coverage, and how figures changed. A query's times and periods that do not apply
/// are not looked at.</summary>
public interface ISeriesReader
{
    /// <summary>Rows of <c>Series</c> in order of their keys.</summary>
    IAsyncEnumerable<SeriesRow> QuerySeriesAsync(TradeQuery query, CancellationToken cancellation);

    /// <summary>Rows of <c>Revisions</c> in order of their keys: of one figure the newest first.</summary>
    IAsyncEnumerable<StoredRevision> QueryRevisionsAsync(TradeQuery query, CancellationToken cancellation);
}

/// <summary>A row of <c>Revisions</c> as its readers see it.</summary>
/// <param name="Seq">The import of the source that made the change.</param>
/// <param name="At">When that import was planned.</param>
public sealed record StoredRevision(string Source, long Seq, DateTimeOffset At, Revision Change);
