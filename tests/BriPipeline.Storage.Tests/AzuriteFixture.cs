using BriPipeline.Local;

namespace BriPipeline.Storage.Tests;

/// <summary>One Azurite in memory for the tests of a class; each test works with a source and reporter of its own.</summary>
/// <remarks>Azurite looks through every row of a table for a query, so one account for all would be slow; and a sweep or a
/// verification takes the lease of every source of its account.</remarks>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private AzuriteProcess? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public StorageAccount Account { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        azurite = await AzuriteProcess.StartAsync(folder, inMemory: true, _ => { }, CancellationToken.None);
        Account = new StorageAccount(StorageSettings.OfConnectionString(azurite.ConnectionString));
    }

    /// <summary>The same account through a line that may fail.</summary>
    public StorageAccount Through(FaultyLine line, int retries) =>
        new(
            StorageSettings.OfConnectionString(azurite!.ConnectionString),
            options =>
            {
                options.Transport = line.Transport;
                options.Retry.MaxRetries = retries;
                options.Retry.Delay = TimeSpan.FromMilliseconds(1);
                options.Retry.MaxDelay = TimeSpan.FromMilliseconds(5);
            }
        );

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
        {
            await azurite.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}
