using Azure;
using Azure.Identity;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>Asks each service of the account for the first thing that it holds.</summary>
public sealed class StorageHealth(StorageAccount account) : IStorageHealth
{
    public async Task<IReadOnlyDictionary<string, string?>> CheckAsync(CancellationToken cancellation) =>
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["blob"] = await TryAsync(account.Blobs.GetBlobContainersAsync(cancellationToken: cancellation)),
            ["queue"] = await TryAsync(account.Queues.GetQueuesAsync(cancellationToken: cancellation)),
            ["table"] = await TryAsync(account.Tables.QueryAsync(maxPerPage: 1, cancellationToken: cancellation)),
        };

    private static async Task<string?> TryAsync<T>(AsyncPageable<T> list)
        where T : notnull
    {
        try
        {
            await foreach (var page in list.AsPages(pageSizeHint: 1))
            {
                break;
            }

            return null;
        }
        catch (Exception e) when (e is RequestFailedException or AuthenticationFailedException or AggregateException)
        {
            return e.Message.Split('\n')[0].Trim();
        }
    }
}
