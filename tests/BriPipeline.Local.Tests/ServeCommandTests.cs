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
    public async Task Serve_StoresAFigure_WhenTheUsualPortsAreTaken_AndStartsAgainAtOnce()
    {
        // Whichever is taken by another program already serves the test as well.
        var takers = new[] { 10000, 10001, 10002, 5080 }.Select(Take).ToList();
        using (var host = new HostProcess(folder.Path, "--samples", "--port", "5080"))
        {
            await host.WaitUntilReadyAsync(Cancellation);
            await host.WaitForSamplesAsync(Cancellation);
            await host.InterruptAsync(Cancellation);
        }

        var clock = Stopwatch.StartNew();
        using var second = new HostProcess(folder.Path, "--port", "5080");
        using var client = new HttpClient { BaseAddress = await second.WaitUntilReadyAsync(Cancellation) };
        var page = await client.GetStringAsync("/", Cancellation);
        var ready = clock.Elapsed;
        takers.ForEach(taker => taker?.Dispose());

        Assert.Contains("kazakhstan-partners-2022.xlsx", page, StringComparison.Ordinal);
        // A quiet machine needs two seconds; the tests of other assemblies run beside this one.
        Assert.InRange(ready, TimeSpan.Zero, TimeSpan.FromSeconds(15));
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
