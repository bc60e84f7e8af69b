namespace BriPipeline.Core.Reports;

/// <summary>Container <c>reports</c>: what each version of an upload got back.</summary>
public interface IReportStore
{
    Task PutAsync(string name, string contentType, ReadOnlyMemory<byte> content, CancellationToken cancellation);

    /// <summary>The bytes of <c>reports/{name}</c>; null where there are none.</summary>
    Task<byte[]?> FindAsync(string name, CancellationToken cancellation);
}
