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
        var address = (await AzuriteFolder.FindAsync(folder.Path, Cancellation))!;
        await host.InterruptAsync(Cancellation);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Contains("Cause:", upload, StringComparison.Ordinal);
        Assert.True(page.IsLoopback);
        Assert.Equal(0, host.Process.ExitCode);
        Assert.False(ProcessState.IsRunning(address.Pid));
        Assert.Null(await AzuriteFolder.FindAsync(folder.Path, Cancellation));
        Assert.Contains("words.csv: rejected", host.Errors, StringComparison.Ordinal);
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
