using System.Collections.Concurrent;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Vintages;
using BriPipeline.Local.CommandLine;
using Microsoft.Extensions.Hosting;

namespace BriPipeline.Local;

/// <summary>Enters what was received and works for its sources, every second: here the sweep is the watcher.</summary>
internal sealed class UploadWatcher(
    WorkbookImport import,
    ILedger ledger,
    TimeProvider time,
    Terminal terminal,
    SpoolTransfer? spool = null
) : BackgroundService
{
    private const int Newest = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<(string, DateTimeOffset, UploadState), bool> said = [];
    private readonly ConcurrentDictionary<string, string> faults = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        const string All = "";
        var start = time.GetUtcNow();
        using var sources = new SourceQueue(
            async (source, cancellation) =>
            {
                await import.DrainAsync(source, cancellation);
                await SayEndsAsync(source, start, cancellation);
            },
            SayFault
        );
        try
        {
            while (true)
            {
                try
                {
                    await (spool?.RunAsync(stoppingToken) ?? Task.CompletedTask);
                    sources.Start(await import.EnterAsync(stoppingToken), stoppingToken);
                    await SayEndsAsync(null, start, stoppingToken);
                    SayFault(All, null);
                }
                catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
                {
                    SayFault(All, fault);
                }

                await Task.Delay(Pause, time, stoppingToken);
            }
        }
        finally
        {
            await sources.EndAsync();
        }
    }

    /// <summary>The next round tries again; one line is enough while the cause lasts.</summary>
    private void SayFault(string source, Exception? fault)
    {
        if (fault is null)
        {
            faults.TryRemove(source, out _);
            return;
        }

        var line = fault.GetBaseException().Message.Split('\n')[0].TrimEnd();
        if (!faults.Values.Contains(line, StringComparer.Ordinal))
        {
            terminal.Say($"The uploads could not be imported; trying again: {line}");
        }

        faults[source] = line;
    }

    private async Task SayEndsAsync(string? source, DateTimeOffset start, CancellationToken cancellation)
    {
        var newest = ledger.ListAsync(source, cancellation).Take(Newest);
        await foreach (var record in newest)
        {
            if (
                !record.IsOpen
                && (record.EndedAt ?? record.StartedAt) >= start
                && said.TryAdd(($"{record.Source}/{record.Path}", record.LastModified, record.State), true)
            )
            {
                terminal.Say(ImportLine.Of(record));
            }
        }
    }
}
