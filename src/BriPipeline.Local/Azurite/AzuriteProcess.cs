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
    private static readonly int[] AnyPorts = [0, 0, 0];
    private static readonly TimeSpan LinePeriod = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);

    private readonly AzuriteFolder served;
    private readonly bool inMemory;
    private Child? child;

    private AzuriteProcess(Child child, AzuriteFolder served, bool inMemory)
    {
        this.child = child;
        this.served = served;
        this.inMemory = inMemory;
        ConnectionString = child.ConnectionString;
    }

    /// <summary>Stays the same when it is started again.</summary>
    public string ConnectionString { get; }

    /// <summary>Ends when Azurite has ended, of itself or not.</summary>
    internal Task Ended => child?.Ended ?? Task.CompletedTask;

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
        var usual = ArePortsFree();
        try
        {
            var ports = usual ? [UsualPort, UsualPort + 1, UsualPort + 2] : AnyPorts;
            return new(await LaunchAsync(folder, inMemory, ports, say, cancellation), folder, inMemory);
        }
        catch (LocalSetupException refused)
            when (usual && refused.Message.Contains("EADDRINUSE", StringComparison.Ordinal))
        {
            // Somebody took a usual port since we looked, and may have left it again by now.
            return new(await LaunchAsync(folder, inMemory, AnyPorts, say, cancellation), folder, inMemory);
        }
    }

    /// <summary>Starts where another process stopped serving: at the addresses that are known of it.</summary>
    internal static async Task<AzuriteProcess> TakeOverAsync(
        AzuriteFolder folder,
        string connectionString,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        var ports = DevelopmentAccount.PortsOf(connectionString);
        return new(await LaunchAsync(folder, inMemory: false, ports, say, cancellation), folder, inMemory: false);
    }

    /// <summary>Starts it again at the same addresses, after it has ended.</summary>
    internal async Task RestartAsync(Action<string> say, CancellationToken cancellation)
    {
        await EndAsync();
        var ports = DevelopmentAccount.PortsOf(ConnectionString);
        child = await LaunchAsync(served, inMemory, ports, say, cancellation);
    }

    /// <summary>Stops Azurite, which writes its rows to disk first, and waits until it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        served.Forget();
        await EndAsync();
        await served.DisposeAsync();
    }

    private async Task EndAsync()
    {
        if (child is not null)
        {
            await StopAsync(child.Node);
            await child.Ended;
            child.Node.Dispose();
            child = null;
        }
    }

    private static async Task<Child> LaunchAsync(
        AzuriteFolder folder,
        bool inMemory,
        IReadOnlyList<int> ports,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        var script = await AzuriteInstallation.EnsureAsync(AzuriteInstallation.UserCache(), say, cancellation);
        var node = StartNode(script, folder.Path, inMemory, ports);
        try
        {
            var errors = node.StandardError.ReadToEndAsync(CancellationToken.None);
            var addresses = await ReadAddressesAsync(node, errors, say, cancellation);
            var connectionString = DevelopmentAccount.ConnectionString(addresses);
            await folder.AnnounceAsync(connectionString, node.Id, cancellation);
            return new(node, DrainAsync(node, errors), connectionString);
        }
        catch
        {
            await StopAsync(node);
            node.Dispose();
            throw;
        }
    }

    private static Process StartNode(string script, string folder, bool inMemory, IReadOnlyList<int> ports)
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
        foreach (var argument in Arguments(folder, inMemory, ports))
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

    /// <param name="ports">Of blobs, queues and tables; 0 for any that is free.</param>
    private static IEnumerable<string> Arguments(string folder, bool inMemory, IReadOnlyList<int> ports)
    {
        foreach (var (service, port) in DevelopmentAccount.Services.Zip(ports))
        {
            var option = service.ToLowerInvariant();
            yield return $"--{option}Host={IPAddress.Loopback}";
            yield return $"--{option}Port={port}";
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
                    throw LocalSetupException.NotStarted("(no output within two minutes)");
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

    private sealed record Child(Process Node, Task Ended, string ConnectionString);

    [GeneratedRegex(@"Azurite (?<service>\w+) service is successfully listening at (?<address>http://\S+)")]
    private static partial Regex Listening();
}
