using BriPipeline.Core.Imports;
using BriPipeline.Storage;
using BriPipeline.Web;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>Finishes what a killed worker left: called for a source once a lease that was found held must have expired.</summary>
public sealed class WakeSource(WorkbookImport import, ChangeNews news)
{
    [Function(nameof(WakeSource))]
    public async Task RunAsync(
        [QueueTrigger(WakeUpQueue.Name, Connection = "Data")] string source,
        CancellationToken cancellation
    )
    {
        await import.DrainAsync(source, cancellation);
        await news.SendAsync(cancellation);
    }
}
