using Microsoft.Extensions.Configuration;

namespace BriPipeline.Local;

/// <summary>The storage that this process works with: a named account, the Azurite of a running host, or one of its own.</summary>
public sealed class LocalStorage : IAsyncDisposable
{
    private const string Account = "Data";
    private const string HostAccount = "AzureWebJobsStorage";
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Recheck = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private AzuriteProcess? own;

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

    /// <summary>Starts Azurite again whenever it ends, whoever ran it, until it is cancelled: whatever a start fails of, it is tried
    /// again, since without storage the host is of no use.</summary>
    /// <param name="restarted">Is called each time; what was written last may be gone.</param>
    internal async Task KeepAsync(Action restarted, Action<string> say, CancellationToken cancellation)
    {
        if (DataFolder is null)
        {
            return;
        }

        string? lastSaid = null;
        void SayOnce(string text)
        {
            if (text != lastSaid)
            {
                say(text);
                lastSaid = text;
            }
        }

        while (true)
        {
            try
            {
                if (own is { } mine)
                {
                    await mine.Ended.WaitAsync(cancellation);
                    if (lastSaid is null)
                    {
                        say("Azurite has ended; it is started again.");
                    }

                    await mine.RestartAsync(say, cancellation);
                }
                else
                {
                    await Task.Delay(Recheck, cancellation);
                    if (await AzuriteFolder.TryTakeAsync(DataFolder, cancellation) is not { } folder)
                    {
                        continue;
                    }

                    if (lastSaid is null)
                    {
                        say("The process that ran Azurite has stopped; this one runs it from now on.");
                    }

                    own = await TakeOverAsync(folder, say, cancellation);
                }

                restarted();
                lastSaid = null;
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                SayOnce(fault.Message);
                await Task.Delay(Recheck, cancellation);
            }
        }
    }

    private async Task<AzuriteProcess> TakeOverAsync(
        AzuriteFolder folder,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        try
        {
            return await AzuriteProcess.TakeOverAsync(folder, Configuration[Account]!, say, cancellation);
        }
        catch
        {
            await folder.DisposeAsync();
            throw;
        }
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
