using BriPipeline.Core.Pipeline;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>Enters and works off every upload whose event was lost.</summary>
public sealed class SweepUploads(WorkbookImport import)
{
    [Function(nameof(SweepUploads))]
    public Task RunAsync([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken cancellation) =>
        import.SweepAsync(cancellation);
}
