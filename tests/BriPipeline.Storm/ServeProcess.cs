using System.Diagnostics;
using System.Text.Json;
using BriPipeline.Local;

namespace BriPipeline.Storm;

/// <summary><c>bri serve</c> with its emulator, to be killed.</summary>
internal sealed class ServeProcess : IDisposable
{
    private readonly Process host;
    private readonly string folder;

    private ServeProcess(Process host, Uri page, string folder)
    {
        this.host = host;
        this.folder = folder;
        Client = new HttpClient { BaseAddress = page };
        Connection = Address.GetProperty("connectionString").GetString()!;
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
                return new ServeProcess(started, new Uri(line.Split(' ')[1]), folder);
            }
        }

        throw new InvalidOperationException($"The host ended before it was ready: {await errors}");
    }

    /// <summary>Kills host and emulator (SIGKILL) and waits until both are gone.</summary>
    public async Task KillAsync(bool emulatorFirst)
    {
        if (emulatorFirst)
        {
            await KillEmulatorAsync();
        }

        host.Kill();
        await host.WaitForExitAsync();
        // The host may have started another one meanwhile.
        await KillEmulatorAsync();
    }

    private async Task KillEmulatorAsync()
    {
        if (!File.Exists(AddressFile))
        {
            return;
        }

        var emulator = Address.GetProperty("pid").GetInt32();
        if (ProcessState.IsRunning(emulator))
        {
            using var node = Process.GetProcessById(emulator);
            node.Kill();
        }

        // Nobody may reap it, so that it never seems to have ended.
        while (ProcessState.IsRunning(emulator))
        {
            await Task.Delay(20);
        }
    }

    private string AddressFile => Path.Combine(folder, "azurite.json");

    /// <summary>What the emulator says about itself.</summary>
    private JsonElement Address => JsonDocument.Parse(File.ReadAllText(AddressFile)).RootElement;

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
