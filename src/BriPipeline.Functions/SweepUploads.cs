using BriPipeline.Core.Imports;
using BriPipeline.Web;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>Enters and works off every upload whose event was lost, and takes the dead letters of such events.</summary>
public sealed class SweepUploads(WorkbookImport import, DeadLetteredEvents events, ChangeNews news)
{
    [Function(nameof(SweepUploads))]
    public async Task RunAsync([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        await events.TakeDeadLettersAsync(cancellation);
        await import.SweepAsync(cancellation);
        await news.SendAsync(cancellation);
    }
}
