using System.Net;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Functions.Tests.Worker;

/// <summary>The app's own process, published and started, invoked as the Functions host does.</summary>
public sealed class WorkerTests(PublishedApp app, RunningWorker worker) : IClassFixture<RunningWorker>
{
    /// <summary>Nobody listens at port 1.</summary>
    private const string NobodyThere =
        "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;BlobEndpoint=http://127.0.0.1:1/a;"
        + "QueueEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ImportWorkbook_StoresTheRows_WhenAnEventArrives()
    {
        await worker.UploadAsync("import", "2022/a.xlsx");

        var invocation = await worker.ImportAsync("import", "2022/a.xlsx");

        Assert.Equal(new Invocation(IsSuccess: true, null), invocation);
        Assert.Equal(UploadState.Done, (await worker.LedgerAsync("import")).State);
        var row = await worker.Ports.Trade.QueryAsync(ExportsToChina("import"), Cancellation).SingleAsync(Cancellation);
        Assert.Equal(13_060_205_479.11m, row.Value);
    }

    /// <summary>Trying again would not make it better.</summary>
    [Fact]
    public async Task ImportWorkbook_SucceedsWithAReport_WhenTheWorkbookIsNone()
    {
        using var junk = new MemoryStream("no workbook at all"u8.ToArray());
        await worker.UploadAsync("bad", "a.xlsx", junk);

        var invocation = await worker.ImportAsync("bad", "a.xlsx");

        Assert.True(invocation.IsSuccess, invocation.Fault);
        var record = await worker.LedgerAsync("bad");
        Assert.Equal(UploadState.Rejected, record.State);
        Assert.NotNull(await worker.Ports.Reports.FindAsync($"{record.Report}/report.html", Cancellation));
    }

    /// <summary>The host tries such an event again.</summary>
    [Fact]
    public async Task ImportWorkbook_Fails_WhenStorageIsAway()
    {
        await using var host = await FunctionsHost.StartAsync(
            app.Folder,
            RunningWorker.Settings(NobodyThere),
            Cancellation
        );

        var invocation = await host.InvokeAsync(
            "ImportWorkbook",
            TriggerData.Blob("uploads", "a/b.xlsx"),
            Cancellation
        );

        Assert.False(invocation.IsSuccess);
        Assert.Contains("127.0.0.1:1", invocation.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SweepUploads_ImportsWhatAPoisonMessageOrADeadLetterTold()
    {
        await worker.UploadAsync("poisoned", "a.xlsx");
        await worker.UploadAsync("dead", "a.xlsx");
        await worker.PutDeadLetterAsync("dead", "a.xlsx");
        var poisoned = await worker.Host.InvokeAsync(
            "RequeuePoisoned",
            TriggerData.Message(
                """{"FunctionId":"ImportWorkbook","BlobType":"BlockBlob","ContainerName":"uploads","BlobName":"poisoned/a.xlsx","ETag":"0x1"}"""
            ),
            Cancellation
        );

        var swept = await worker.Host.InvokeAsync("SweepUploads", TriggerData.Timer(), Cancellation);

        Assert.True(poisoned.IsSuccess, poisoned.Fault);
        Assert.True(swept.IsSuccess, swept.Fault);
        Assert.Equal(UploadState.Done, (await worker.LedgerAsync("poisoned")).State);
        Assert.Equal(UploadState.Done, (await worker.LedgerAsync("dead")).State);
        Assert.Empty(await worker.Ports.DeadLetters.ListAsync(Cancellation).ToListAsync(Cancellation));
    }

    /// <summary>A person is sent to sign in and back; a program is told that it lacks a token.</summary>
    [Theory]
    [InlineData(
        "Data",
        "/data?reporter=KAZ",
        HttpStatusCode.Found,
        "/.auth/login/aad?post_login_redirect_uri=%2Fdata%3Freporter%3DKAZ"
    )]
    [InlineData("Api", "/api/v1/observations", HttpStatusCode.Unauthorized, null)]
    [InlineData("Sdmx", "/sdmx/2.1/dataflow", HttpStatusCode.Unauthorized, null)]
    [InlineData("Health", "/health", HttpStatusCode.OK, null)]
    public async Task Anybody_IsAskedToSignIn(
        string function,
        string address,
        HttpStatusCode expected,
        string? location
    )
    {
        using var request = RunningWorker.Request(HttpMethod.Get, address, role: null);
        using var response = await worker.Host.SendAsync(function, request, Cancellation);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(location, response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("Reader", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("Operator", HttpStatusCode.Conflict)]
    public async Task RebuildSummary_AsksForAnOperator(string? role, HttpStatusCode expected)
    {
        using var request = RunningWorker.Request(HttpMethod.Post, "/summaries/ABW/1990", role);
        using var response = await worker.Host.SendAsync("RebuildSummary", request, Cancellation);

        Assert.True(expected == response.StatusCode, string.Join("\n", worker.Host.Log));
    }

    private static TradeQuery ExportsToChina(string source) =>
        new()
        {
            Reporter = new Area("KAZ"),
            Partner = new Area("CHN"),
            Flow = TradeFlow.X,
            From = TimePeriod.OfYear(2022),
            To = TimePeriod.OfYear(2022),
            Source = source,
        };
}
