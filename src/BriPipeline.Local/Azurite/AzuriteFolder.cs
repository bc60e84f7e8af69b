using System.Text.Json;

namespace BriPipeline.Local;

/// <summary>How to reach the Azurite that serves a folder.</summary>
/// <param name="Pid">Its process.</param>
internal sealed record AzuriteAddress(string ConnectionString, int Pid);

/// <summary>A data folder that this process alone serves, until it is disposed of.</summary>
internal sealed class AzuriteFolder : IAsyncDisposable
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);
    private readonly FileMutex mutex;

    private AzuriteFolder(string path, FileMutex mutex)
    {
        Path = path;
        this.mutex = mutex;
    }

    internal string Path { get; }

    private string AddressFile => AddressFileOf(Path);

    public ValueTask DisposeAsync() => mutex.DisposeAsync();

    /// <summary>The folder, made where it does not exist; null where another process serves it.</summary>
    internal static async Task<AzuriteFolder?> TryTakeAsync(string path, CancellationToken cancellation)
    {
        var full = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(full);
        if (FileMutex.TryTake(System.IO.Path.Combine(full, "azurite.lock")) is not { } mutex)
        {
            return null;
        }

        var folder = new AzuriteFolder(full, mutex);
        await folder.WaitForFormerAsync(cancellation);
        return folder;
    }

    /// <summary>How to reach the Azurite that another process runs for the folder; null where none says so.</summary>
    internal static async Task<AzuriteAddress?> FindAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var file = File.OpenRead(AddressFileOf(path));
            return await JsonSerializer.DeserializeAsync<AzuriteAddress>(file, JsonSerializerOptions.Web, cancellation);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Says where the folder's Azurite listens.</summary>
    internal async Task AnnounceAsync(string connectionString, int pid, CancellationToken cancellation)
    {
        var text = JsonSerializer.Serialize(new AzuriteAddress(connectionString, pid), JsonSerializerOptions.Web);
        await File.WriteAllTextAsync(AddressFile + ".part", text, cancellation);
        File.Move(AddressFile + ".part", AddressFile, overwrite: true);
    }

    internal void Forget() => File.Delete(AddressFile);

    private static string AddressFileOf(string path) => System.IO.Path.Combine(path, "azurite.json");

    /// <summary>After a host was killed its Azurite is still writing its rows; a second one beside it would lose them.</summary>
    private async Task WaitForFormerAsync(CancellationToken cancellation)
    {
        if (await FindAsync(Path, cancellation) is not { } former)
        {
            return;
        }

        // Past the limit another program has got its number: the guard ends Azurite well before.
        for (var waited = TimeSpan.Zero; waited < EndLimit && ProcessState.IsRunning(former.Pid); waited += LookAgain)
        {
            await Task.Delay(LookAgain, cancellation);
        }

        Forget();
    }
}
