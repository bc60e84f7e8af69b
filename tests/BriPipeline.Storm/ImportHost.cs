using BriPipeline.Storage;

namespace BriPipeline.Storm;

/// <summary>A worker in a process of its own, to be killed or stopped by the process that started it.</summary>
internal static class ImportHost
{
    /// <summary>Written once the libraries are loaded and the import begins.</summary>
    public const string Ready = "ready";

    /// <summary>Written before the request that the host was told to wait at; a line of input lets it go on.</summary>
    public const string Waiting = "waiting";

    /// <param name="pause">Wait before so many-th request whose path holds this text.</param>
    public static async Task<int> RunAsync(
        string connection,
        string source,
        string path,
        DateTimeOffset now,
        (string Before, int Occurrence)? pause
    )
    {
        var seen = 0;
        using var line = new FaultyLine();
        line.Before = async request =>
        {
            if (
                pause is var (before, occurrence)
                && Uri.UnescapeDataString(request.RequestUri!.AbsolutePath).Contains(before, StringComparison.Ordinal)
                && Interlocked.Increment(ref seen) == occurrence
            )
            {
                await Console.Out.WriteLineAsync(Waiting);
                await Console.In.ReadLineAsync();
            }
        };
        var account = new StorageAccount(
            StorageSettings.OfConnectionString(connection),
            options => options.Transport = line.Transport
        );
        var ports = new StoragePorts(account);
        await ports.Health.CheckAsync(default);
        await Console.Out.WriteLineAsync(Ready);
        var import = new Core.Imports.WorkbookImport(
            ports.Import,
            TextReading.Read,
            new Clock { Now = now },
            Office.Engine
        );
        await import.NotifyAsync(source, path, default);
        return 0;
    }
}
