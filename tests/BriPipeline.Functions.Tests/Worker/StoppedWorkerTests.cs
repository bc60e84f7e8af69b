using System.Diagnostics;
using System.Globalization;
using System.Text;
using Azure.Storage.Queues;
using BriPipeline.Core.Imports;
using BriPipeline.Storage;

namespace BriPipeline.Functions.Tests.Worker;

/// <summary>Workers that end in the middle of an import; nobody sweeps.</summary>
public sealed class StoppedWorkerTests(PublishedApp app) : IAsyncLifetime
{
    private const string Source = "long";
    private const string Path = "partners.csv";
    private const int Figures = 12_000;

    private readonly RunningWorker worker = new(app);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => worker.InitializeAsync();

    public ValueTask DisposeAsync() => worker.DisposeAsync();

    /// <summary>The host brings the event of a killed worker again at once, while its lease lasts, and never again.</summary>
    [Fact]
    public async Task Import_IsFinishedWithinMinutes_WhenTheWorkerWasKilledWhileItApplied()
    {
        await UploadAsync();
        var killed = worker.ImportAsync(Source, Path);
        await ApplyingAsync();
        await worker.Host.KillAsync();
        await Assert.ThrowsAsync<IOException>(() => killed);
        var clock = Stopwatch.StartNew();
        await worker.Host.DisposeAsync();
        await worker.StartWorkerAsync();

        var again = await worker.ImportAsync(Source, Path);

        Assert.True(again.IsSuccess, again.Fault);
        Assert.Equal(UploadState.Applying, (await worker.LedgerAsync(Source)).State);
        var source = await NextWakeUpAsync();
        var woken = await worker.Host.InvokeAsync("WakeSource", TriggerData.Message(source), Cancellation);
        Assert.True(woken.IsSuccess, woken.Fault);
        var record = await worker.LedgerAsync(Source);
        Assert.Equal((UploadState.Done, Figures), (record.State, record.Added));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(5));
    }

    /// <summary>The host waits ten seconds and then kills.</summary>
    [Fact]
    public async Task Worker_EndsInTime_WhenItIsToldToStopWhileItApplies_AndTheNextGoesOnAtOnce()
    {
        await UploadAsync();
        var stopped = worker.ImportAsync(Source, Path);
        await ApplyingAsync();

        var time = await worker.Host.StopAsync(Cancellation);

        await Record.ExceptionAsync(() => stopped);
        Assert.InRange(time, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal(UploadState.Applying, (await worker.LedgerAsync(Source)).State);
        await worker.Host.DisposeAsync();
        await worker.StartWorkerAsync();
        var next = await worker.ImportAsync(Source, Path);
        Assert.True(next.IsSuccess, next.Fault);
        var record = await worker.LedgerAsync(Source);
        Assert.Equal((UploadState.Done, Figures), (record.State, record.Added));
    }

    private async Task UploadAsync()
    {
        var lines = new StringBuilder("reporter,partner,flow,commodity,unit,period,value\n");
        for (var figure = 0; figure < Figures; figure++)
        {
            var month = new DateOnly(1990, 1, 1).AddMonths(figure / 40);
            lines.Append(
                CultureInfo.InvariantCulture,
                $"KAZ,{Partners[figure % 40 / 2]},{(figure % 2 == 0 ? 'X' : 'M')},TOTAL,USD,{month:yyyy-MM},{1000 + figure}\n"
            );
        }

        using var csv = new MemoryStream(Encoding.UTF8.GetBytes(lines.ToString()));
        await worker.UploadAsync(Source, Path, csv);
    }

    private static readonly string[] Partners =
    [
        "CHN",
        "RUS",
        "UZB",
        "KGZ",
        "TJK",
        "TKM",
        "DEU",
        "FRA",
        "ITA",
        "NLD",
        "TUR",
        "IND",
        "JPN",
        "KOR",
        "USA",
        "GBR",
        "POL",
        "ESP",
        "CHE",
        "AZE",
    ];

    private async Task ApplyingAsync()
    {
        var clock = Stopwatch.StartNew();
        UploadRecord? record = null;
        while (record is not { State: UploadState.Applying, Written: > 0 })
        {
            Assert.True(
                clock.Elapsed < TimeSpan.FromMinutes(1) && record is not { IsEnded: true },
                $"{record?.State} {record?.Cause}"
            );
            await Task.Delay(50, Cancellation);
            record = await worker.Ports.Ledger.ListAsync(Source, Cancellation).FirstOrDefaultAsync(Cancellation);
        }
    }

    /// <summary>As the host's queue trigger waits for it.</summary>
    private async Task<string> NextWakeUpAsync()
    {
        var queue = new QueueClient(
            worker.Account,
            WakeUpQueue.Name,
            new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }
        );
        while (true)
        {
            var messages = await queue.ReceiveMessagesAsync(1, cancellationToken: Cancellation);
            if (messages.Value is [var message])
            {
                return message.Body.ToString();
            }

            await Task.Delay(500, Cancellation);
        }
    }
}
