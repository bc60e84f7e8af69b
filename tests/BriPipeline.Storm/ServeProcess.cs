using System.Diagnostics;
using System.Text.Json;
using BriPipeline.Local;

namespace BriPipeline.Storm;

/// <summary><c>bri serve</c> with its emulator, to be killed.</summary>
internal sealed class ServeProcess : IDisposable
{
    private readonly Process host;
    private readonly int emulator;

    private ServeProcess(Process host, Uri page, string connection, int emulator)
    {
        this.host = host;
        this.emulator = emulator;
        Client = new HttpClient { BaseAddress = page };
        Connection = connection;
    }

    public HttpClient Client { get; }

    /// <summary>Of its emulator.</summary>
    public string Connection { get; }

    /// <summary>Bytes that the host holds in memory.</summary>
    public long Memory
    {
        get
        {
            host.Refresh();
            return host.WorkingSet64;
        }
    }

    public static async Task<ServeProcess> StartAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "bri.dll"),
                "serve",
                "--data",
                folder,
                "--port",
                "0",
            },
        };
        start.Environment.Remove("Data");
        start.Environment.Remove("AzureWebJobsStorage");
        var started = Process.Start(start)!;
        var errors = started.StandardError.ReadToEndAsync();
        while (await started.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Ready: ", StringComparison.Ordinal))
            {
                var address = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "azurite.json")));
                return new ServeProcess(
                    started,
                    new Uri(line.Split(' ')[1]),
                    address.RootElement.GetProperty("connectionString").GetString()!,
                    address.RootElement.GetProperty("pid").GetInt32()
                );
            }
        }

        throw new InvalidOperationException($"The host ended before it was ready: {await errors}");
    }

    /// <summary>Kills host and emulator (SIGKILL) and waits until both are gone.</summary>
    public async Task KillAsync(bool emulatorFirst)
    {
        using var node = Process.GetProcessById(emulator);
        foreach (var victim in emulatorFirst ? (Process[])[node, host] : [host, node])
        {
            victim.Kill();
        }

        await host.WaitForExitAsync();
        // Nobody may reap it, so that it never seems to have ended.
        while (ProcessState.IsRunning(emulator))
        {
            await Task.Delay(20);
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!host.HasExited)
        {
            host.Kill();
            host.WaitForExit();
        }

        host.Dispose();
    }
}
