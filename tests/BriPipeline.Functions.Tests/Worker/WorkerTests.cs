using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Pipeline;

namespace BriPipeline.Functions.Tests.Worker;

/// <summary>The app's own process, published and started, invoked as the Functions host does.</summary>
public sealed class WorkerTests(PublishedApp app, RunningWorker worker) : IClassFixture<RunningWorker>
{
    /// <summary>Nobody listens at port 1.</summary>
    private const string NobodyThere =
        "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;BlobEndpoint=http://127.0.0.1:1/a;"
        + "QueueEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a";

    private static readonly HttpMethod Get = HttpMethod.Get;
    private static readonly HttpMethod Post = HttpMethod.Post;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Worker_LoadsTheFunctionsOfItsMetadata() =>
        Assert.Equal(NamesOfMetadata(), worker.Host.Functions.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task ImportWorkbook_StoresTheRows_WhenAnEventArrives()
    {
        await worker.UploadAsync("import", "2022/a.xlsx");

        var invocation = await worker.ImportAsync("import", "2022/a.xlsx");

        Assert.Equal(new Invocation(IsSuccess: true, null), invocation);
        Assert.Equal(UploadState.Done, (await worker.LedgerAsync("import")).State);
        var row = await worker
            .Ports.Trade.QueryAsync(ExportsToChina("import"), Cancellation)
            .SingleAsync(Cancellation);
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
        Assert.NotNull(
            await worker.Ports.Reports.FindAsync($"{record.Report}/report.html", Cancellation)
        );
    }

    /// <summary>The host tries such an event again.</summary>
    [Fact]
    public async Task ImportWorkbook_Fails_WhenStorageIsAway()
    {
        await using var host = await FunctionsHost.StartAsync(app.Folder, RunningWorker.Settings(NobodyThere), Cancellation);

        var invocation = await host.InvokeAsync("ImportWorkbook", TriggerData.Blob("uploads", "a/b.xlsx"), Cancellation);

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
            "TakePoison",
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

    [Theory]
    [InlineData("Reader", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("Operator", HttpStatusCode.Conflict)]
    public async Task RebuildSummary_AsksForAnOperator(string? role, HttpStatusCode expected)
    {
        using var request = RunningWorker.Request(Post, "/summaries/ABW/1990", role);
        using var response = await worker.Host.SendAsync("RebuildSummary", request, Cancellation);

        Assert.Equal(expected, response.StatusCode);
    }

    /// <summary>Every function once: a trigger whose data the worker cannot bind, or a service that is missing, fails here.</summary>
    [Fact]
    public async Task Worker_InvokesEveryFunction()
    {
        await worker.UploadAsync(RunningWorker.Source, "b.xlsx");
        var events = new (string Function, JsonObject Data)[]
        {
            ("ImportWorkbook", TriggerData.Blob("uploads", $"{RunningWorker.Source}/b.xlsx")),
            ("CompileSummaries", TriggerData.Timer()),
            ("SweepUploads", TriggerData.Timer()),
            ("TakePoison", TriggerData.Message("about nothing")),
        };
        var requests = new (string Function, HttpMethod Method, string Address, HttpStatusCode Status, string Says)[]
        {
            ("Health", Get, "/health", HttpStatusCode.OK, "\"table\""),
            ("Start", Get, "/", HttpStatusCode.OK, "b.xlsx"),
            ("Uploads", Get, $"/uploads/{RunningWorker.Source}/b.xlsx", HttpStatusCode.OK, "<html"),
            ("Reports", Get, "/reports/none", HttpStatusCode.NotFound, "<html"),
            ("Data", Get, "/data?reporter=KAZ", HttpStatusCode.OK, "<html"),
            ("Summaries", Get, "/summaries/KAZ/2022", HttpStatusCode.OK, "2022"),
            ("SummaryFeed", Get, "/summaries.atom", HttpStatusCode.OK, "<feed"),
            ("RebuildSummary", Post, "/summaries/KAZ/2022", HttpStatusCode.OK, "\"edition\""),
            ("Documents", Get, "/documents/KAZ/2022/1/en.html", HttpStatusCode.OK, "<html"),
            ("Sources", Get, "/sources", HttpStatusCode.OK, RunningWorker.Source),
            ("Aliases", Get, "/aliases", HttpStatusCode.OK, "<html"),
            ("Status", Get, "/status", HttpStatusCode.OK, "<html"),
            ("Language", Post, "/language", HttpStatusCode.Found, ""),
            ("Assets", Get, "/assets/site.css", HttpStatusCode.OK, "body"),
            ("Api", Get, "/api/v1/observations?reporter=KAZ&partner=CHN", HttpStatusCode.OK, "13060205479.11"),
            ("Sdmx", Get, "/sdmx/2.1/dataflow", HttpStatusCode.OK, "dataflow"),
        };

        foreach (var (function, data) in events)
        {
            var invocation = await worker.Host.InvokeAsync(function, data, Cancellation);
            Assert.True(invocation.IsSuccess, $"{function}: {invocation.Fault}");
        }

        foreach (var (function, method, address, status, says) in requests)
        {
            using var request = RunningWorker.Request(method, address, "Operator");
            using var response = await worker.Host.SendAsync(function, request, Cancellation);
            var body = await response.Content.ReadAsStringAsync(Cancellation);
            Assert.True(status == response.StatusCode, $"{function} {address}: {response.StatusCode}\n{body}");
            Assert.Contains(says, body, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(
            NamesOfMetadata(),
            events.Select(one => one.Function).Concat(requests.Select(one => one.Function)).Order(StringComparer.Ordinal)
        );
        Assert.Superset(NamesOfMetadata().ToHashSet(StringComparer.Ordinal), worker.Host.Invoked.ToHashSet(StringComparer.Ordinal));
    }

    private List<string> NamesOfMetadata()
    {
        using var metadata = JsonDocument.Parse(File.ReadAllText(Path.Combine(app.Folder, "functions.metadata")));
        return
        [
            .. metadata
                .RootElement.EnumerateArray()
                .Select(function => function.GetProperty("name").GetString()!)
                .Order(StringComparer.Ordinal),
        ];
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
