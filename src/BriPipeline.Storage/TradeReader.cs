using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Pipeline;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>Reads <c>Trade</c> and <c>TradeByPeriod</c>; what was known at an earlier time is computed from the manifests of that time.</summary>
public sealed class TradeReader(StorageAccount account, Feed feed, VintageStore vintages) : ITradeReader
{
    public IAsyncEnumerable<TradeRow> QueryAsync(TradeQuery query, CancellationToken cancellation) =>
        query.AsOf is { } time ? QueryAsOfAsync(query, time, cancellation) : QueryNowAsync(query, cancellation);

    public async IAsyncEnumerable<TradeRow> QueryPeriodAsync(
        Area reporter,
        TimePeriod period,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var table = await account.TableAsync("TradeByPeriod", cancellation);
        var filter = TableFilter.All(
            TableFilter.Partition(TradeKey.PeriodPartitionOf(reporter, period)),
            TableFilter.Below("RowKey", Commodity.Total.Code, '|')
        );
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            yield return TradeEntity.Read(entity);
        }
    }

    private async IAsyncEnumerable<TradeRow> QueryNowAsync(
        TradeQuery query,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var table = await account.TableAsync("Trade", cancellation);
        await foreach (var entity in table.QueryAsync<TableEntity>(Filter(query), cancellationToken: cancellation))
        {
            var row = TradeEntity.Read(entity);
            if (IsMeant(query, row))
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
                CurrentRows
                    .Of(source, manifests)
                    .Values.Where(row => IsMeant(query, row))
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

    /// <summary>A pair is one partition, a reporter a range of them; the leading parts of the row key narrow a pair's range.</summary>
    private static string Filter(TradeQuery query)
    {
        var partitions = (query.Reporter, query.Partner) switch
        {
            ({ } reporter, { } partner) => TableFilter.Partition($"{reporter}-{partner}"),
            ({ } reporter, null) => TableFilter.Below("PartitionKey", reporter.Code, '-'),
            (null, { } partner) => TableFilter.Equal("Partner", partner.Code),
            _ => null,
        };
        string?[] parts = [query.Commodity?.Code, query.Flow?.ToString(), query.Unit?.Code];
        var prefix = string.Join('|', parts.TakeWhile(part => part is not null));
        return TableFilter.All(
            partitions,
            prefix.Length == 0 ? TableFilter.Published : TableFilter.Below("RowKey", prefix, '|'),
            query.Flow is { } flow ? TableFilter.Equal("Flow", flow.ToString()) : null,
            query.Unit is { } unit ? TableFilter.Equal("Unit", unit.Code) : null,
            query.Source is { } source ? TableFilter.Equal("Source", source) : null
        );
    }

    private static bool IsMeant(TradeQuery query, TradeRow row) =>
        (query.Reporter is not { } reporter || row.Key.Reporter == reporter)
        && (query.Partner is not { } partner || row.Key.Partner == partner)
        && (query.Flow is not { } flow || row.Key.Flow == flow)
        && (query.Commodity is not { } commodity || row.Key.Commodity == commodity)
        && (query.Unit is not { } unit || row.Key.Unit == unit)
        && (query.Source is null || row.Source == query.Source)
        && (query.From is not { } from || row.Key.Period.Last >= from.First)
        && (query.To is not { } to || row.Key.Period.First <= to.Last);
}
