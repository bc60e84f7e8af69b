using BriPipeline.Core.Imports;
using BriPipeline.Storage;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>Finishes what a killed worker left: called for a source once a lease that was found held must have expired.</summary>
public sealed class WakeSource(WorkbookImport import)
{
    [Function(nameof(WakeSource))]
    public Task RunAsync(
        [QueueTrigger(WakeUpQueue.Name, Connection = "Data")] string source,
        CancellationToken cancellation
    ) => import.DrainAsync(source, cancellation);
}
