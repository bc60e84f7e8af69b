using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BriPipeline.Functions.Tests.Worker;

/// <summary>The published worker sends traces and metrics to the endpoint that is set, and keeps its logs.</summary>
public sealed class TelemetryTests(PublishedApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Worker_SendsTracesAndMetrics_WhereAnEndpointIsSet()
    {
        var received = new ConcurrentBag<(string Path, string Body)>();
        await using var collector = await CollectAsync(received);
        await using var worker = new RunningWorker(app);
        await worker.StartAccountAsync();
        await worker.StartWorkerAsync(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single()),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
        );
        await worker.UploadAsync(RunningWorker.Source, "a.xlsx");

        var invocation = await worker.ImportAsync(RunningWorker.Source, "a.xlsx");
        await worker.Host.StopAsync(Cancellation);

        Assert.True(invocation.IsSuccess, invocation.Fault);
        Assert.Contains(received, sent => sent.Path == "/v1/traces" && sent.Body.Contains("upload.import"));
        Assert.Contains(received, sent => sent.Path == "/v1/metrics" && sent.Body.Contains("bripipeline.imports"));
        Assert.Contains(worker.Host.Log, line => line.Contains("a.xlsx", StringComparison.Ordinal));
    }

    /// <summary>The messages are not taken apart: the names in them are text as it is.</summary>
    private static async Task<WebApplication> CollectAsync(ConcurrentBag<(string Path, string Body)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var collector = builder.Build();
        collector.MapPost(
            "/{**path}",
            async (HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body);
                received.Add((request.Path, Encoding.Latin1.GetString(body.ToArray())));
            }
        );
        await collector.StartAsync(Cancellation);
        return collector;
    }
}
