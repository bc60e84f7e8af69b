using Microsoft.Extensions.Configuration;

namespace BriPipeline.Local;

/// <summary>The storage that this process works with: a named account, the Azurite of a running host, or one of its own.</summary>
public sealed class LocalStorage : IAsyncDisposable
{
    private const string Account = "Data";
    private const string HostAccount = "AzureWebJobsStorage";
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly AzuriteProcess? own;

    private LocalStorage(IConfiguration configuration, AzuriteProcess? own, string? dataFolder)
    {
        Configuration = configuration;
        DataFolder = dataFolder;
        this.own = own;
    }

    /// <summary>The settings of the environment, and <c>Data</c> where Azurite serves it.</summary>
    public IConfiguration Configuration { get; }

    /// <summary>Where Azurite keeps its rows; null for a named account.</summary>
    public string? DataFolder { get; }

    /// <param name="dataFolder">Where Azurite keeps its rows.</param>
    /// <exception cref="LocalSetupException">Azurite cannot be started, or the folder's holder does not answer.</exception>
    public static async Task<LocalStorage> OpenAsync(
        string dataFolder,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        foreach (var name in (string[])[Account, HostAccount])
        {
            if (settings.GetSection(name).Exists())
            {
                say($"Using the storage account that the setting {name} names; no Azurite is started.");
                return new LocalStorage(settings, own: null, dataFolder: null);
            }
        }

        for (var waited = TimeSpan.Zero; waited < Patience; waited += LookAgain)
        {
            if (await AzuriteFolder.TryTakeAsync(dataFolder, cancellation) is { } folder)
            {
                return await StartAsync(folder, settings, say, cancellation);
            }

            if (await AzuriteFolder.FindAsync(dataFolder, cancellation) is { } running)
            {
                say($"Using the Azurite that another bri runs for {dataFolder}.");
                return new LocalStorage(With(settings, running.ConnectionString), own: null, dataFolder);
            }

            // Whoever holds the folder is just starting or stopping.
            if (waited.Ticks % (LookAgain.Ticks * 15) == 0)
            {
                say($"Waiting for the process that holds {dataFolder} ...");
            }

            await Task.Delay(LookAgain, cancellation);
        }

        throw LocalSetupException.FolderInUse(dataFolder);
    }

    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<LocalStorage> StartAsync(
        AzuriteFolder folder,
        IConfiguration settings,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        try
        {
            say($"Starting Azurite, data in {folder.Path} ...");
            var azurite = await AzuriteProcess.StartAsync(folder, inMemory: false, say, cancellation);
            return new LocalStorage(With(settings, azurite.ConnectionString), azurite, folder.Path);
        }
        catch
        {
            await folder.DisposeAsync();
            throw;
        }
    }

    private static IConfiguration With(IConfiguration settings, string connectionString) =>
        new ConfigurationBuilder()
            .AddConfiguration(settings)
            .AddInMemoryCollection([new(Account, connectionString)])
            .Build();
}
