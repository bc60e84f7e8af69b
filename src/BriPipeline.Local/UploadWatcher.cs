using BriPipeline.Core.Imports;
using BriPipeline.Core.Vintages;
using BriPipeline.Local.CommandLine;
using Microsoft.Extensions.Hosting;

namespace BriPipeline.Local;

/// <summary>Sweeps the uploads every second: here the sweep is the watcher.</summary>
internal sealed class UploadWatcher(WorkbookImport import, ILedger ledger, TimeProvider time, Terminal terminal)
    : BackgroundService
{
    private const int Newest = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly HashSet<(string, DateTimeOffset, UploadState)> said = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var start = time.GetUtcNow();
        string? lastFault = null;
        while (true)
        {
            try
            {
                await import.SweepAsync(stoppingToken);
                await SayEndsAsync(start, stoppingToken);
                lastFault = null;
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // The next sweep tries again; one line is enough while the cause lasts.
                var line = fault.GetBaseException().Message.Split('\n')[0].TrimEnd();
                if (line != lastFault)
                {
                    terminal.Say($"The uploads could not be worked off, trying again: {line}");
                }

                lastFault = line;
            }

            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    private async Task SayEndsAsync(DateTimeOffset start, CancellationToken cancellation)
    {
        var newest = ledger.ListAsync(null, cancellation).Take(Newest);
        await foreach (var record in newest)
        {
            if (
                !record.IsOpen
                && (record.EndedAt ?? record.StartedAt) >= start
                && said.Add(($"{record.Source}/{record.Path}", record.LastModified, record.State))
            )
            {
                terminal.Say(ImportLine.Of(record));
            }
        }
    }
}
