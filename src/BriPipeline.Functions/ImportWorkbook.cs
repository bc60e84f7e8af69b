using Azure.Storage.Blobs;
using BriPipeline.Core.Imports;
using BriPipeline.Web;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>Notifies the import of an upload. Events may be late, repeated and out of order, and do not say the version.</summary>
/// <remarks>The first folder of a name is its source; a file in no folder has an empty one, and the ledger asks for a folder.</remarks>
public sealed class ImportWorkbook(WorkbookImport import, ChangeNews news)
{
    [Function(nameof(ImportWorkbook))]
    public async Task RunAsync(
        [BlobTrigger("uploads/{name}", Source = BlobTriggerSource.EventGrid, Connection = "Data")] BlobClient upload,
        CancellationToken cancellation
    )
    {
        var slash = upload.Name.IndexOf('/', StringComparison.Ordinal);
        var source = upload.Name[..Math.Max(slash, 0)];
        await import.NotifyAsync(source, upload.Name[(slash + 1)..], cancellation);
        await news.SendAsync(cancellation);
    }
}
