using System.Collections.Concurrent;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace BriPipeline.Storage;

/// <summary>The data account: its tables and containers, made on first use.</summary>
public sealed class StorageAccount
{
    private readonly ConcurrentDictionary<string, bool> made = new(StringComparer.Ordinal);

    public StorageAccount(StorageSettings settings)
    {
        if (settings.ConnectionString is { } connection)
        {
            Blobs = new BlobServiceClient(connection);
            Queues = new QueueServiceClient(connection);
            Tables = new TableServiceClient(connection);
            return;
        }

        TokenCredential credential = string.Equals(
            settings.Credential,
            "managedidentity",
            StringComparison.OrdinalIgnoreCase
        )
            ? new ManagedIdentityCredential(
                settings.ClientId is { } id
                    ? ManagedIdentityId.FromUserAssignedClientId(id)
                    : ManagedIdentityId.SystemAssigned
            )
            : new DefaultAzureCredential(
                new DefaultAzureCredentialOptions { ManagedIdentityClientId = settings.ClientId }
            );
        Blobs = new BlobServiceClient(settings.BlobService, credential);
        Queues = new QueueServiceClient(settings.QueueService, credential);
        Tables = new TableServiceClient(settings.TableService, credential);
    }

    public BlobServiceClient Blobs { get; }

    public QueueServiceClient Queues { get; }

    public TableServiceClient Tables { get; }

    internal async Task<TableClient> TableAsync(string name, CancellationToken cancellation)
    {
        var table = Tables.GetTableClient(name);
        if (!made.ContainsKey("table " + name))
        {
            await table.CreateIfNotExistsAsync(cancellation);
            made["table " + name] = true;
        }

        return table;
    }

    internal async Task<BlobContainerClient> ContainerAsync(string name, CancellationToken cancellation)
    {
        var container = Blobs.GetBlobContainerClient(name);
        if (!made.ContainsKey("container " + name))
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            made["container " + name] = true;
        }

        return container;
    }
}
