using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;

namespace BriPipeline.Local.Tests;

public sealed class ServeCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Serve_ImportsWhatThePageReceives_AndStopsEverythingOnCtrlC()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sends a signal.");
        using var host = new HostProcess(folder.Path);
        var page = await host.WaitUntilReadyAsync(Cancellation);
        using var client = new HttpClient { BaseAddress = page };
        using var form = new MultipartFormDataContent
        {
            { new StringContent("nobody"), "source" },
            { new StringContent("just words"), "files", "words.csv" },
        };

        using var answer = await client.PostAsync("/uploads", form, Cancellation);
        var upload = await PageOnceAsync(client, "/uploads/nobody/words.csv", "Rejected");
        using var again = await client.PostAsync(
            "/uploads/retry",
            new FormUrlEncodedContent([
                new("source", "nobody"),
                new("path", "words.csv"),
                new("version", VersionIn(upload)),
            ]),
            Cancellation
        );
        var retried = await PageOnceAsync(client, "/uploads/nobody/words.csv", "Rejected");
        var address = (await AzuriteFolder.FindAsync(folder.Path, Cancellation))!;
        await host.InterruptAsync(Cancellation);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Contains("Cause:", upload, StringComparison.Ordinal);
        Assert.True(again.IsSuccessStatusCode);
        Assert.Contains("Cause:", retried, StringComparison.Ordinal);
        Assert.True(page.IsLoopback);
        Assert.Equal(0, host.Process.ExitCode);
        Assert.False(ProcessState.IsRunning(address.Pid));
        Assert.Null(await AzuriteFolder.FindAsync(folder.Path, Cancellation));
        Assert.Contains("words.csv: rejected", host.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_EndsWithASummaryToRead_WhenAskedForTheSamples()
    {
        using var host = new HostProcess(folder.Path, "--samples");
        using var client = new HttpClient { BaseAddress = await host.WaitUntilReadyAsync(Cancellation) };
        var early = await client.GetStringAsync("/", Cancellation);
        await host.WaitForSamplesAsync(Cancellation);

        var uploads = await client.GetStringAsync("/", Cancellation);
        var summary = await client.GetStringAsync("/summaries/KAZ/2022", Cancellation);
        var document = await client.GetStringAsync("/documents/KAZ/2022/1/en.html", Cancellation);

        Assert.Contains("data-live", early, StringComparison.Ordinal);
        Assert.Contains($"Data folder: {folder.Path}", host.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/samples\"", uploads, StringComparison.Ordinal);
        Assert.Contains(">Done</span>", uploads, StringComparison.Ordinal);
        Assert.DoesNotContain(">Rejected</span>", uploads, StringComparison.Ordinal);
        Assert.Contains("/documents/KAZ/2022/1/en.html", summary, StringComparison.Ordinal);
        Assert.Contains("24,203.9", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_LosesNoRow_AndLeavesNoProcess_WhenItIsKilled()
    {
        using var host = new HostProcess(folder.Path);
        await host.WaitUntilReadyAsync(Cancellation);
        var address = (await AzuriteFolder.FindAsync(folder.Path, Cancellation))!;
        var table = new TableClient(address.ConnectionString, "JustWritten");
        await table.CreateAsync(Cancellation);
        await table.AddEntityAsync(new TableEntity("p", "r"), Cancellation);

        host.Process.Kill();
        await host.Process.WaitForExitAsync(Cancellation);
        await using var next = await AzuriteProcess.StartAsync(folder.Path, inMemory: false, _ => { }, Cancellation);
        var row = await new TableClient(next.ConnectionString, "JustWritten").GetEntityIfExistsAsync<TableEntity>(
            "p",
            "r",
            cancellationToken: Cancellation
        );

        Assert.False(ProcessState.IsRunning(address.Pid));
        Assert.True(row.HasValue);
    }

    [Fact]
    public async Task Serve_ChoosesAnotherPortAndSaysSo_WhenItsOwnIsTaken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;
        using var host = new HostProcess(folder.Path, "--port", $"{taken}");

        var page = await host.WaitUntilReadyAsync(Cancellation);

        Assert.NotEqual(taken, page.Port);
        Assert.Contains(
            $"Port {taken} is taken by another program, so the page is at {page.ToString().TrimEnd('/')}.",
            host.Errors,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Exception", host.Errors, StringComparison.Ordinal);
    }

    /// <summary>The ports that the emulator and the page usually have, on this machine's own address.</summary>
    [Fact]
    public async Task Serve_StoresAFigure_WhenTheUsualPortsAreTaken_AndStartsAgain()
    {
        // Whichever is taken by another program already serves the test as well.
        var takers = new[] { 10000, 10001, 10002, 5080 }.Select(Take).ToList();
        using (var host = new HostProcess(folder.Path, "--samples", "--port", "5080"))
        {
            await host.WaitUntilReadyAsync(Cancellation);
            await host.WaitForSamplesAsync(Cancellation);
            await host.InterruptAsync(Cancellation);
        }

        using var second = new HostProcess(folder.Path, "--port", "5080");
        using var client = new HttpClient { BaseAddress = await second.WaitUntilReadyAsync(Cancellation) };
        var page = await client.GetStringAsync("/", Cancellation);
        takers.ForEach(taker => taker?.Dispose());

        Assert.Contains("kazakhstan-partners-2022.xlsx", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_StartsTheEmulatorAgain_AndLosesNothingThatItAcknowledged_WhenItIsKilled()
    {
        using var host = new HostProcess(folder.Path);
        using var client = new HttpClient { BaseAddress = await host.WaitUntilReadyAsync(Cancellation) };
        using var first = await PutAsync(client, "kept.csv");
        await KillEmulatorAsync();
        using var second = await PutAsync(client, "later.csv");

        await PageOnceAsync(client, "/uploads/nobody/kept.csv", "Rejected");
        await PageOnceAsync(client, "/uploads/nobody/later.csv", "Rejected");

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, second.StatusCode);
        Assert.Contains("Azurite has ended; it is started again.", host.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_TakesTheStorageOver_WhenTheFirstHostStops()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sends a signal.");
        using var first = new HostProcess(folder.Path);
        await first.WaitUntilReadyAsync(Cancellation);
        using var second = new HostProcess(folder.Path);
        using var client = new HttpClient { BaseAddress = await second.WaitUntilReadyAsync(Cancellation) };

        await first.InterruptAsync(Cancellation);
        using var answer = await PutAsync(client, "words.csv");
        await PageOnceAsync(client, "/uploads/nobody/words.csv", "Rejected");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Contains("this one runs it from now on", second.Errors, StringComparison.Ordinal);
    }

    /// <summary>The log of a service may lie on a disk that is full.</summary>
    [Fact]
    public async Task Serve_GoesOn_WhenNobodyTakesItsWords()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Needs a device that is always full.");
        var start = new ProcessStartInfo("sh")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "-c",
                $"exec dotnet '{Path.Combine(AppContext.BaseDirectory, "bri.dll")}' serve --data '{folder.Path}' --port 0 2>/dev/full",
            },
        };
        using var host = Process.Start(start)!;
        try
        {
            var ready = await host.StandardOutput.ReadLineAsync(Cancellation);
            Assert.NotNull(ready);
            using var client = new HttpClient { BaseAddress = new Uri(ready.Split(' ')[1]) };
            using var answer = await PutAsync(client, "words.csv");
            await PageOnceAsync(client, "/uploads/nobody/words.csv", "Rejected");

            Assert.False(host.HasExited);
        }
        finally
        {
            host.Kill();
            await host.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, string path) =>
        client.PutAsync($"/api/v1/uploads/nobody/{path}", new StringContent($"just words of {path}"), Cancellation);

    private async Task KillEmulatorAsync()
    {
        var address = (await AzuriteFolder.FindAsync(folder.Path, Cancellation))!;
        using var emulator = Process.GetProcessById(address.Pid);
        emulator.Kill();
    }

    private static TcpListener? Take(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            listener.Dispose();
            return null;
        }
    }

    /// <summary>The version that the page's button would send.</summary>
    private static string VersionIn(string html)
    {
        const string Before = "name=\"version\" value=\"";
        var start = html.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return html[start..html.IndexOf('"', start)];
    }

    private static async Task<string> PageOnceAsync(HttpClient client, string address, string word)
    {
        while (true)
        {
            using var response = await client.GetAsync(address, Cancellation);
            var html = await response.Content.ReadAsStringAsync(Cancellation);
            if (html.Contains($">{word}</span>", StringComparison.Ordinal))
            {
                return html;
            }

            await Task.Delay(200, Cancellation);
        }
    }
}
