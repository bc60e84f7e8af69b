using BriPipeline.Web;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>Takes the messages of events that failed five times. The queue is in the data account, beside the blobs.</summary>
public sealed class RequeuePoisoned(DeadLetteredEvents events)
{
    [Function(nameof(RequeuePoisoned))]
    public Task RunAsync(
        [QueueTrigger("webjobs-blobtrigger-poison", Connection = "Data")] string message,
        CancellationToken cancellation
    ) => events.RequeuePoisonedAsync(message, cancellation);
}
