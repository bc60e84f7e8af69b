using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace BriPipeline.Local;

/// <summary>Azurite on loopback with a data folder of its own. It ends with the process that started it, in every case.</summary>
/// <remarks>While it runs, <c>azurite.json</c> in the data folder says how to reach it.</remarks>
public sealed partial class AzuriteProcess : IAsyncDisposable
{
    private const int UsualPort = 10000;
    private static readonly TimeSpan LinePeriod = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);

    private readonly Process child;
    private readonly Task drained;
    private readonly AzuriteFolder served;

    private AzuriteProcess(Process child, Task drained, AzuriteFolder served, string connectionString)
    {
        this.child = child;
        this.drained = drained;
        this.served = served;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    public string DataFolder => served.Path;

    /// <summary>Installs Azurite where that was not done yet, starts it and waits until all three services listen.</summary>
    /// <param name="dataFolder">Created if absent; no other process may be using it.</param>
    /// <param name="inMemory">Keep nothing on disk.</param>
    /// <param name="say">Gets a line on what is being done, at least every few seconds.</param>
    /// <exception cref="LocalSetupException">Node or npm is missing, the folder is in use, or Azurite does not start.</exception>
    public static async Task<AzuriteProcess> StartAsync(
        string dataFolder,
        bool inMemory,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        var folder =
            await AzuriteFolder.TryTakeAsync(dataFolder, cancellation)
            ?? throw LocalSetupException.FolderInUse(dataFolder);
        try
        {
            return await StartAsync(folder, inMemory, say, cancellation);
        }
        catch
        {
            await folder.DisposeAsync();
            throw;
        }
    }

    internal static async Task<AzuriteProcess> StartAsync(
        AzuriteFolder folder,
        bool inMemory,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        var script = await AzuriteInstallation.EnsureAsync(AzuriteInstallation.UserCache(), say, cancellation);
        var first = ArePortsFree() ? UsualPort : 0;
        try
        {
            return await StartAsync(script, folder, inMemory, first, say, cancellation);
        }
        catch (LocalSetupException refused)
            when (first != 0 && refused.Message.Contains("EADDRINUSE", StringComparison.Ordinal))
        {
            // Somebody took a usual port since we looked, and may have left it again by now.
            return await StartAsync(script, folder, inMemory, 0, say, cancellation);
        }
    }

    /// <summary>Stops Azurite, which writes its rows to disk first, and waits until it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        served.Forget();
        await StopAsync(child);
        await drained;
        child.Dispose();
        await served.DisposeAsync();
    }

    private static async Task<AzuriteProcess> StartAsync(
        string script,
        AzuriteFolder folder,
        bool inMemory,
        int firstPort,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        var node = StartNode(script, folder.Path, inMemory, firstPort);
        try
        {
            var errors = node.StandardError.ReadToEndAsync(CancellationToken.None);
            var addresses = await ReadAddressesAsync(node, errors, say, cancellation);
            var connectionString = DevelopmentAccount.ConnectionString(addresses);
            await folder.AnnounceAsync(connectionString, node.Id, cancellation);
            return new AzuriteProcess(node, DrainAsync(node, errors), folder, connectionString);
        }
        catch
        {
            await StopAsync(node);
            node.Dispose();
            throw;
        }
    }

    private static Process StartNode(string script, string folder, bool inMemory, int firstPort)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            // The guard watches it: it closes when this process ends.
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "--require", Path.Combine(AzuriteInstallation.Pinned, "guard.cjs"), script },
        };
        foreach (var argument in Arguments(folder, inMemory, firstPort))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw LocalSetupException.ToolMissing("node");
        }
    }

    /// <param name="firstPort">0 lets the system choose all three.</param>
    private static IEnumerable<string> Arguments(string folder, bool inMemory, int firstPort)
    {
        string[] services = ["blob", "queue", "table"];
        for (var i = 0; i < services.Length; i++)
        {
            yield return $"--{services[i]}Host={IPAddress.Loopback}";
            yield return $"--{services[i]}Port={(firstPort == 0 ? 0 : firstPort + i)}";
        }

        yield return "--silent";
        yield return "--disableTelemetry";
        yield return "--skipApiVersionCheck";
        yield return inMemory ? "--inMemoryPersistence" : $"--location={folder}";
    }

    /// <summary>Azurite's own words are the only proof: a port that answers may be somebody else's.</summary>
    private static async Task<Dictionary<string, string>> ReadAddressesAsync(
        Process node,
        Task<string> errors,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        var clock = Stopwatch.StartNew();
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        while (addresses.Count < 3)
        {
            var line = node.StandardOutput.ReadLineAsync(cancellation).AsTask();
            while (await Task.WhenAny(line, Task.Delay(LinePeriod, cancellation)) != line)
            {
                cancellation.ThrowIfCancellationRequested();
                say($"Waiting for Azurite ... {clock.Elapsed.TotalSeconds:0} s");
                if (clock.Elapsed > StartLimit)
                {
                    throw LocalSetupException.NotStarted("(no word within two minutes)");
                }
            }

            var text = await line ?? throw LocalSetupException.NotStarted((await errors).Trim());
            if (Listening().Match(text) is { Success: true } match)
            {
                addresses[match.Groups["service"].Value] = match.Groups["address"].Value;
            }
        }

        return addresses;
    }

    private static async Task DrainAsync(Process node, Task errors)
    {
        while (await node.StandardOutput.ReadLineAsync() is not null) { }

        await errors;
    }

    private static async Task StopAsync(Process node)
    {
        if (node.HasExited)
        {
            return;
        }

        node.StandardInput.Close();
        using var limit = new CancellationTokenSource(StopLimit);
        try
        {
            await node.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            node.Kill(entireProcessTree: true);
        }
    }

    private static bool ArePortsFree()
    {
        try
        {
            for (var port = UsualPort; port < UsualPort + 3; port++)
            {
                using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
                listener.Start();
            }

            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"Azurite (?<service>\w+) service is successfully listening at (?<address>http://\S+)")]
    private static partial Regex Listening();
}
