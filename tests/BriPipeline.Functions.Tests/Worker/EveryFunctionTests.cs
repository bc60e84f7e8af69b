using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BriPipeline.Functions.Tests.Worker;

/// <summary>The published app has these functions, and each of them can be invoked.</summary>
public sealed partial class EveryFunctionTests(PublishedApp app, RunningWorker worker) : IClassFixture<RunningWorker>
{
    private static readonly HttpMethod Get = HttpMethod.Get;
    private static readonly HttpMethod Post = HttpMethod.Post;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Worker_LoadsTheFunctionsOfItsMetadata() =>
        Assert.Equal(NamesOfMetadata(), worker.Host.Functions.Keys.Order(StringComparer.Ordinal));

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
            ("RequeuePoisoned", TriggerData.Message("about nothing")),
            ("WakeSource", TriggerData.Message(RunningWorker.Source)),
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
            ("Documentation", Get, "/docs", HttpStatusCode.OK, "<article"),
            ("Assets", Get, Asset.Match(await PageAsync()).Value, HttpStatusCode.OK, "body"),
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
            events
                .Select(one => one.Function)
                .Concat(requests.Select(one => one.Function))
                .Order(StringComparer.Ordinal)
        );
        Assert.Superset(
            NamesOfMetadata().ToHashSet(StringComparer.Ordinal),
            worker.Host.Invoked.ToHashSet(StringComparer.Ordinal)
        );
    }

    private async Task<string> PageAsync()
    {
        using var request = RunningWorker.Request(Get, "/", "Reader");
        using var response = await worker.Host.SendAsync("Start", request, Cancellation);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }

    /// <summary>The address of a file of the page has the hash of its content.</summary>
    [GeneratedRegex(@"/assets/[0-9a-f]+/site\.css")]
    private static partial Regex Asset { get; }

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
}
