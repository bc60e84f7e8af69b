using Azure.Data.Tables;
using BriPipeline.Core.Registers;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>How rows of one kind are stored in their table.</summary>
internal sealed record StoredTable<TRow, TKey>(
    string Name,
    Func<TRow, TKey> Key,
    Func<TKey, string> Partition,
    Func<TKey, string> RowKey,
    Func<TRow, TableEntity> Entity
);

/// <summary>The tables that plans write rows to.</summary>
internal static class StoredTables
{
    public static readonly StoredTable<RegisterRow, RegisterKey> Registers = new(
        "Registers",
        row => row.Key,
        key => RegisterEntity.PartitionOf(key.Kind),
        key => key.Id,
        RegisterEntity.Of
    );

    public static StoredTable<TradeRow, ObservationKey> Trade(string source) =>
        new(
            "Trade",
            row => row.Key,
            key => new TradeKey(source, key).Partition,
            key => new TradeKey(source, key).Row,
            TradeEntity.OfTrade
        );

    public static StoredTable<TradeRow, ObservationKey> Period(string source) =>
        new(
            "TradeByPeriod",
            row => row.Key,
            key => new TradeKey(source, key).PeriodPartition,
            key => new TradeKey(source, key).PeriodRow,
            TradeEntity.OfPeriod
        );

    public static StoredTable<SeriesRow, SeriesKey> Series(string source) =>
        new(
            "Series",
            row => row.Key,
            SeriesTableKey.Partition,
            key => SeriesTableKey.Row(source, key),
            SeriesEntity.Of
        );
}
