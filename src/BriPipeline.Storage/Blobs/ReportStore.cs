using BriPipeline.Core.Reports;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>Container <c>reports</c>.</summary>
public sealed class ReportStore(StorageAccount account) : IReportStore
{
    private readonly BlobFolder reports = new(account, "reports");

    public Task PutAsync(
        string name,
        string contentType,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellation
    ) => reports.PutAsync(name, contentType, content, cancellation);

    public Task<byte[]?> FindAsync(string name, CancellationToken cancellation) =>
        reports.FindAsync(name, cancellation);
}
