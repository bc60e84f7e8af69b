using System.Diagnostics;

namespace BriPipeline.Local.Tests;

/// <summary><c>bri serve</c> in a process of its own, on a free port.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly List<string> errors = [];

    public HostProcess(string dataFolder, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "bri.dll"),
            "serve",
            "--data",
            dataFolder,
            .. more.Contains("--port", StringComparer.Ordinal) ? (string[])[] : ["--port", "0"],
            .. more,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Remove("Data");
        start.Environment.Remove("AzureWebJobsStorage");
        Process = Process.Start(start)!;
        Process.ErrorDataReceived += (_, line) =>
        {
            lock (errors)
            {
                errors.Add(line.Data ?? "");
            }
        };
        Process.BeginErrorReadLine();
    }

    public Process Process { get; }

    public string Errors
    {
        get
        {
            lock (errors)
            {
                return string.Join('\n', errors);
            }
        }
    }

    /// <summary>The address of the page, once the host says that it is ready.</summary>
    public async Task<Uri> WaitUntilReadyAsync(CancellationToken cancellation)
    {
        while (await Process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith("Ready: ", StringComparison.Ordinal))
            {
                return new Uri(line.Split(' ')[1]);
            }
        }

        throw new InvalidOperationException($"The host ended before it was ready:\n{Errors}");
    }

    /// <summary>Waits until the samples are imported and their summaries compiled.</summary>
    public async Task WaitForSamplesAsync(CancellationToken cancellation)
    {
        while (!Errors.Contains("The samples are imported.", StringComparison.Ordinal))
        {
            if (Process.HasExited || Errors.Contains("The samples could not", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The samples were not imported:\n{Errors}");
            }

            await Task.Delay(100, cancellation);
        }
    }

    /// <summary>What a Ctrl+C in the terminal does.</summary>
    public async Task InterruptAsync(CancellationToken cancellation)
    {
        using var kill = Process.Start("kill", ["-INT", $"{Process.Id}"]);
        await kill.WaitForExitAsync(cancellation);
        await Process.WaitForExitAsync(cancellation);
    }

    public void Dispose()
    {
        if (!Process.HasExited)
        {
            Process.Kill();
            Process.WaitForExit();
        }

        Process.Dispose();
    }
}
