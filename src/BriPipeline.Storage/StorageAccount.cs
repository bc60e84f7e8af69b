using System.Collections.Concurrent;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace BriPipeline.Storage;

/// <summary>The data account: its tables and containers, made on first use.</summary>
public sealed class StorageAccount
{
    private readonly ConcurrentDictionary<string, bool> made = new(StringComparer.Ordinal);

    /// <param name="configure">Sets what the services' clients have in common: transport, retries.</param>
    public StorageAccount(StorageSettings settings, Action<ClientOptions>? configure = null)
    {
        var blobs = new BlobClientOptions();
        // Emulators know MD5 only, and that for a download of a few megabytes at most.
        var isReal = settings.ConnectionString is null;
        blobs.TransferValidation.Upload.ChecksumAlgorithm = isReal
            ? StorageChecksumAlgorithm.Auto
            : StorageChecksumAlgorithm.MD5;
        blobs.TransferValidation.Download.ChecksumAlgorithm = isReal
            ? StorageChecksumAlgorithm.Auto
            : StorageChecksumAlgorithm.None;
        var queues = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        var tables = new TableClientOptions();
        foreach (var options in new ClientOptions[] { blobs, queues, tables })
        {
            configure?.Invoke(options);
        }

        if (settings.ConnectionString is { } connection)
        {
            Blobs = new BlobServiceClient(connection, blobs);
            Queues = new QueueServiceClient(connection, queues);
            Tables = new TableServiceClient(connection, tables);
            return;
        }

        IsByIdentity = true;
        var credential = CredentialOf(settings);
        Blobs = new BlobServiceClient(settings.BlobService, credential, blobs);
        Queues = new QueueServiceClient(settings.QueueService, credential, queues);
        Tables = new TableServiceClient(settings.TableService, credential, tables);
    }

    /// <summary>Whether the services are asked by an identity and not by a key.</summary>
    public bool IsByIdentity { get; }

    public BlobServiceClient Blobs { get; }

    public QueueServiceClient Queues { get; }

    public TableServiceClient Tables { get; }

    /// <summary>Makes tables and containers again on their next use, as after storage lost what it was just given.</summary>
    public void Forget() => made.Clear();

    internal async Task<TableClient> TableAsync(string name, CancellationToken cancellation)
    {
        var table = Tables.GetTableClient(name);
        await MakeOnceAsync("table " + name, () => table.CreateIfNotExistsAsync(cancellation));
        return table;
    }

    internal async Task<BlobContainerClient> ContainerAsync(string name, CancellationToken cancellation)
    {
        var container = Blobs.GetBlobContainerClient(name);
        await MakeOnceAsync(
            "container " + name,
            () => container.CreateIfNotExistsAsync(cancellationToken: cancellation)
        );
        return container;
    }

    internal async Task<QueueClient> QueueAsync(string name, CancellationToken cancellation)
    {
        var queue = Queues.GetQueueClient(name);
        await MakeOnceAsync("queue " + name, () => queue.CreateIfNotExistsAsync(cancellationToken: cancellation));
        return queue;
    }

    private async Task MakeOnceAsync(string what, Func<Task> make)
    {
        if (!made.ContainsKey(what))
        {
            await make();
            made[what] = true;
        }
    }

    internal static TokenCredential CredentialOf(StorageSettings settings) =>
        string.Equals(settings.Credential, "managedidentity", StringComparison.OrdinalIgnoreCase)
            ? new ManagedIdentityCredential(
                settings.ClientId is { } id
                    ? ManagedIdentityId.FromUserAssignedClientId(id)
                    : ManagedIdentityId.SystemAssigned
            )
            : new DefaultAzureCredential(
                new DefaultAzureCredentialOptions { ManagedIdentityClientId = settings.ClientId }
            );
}
