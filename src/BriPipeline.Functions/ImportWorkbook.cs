using Azure.Storage.Blobs;
using BriPipeline.Core.Pipeline;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>Rings the doorbell for an upload. Events are late, repeated and out of order, and say nothing of the version.</summary>
public sealed class ImportWorkbook(WorkbookImport import)
{
    [Function(nameof(ImportWorkbook))]
    public Task RunAsync(
        [BlobTrigger("uploads/{name}", Source = BlobTriggerSource.EventGrid, Connection = "Data")] BlobClient upload,
        CancellationToken cancellation
    ) =>
        upload.Name.Split('/', 2) is [var source, var path]
            ? import.RingAsync(source, path, cancellation)
            : Task.CompletedTask;
}
