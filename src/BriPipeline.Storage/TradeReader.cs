using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>Reads <c>Trade</c> and <c>TradeByPeriod</c>; what was known at an earlier time is computed from the manifests of that time.</summary>
public sealed class TradeReader(StorageAccount account, Feed feed, VintageStore vintages) : ITradeReader
{
    public IAsyncEnumerable<TradeRow> QueryAsync(TradeQuery query, CancellationToken cancellation) =>
        query.AsOf is { } time ? QueryAsOfAsync(query, time, cancellation) : QueryNowAsync(query, cancellation);

    public IAsyncEnumerable<TradeRow> QueryPeriodAsync(
        Area reporter,
        TimePeriod period,
        CancellationToken cancellation
    ) => QueryPeriodAsync(reporter, period, Commodity.Total, null, cancellation);

    public IAsyncEnumerable<TradeRow> QueryCommodityAsync(
        Area reporter,
        TimePeriod period,
        Commodity commodity,
        CancellationToken cancellation
    ) => QueryPeriodAsync(reporter, period, commodity, Area.World, cancellation);

    private async IAsyncEnumerable<TradeRow> QueryPeriodAsync(
        Area reporter,
        TimePeriod period,
        Commodity commodity,
        Area? partner,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var table = await account.TableAsync("TradeByPeriod", cancellation);
        var filter = TableFilter.All(
            TableFilter.Partition(TradeKey.PeriodPartitionOf(reporter, period)),
            TableFilter.Below("RowKey", commodity.Code, '|'),
            partner is { } only ? TableFilter.Equal("Partner", only.Code) : null
        );
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            yield return TradeEntity.Read(entity);
        }
    }

    public async IAsyncEnumerable<RowPosition> FindPositionsAsync(
        TradeQuery query,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        if (query.AsOf is { } time)
        {
            await foreach (var row in QueryAsOfAsync(query, time, cancellation))
            {
                var key = new TradeKey(row.Source, row.Key);
                yield return new(key.Partition, key.Row);
            }

            yield break;
        }

        var table = await account.TableAsync("Trade", cancellation);
        var keys = table.QueryAsync<TableEntity>(
            TradeFilter.Trade(query),
            select: ["PartitionKey", "RowKey"],
            cancellationToken: cancellation
        );
        await foreach (var entity in keys)
        {
            var key = TradeKey.Parse(entity.PartitionKey, entity.RowKey);
            if (query.Asks(key.Source, key.Key))
            {
                yield return new(entity.PartitionKey, entity.RowKey);
            }
        }
    }

    private async IAsyncEnumerable<TradeRow> QueryNowAsync(
        TradeQuery query,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var table = await account.TableAsync("Trade", cancellation);
        await foreach (
            var entity in table.QueryAsync<TableEntity>(TradeFilter.Trade(query), cancellationToken: cancellation)
        )
        {
            var row = TradeEntity.Read(entity);
            if (query.Asks(row.Source, row.Key))
            {
                yield return row;
            }
        }
    }

    private async IAsyncEnumerable<TradeRow> QueryAsOfAsync(
        TradeQuery query,
        DateTimeOffset time,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var states = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var commit in feed.ListAsync(0, cancellation))
        {
            if (commit.CommittedAt > time)
            {
                break;
            }

            if (query.Source is null || query.Source == commit.Source)
            {
                states[commit.Source] = commit.State;
            }
        }

        var rows = new List<(TradeKey Key, TradeRow Row)>();
        foreach (var (source, name) in states)
        {
            var state = await vintages.GetStateAsync(name, cancellation);
            var manifests = new List<Manifest>(state.Applied.Count);
            foreach (var applied in state.Applied)
            {
                manifests.Add(await vintages.GetManifestAsync(applied.Manifest, cancellation));
            }

            rows.AddRange(
                new CurrentRows(source, manifests)
                    .Rows.Where(row => IsMeant(query, row, new(source, row.Key)))
                    .Select(row => (new TradeKey(source, row.Key), row))
            );
        }

        foreach (
            var (_, row) in rows.OrderBy(row => row.Key.Partition, StringComparer.Ordinal)
                .ThenBy(row => row.Key.Row, StringComparer.Ordinal)
        )
        {
            yield return row;
        }
    }

    private static bool IsMeant(TradeQuery query, TradeRow row, TradeKey key) =>
        query.Asks(row.Source, row.Key)
        && (query.ChangedSince is not { } since || row.LastChanged >= since)
        && (query.After is not { } after || new RowPosition(key.Partition, key.Row).Follows(after));
}
