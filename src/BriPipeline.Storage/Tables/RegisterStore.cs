using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using BriPipeline.Core.Registers;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>Table <c>Registers</c>: what summaries quote beside trade.</summary>
public sealed class RegisterStore(StorageAccount account, Feed feed) : IRegisterStore
{
    public async IAsyncEnumerable<RegisterRow> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await account.TableAsync("Registers", cancellation);
        await foreach (
            var entity in table.QueryAsync<TableEntity>(TableFilter.Published, cancellationToken: cancellation)
        )
        {
            yield return RegisterEntity.Read(entity);
        }
    }

    public async Task<long> FindNumberAsync(CancellationToken cancellation) =>
        (await feed.FindMarkAsync(RegisterReading.Source, cancellation))?.Number ?? 0;
}
