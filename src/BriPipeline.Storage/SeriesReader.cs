using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>Tables <c>Series</c> and <c>Revisions</c>, for reading.</summary>
public sealed class SeriesReader(StorageAccount account) : ISeriesReader
{
    public async IAsyncEnumerable<SeriesRow> QuerySeriesAsync(
        TradeQuery query,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var entity in RowsAsync("Series", TradeFilter.Series(query), cancellation))
        {
            var row = SeriesEntity.Read(entity);
            if (query.Asks(row.Source, row.Key))
            {
                yield return row;
            }
        }
    }

    public async IAsyncEnumerable<StoredRevision> QueryRevisionsAsync(
        TradeQuery query,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var entity in RowsAsync("Revisions", TradeFilter.Revisions(query), cancellation))
        {
            var row = RevisionEntity.Read(entity);
            if (query.Asks(row.Source, row.Change.Key))
            {
                yield return row;
            }
        }
    }

    private async IAsyncEnumerable<TableEntity> RowsAsync(
        string name,
        string filter,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var table = await account.TableAsync(name, cancellation);
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            yield return entity;
        }
    }
}
