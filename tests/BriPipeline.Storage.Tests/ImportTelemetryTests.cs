using System.Diagnostics;
using System.Diagnostics.Metrics;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Tests.Repository;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace BriPipeline.Storage.Tests;

/// <summary>Listened to as an exporter does. Other tests import at the same time: spans are told apart by their upload.</summary>
public sealed class ImportTelemetryTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    /// <summary>The event of one process, the work of another: the ledger carries the trace.</summary>
    [Fact]
    public async Task Trace_IsOneAnUpload_AcrossTheNotificationAndTheWorker()
    {
        var (office, spans) = (await Office.OpenAsync(azurite.Account), new List<Activity>());
        using (Listen(spans))
        {
            await office.PutAsync("a.txt", "CHN X 2023-01 1");
            await using (await office.Ports.Import.Locks.TryAcquireAsync(office.Source, default))
            {
                await office.Import().NotifyAsync(office.Source, "a.txt", default);
            }

            await office.Import().DrainAsync(office.Source, default);
        }

        var trace = (await office.NewestAsync("a.txt")).TraceParent!.Split('-')[1];
        var own = spans.Where(span => span.TraceId.ToHexString() == trace).ToList();
        Assert.Equal(
            ["upload.apply", "upload.import", "upload.notify", "upload.plan", "upload.read", "upload.summaries"],
            own.Select(span => span.OperationName).Order(StringComparer.Ordinal)
        );
        var import = own.Single(span => span.OperationName == "upload.import");
        Assert.Equal(own.Single(span => span.OperationName == "upload.notify").SpanId, import.ParentSpanId);
        Assert.All(
            own.Where(span => span.OperationName is not ("upload.import" or "upload.notify")),
            stage => Assert.Equal(import.SpanId, stage.ParentSpanId)
        );
        Assert.Equal(office.Source, import.GetTagItem("upload.source"));
        Assert.Equal("a.txt", import.GetTagItem("upload.path"));
    }

    [Fact]
    public async Task Sweep_GivesEachUploadATraceOfItsOwn()
    {
        var (office, spans) = (await Office.OpenAsync(azurite.Account), new List<Activity>());
        using (Listen(spans))
        {
            await office.PutAsync("a.txt", "CHN X 2023-01 1");
            await office.PutAsync("b.txt", "CHN X 2023-02 1");
            // Uploads of other tests, which cannot be read, lie in the same account.
            await Record.ExceptionAsync(() => office.Import().SweepAsync(default));
        }

        var ledger = await office.LedgerAsync();
        Assert.Equal(2, ledger.Select(record => record.TraceParent).Distinct().Count());
        Assert.All(ledger, record => Assert.NotNull(record.TraceParent));
    }

    [Fact]
    public async Task Try_SaysWhatItFailedOf()
    {
        var (office, spans) = (await Office.OpenAsync(azurite.Account), new List<Activity>());
        using (Listen(spans))
        {
            await office.PutAsync("a.txt", "broken");
            await Record.ExceptionAsync(() => office.Import().NotifyAsync(office.Source, "a.txt", default));
        }

        var import = Assert.Single(
            spans,
            span => Equals(span.GetTagItem("upload.source"), office.Source) && span.OperationName == "upload.import"
        );
        Assert.Equal(ActivityStatusCode.Error, import.Status);
        Assert.Equal("The reader is broken.", import.StatusDescription);
    }

    [Fact]
    public async Task Ledger_HoldsNoTrace_WhereNobodyListens()
    {
        var office = await Office.OpenAsync(azurite.Account);

        Assert.Null((await office.ImportAsync("a.txt", "CHN X 2023-01 1")).TraceParent);
    }

    [Fact]
    public async Task Metrics_AreTenAndCountWhatHappened()
    {
        var metrics = new List<Metric>();
        using (
            var meters = Sdk.CreateMeterProviderBuilder()
                .AddMeter(ImportTelemetry.Name)
                .AddInMemoryExporter(metrics)
                .Build()
        )
        {
            var office = await Office.OpenAsync(azurite.Account);
            await office.ImportAsync("a.txt", "CHN X 2023-01 1\nremark odd");
            await office.PutAsync("b.txt", "CHN X 2023-02 1");
            await using (await office.Ports.Import.Locks.TryAcquireAsync(office.Source, default))
            {
                await office.Import().NotifyAsync(office.Source, "b.txt", default);
            }

            using var line = new FaultyLine { Fault = sent => Archive(sent) ? LineFault.Busy : null };
            await Record.ExceptionAsync(() =>
                office.Import(azurite.Through(line, retries: 0)).DrainAsync(office.Source, default)
            );
            meters.ForceFlush();
        }

        Assert.Equal(
            [
                "bripipeline.figures",
                "bripipeline.findings",
                "bripipeline.import.duration",
                "bripipeline.import.wait",
                "bripipeline.imports",
                "bripipeline.leases.held",
                "bripipeline.notifications",
                "bripipeline.outages",
                "bripipeline.rows.written",
                "bripipeline.summaries.marked",
            ],
            metrics.Select(metric => metric.Name).Distinct().Order(StringComparer.Ordinal)
        );
        var page = RepositoryFiles.Read("docs/azure.md");
        Assert.All(metrics, metric => Assert.Contains($"`{metric.Name}`", page, StringComparison.Ordinal));
    }

    /// <summary>What an import tells takes a hundredth of its time at most, a small import's even.</summary>
    [Fact]
    public async Task Telemetry_CostsAHundredthOfASmallImport_AtMost()
    {
        const int Rounds = 200;
        var office = await Office.OpenAsync(azurite.Account);
        var record = await office.ImportAsync("a.txt", "CHN X 2023-01 1");
        var spans = new List<Activity>();
        using var traces = Listen(spans);
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == ImportTelemetry.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.Start();
        var clock = Stopwatch.StartNew();
        await office.ImportAsync("b.txt", "CHN X 2023-02 1");
        var import = clock.Elapsed;

        // Warm, and then as often as makes it measurable.
        Tell(record);
        clock.Restart();
        for (var round = 0; round < Rounds; round++)
        {
            Tell(record);
        }

        var told = clock.Elapsed / Rounds;
        TestContext.Current.TestOutputHelper!.WriteLine(
            FormattableString.Invariant(
                $"Telemetry of an import: {told.TotalMicroseconds:0} µs of {import.TotalMicroseconds:0} µs."
            )
        );
        Assert.InRange(told, TimeSpan.Zero, import / 100);
    }

    private static void Tell(UploadRecord record)
    {
        using var notification = ImportTelemetry.StartNotification(record.Source, record.Path);
        ImportTelemetry.Notifications.Add(1);
        using var import = ImportTelemetry.StartTry(record with { TraceParent = notification?.Id });
        foreach (var stage in (string[])["upload.read", "upload.plan", "upload.apply", "upload.summaries"])
        {
            using var span = ImportTelemetry.StartStage(stage)?.SetTag("rows", 1);
        }

        ImportTelemetry.RowsWritten.Add(1);
        ImportTelemetry.SummariesMarked.Add(1);
        ImportTelemetry.CountEnd(record);
    }

    private static TracerProvider Listen(List<Activity> spans) =>
        Sdk.CreateTracerProviderBuilder().AddSource(ImportTelemetry.Name).AddInMemoryExporter(spans).Build();

    private static bool Archive(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.Contains("/archive/", StringComparison.Ordinal);
}
