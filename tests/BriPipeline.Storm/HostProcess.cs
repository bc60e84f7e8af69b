using System.Diagnostics;
using System.Globalization;

namespace BriPipeline.Storm;

/// <summary>A running <see cref="ImportHost"/>.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private HostProcess(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts a worker for the upload at a path.</summary>
    /// <param name="pause">Where it waits, as <see cref="ImportHost"/> takes it.</param>
    public static HostProcess Start(
        string connection,
        Office office,
        string path,
        (string Before, int Occurrence)? pause = null
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            ArgumentList =
            {
                typeof(HostProcess).Assembly.Location,
                "host",
                connection,
                office.Source,
                path,
                office.Clock.Now.ToString("O", CultureInfo.InvariantCulture),
            },
        };
        if (pause is var (before, occurrence))
        {
            start.ArgumentList.Add(before);
            start.ArgumentList.Add(occurrence.ToString(CultureInfo.InvariantCulture));
        }

        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>Waits until the host has written the line.</summary>
    public async Task WaitForAsync(string line)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } text)
        {
            if (text == line)
            {
                return;
            }
        }

        throw new InvalidOperationException($"The host ended before it was {line}: {await errors}");
    }

    /// <summary>Kills it (SIGKILL) after a while. False if it had ended by itself before.</summary>
    public async Task<bool> KillAfterAsync(TimeSpan delay)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < delay && !process.HasExited)
        {
            await Task.Delay(1);
        }

        var isAlive = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync();
        return isAlive;
    }

    /// <summary>Suspends it (SIGSTOP), and waits until it stands still.</summary>
    public async Task StopAsync()
    {
        await SignalAsync("STOP");
        while (!await IsStoppedAsync())
        {
            await Task.Delay(5);
        }
    }

    /// <summary>Wakes it (SIGCONT) and lets it go past the point where it waits.</summary>
    public async Task GoOnAsync()
    {
        await process.StandardInput.WriteLineAsync();
        await process.StandardInput.FlushAsync();
        await SignalAsync("CONT");
    }

    /// <summary>Waits for its end; the exit code and what it wrote to standard error.</summary>
    public async Task<(int ExitCode, string Errors)> EndAsync()
    {
        await process.WaitForExitAsync();
        return (process.ExitCode, await errors);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private async Task<bool> IsStoppedAsync()
    {
        var status = await File.ReadAllTextAsync($"/proc/{process.Id}/stat");
        return status[(status.LastIndexOf(')') + 2)..][0] == 'T';
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
