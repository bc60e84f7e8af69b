using BriPipeline.Core.Layouts;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Registers;

namespace BriPipeline.Core.Pipeline;

/// <summary>Where users put their spreadsheets: <c>uploads/{source}/{path}</c>.</summary>
public interface IUploadStore
{
    /// <summary>Writes a file as the newest version of its path.</summary>
    Task PutAsync(string source, string path, Stream content, CancellationToken cancellation);
}

/// <summary>The work list: one row a version of an upload.</summary>
public interface ILedger
{
    /// <summary>The versions of one source, or of all, newest first.</summary>
    IAsyncEnumerable<UploadRecord> ListAsync(string? source, CancellationToken cancellation);
}

/// <summary>The stored figures.</summary>
public interface ITradeReader
{
    /// <summary>The rows in order of their keys (partition, then row).</summary>
    IAsyncEnumerable<TradeRow> QueryAsync(TradeQuery query, CancellationToken cancellation);

    /// <summary>All partners' and flows' rows of <c>TOTAL</c> that a reporter published for one period: one range of <c>TradeByPeriod</c>.</summary>
    IAsyncEnumerable<TradeRow> QueryPeriodAsync(Area reporter, TimePeriod period, CancellationToken cancellation);
}

/// <summary>Container <c>reference</c>: what people maintain beside the uploads.</summary>
public interface IReferenceStore
{
    /// <summary>The names of all sources that have a profile, in ordinal order.</summary>
    IAsyncEnumerable<string> ListSourcesAsync(CancellationToken cancellation);

    /// <summary>The profile of a source; null where it has none.</summary>
    Task<SourceProfile?> FindProfileAsync(string source, CancellationToken cancellation);

    Task PutProfileAsync(SourceProfile profile, CancellationToken cancellation);

    /// <summary>The text of <c>reference/{name}</c>; null where there is none.</summary>
    Task<string?> FindTextAsync(string name, CancellationToken cancellation);

    Task PutTextAsync(string name, string text, CancellationToken cancellation);

    /// <summary>The bytes of <c>reference/{name}</c>; null where there are none.</summary>
    Task<byte[]?> FindBytesAsync(string name, CancellationToken cancellation);

    /// <summary>The names below a folder (<c>summaries/</c>), in ordinal order.</summary>
    IAsyncEnumerable<string> ListAsync(string folder, CancellationToken cancellation);
}

/// <summary>Table <c>Registers</c>.</summary>
public interface IRegisterStore
{
    /// <summary>All rows, by kind and id.</summary>
    IAsyncEnumerable<RegisterRow> ListAsync(CancellationToken cancellation);

    /// <summary>Feed number of the last committed import of registers; 0 before the first.</summary>
    Task<long> FindNumberAsync(CancellationToken cancellation);
}

/// <summary>Container <c>reports</c>: what each version of an upload got back.</summary>
public interface IReportStore
{
    Task PutAsync(string name, string contentType, ReadOnlyMemory<byte> content, CancellationToken cancellation);

    /// <summary>The bytes of <c>reports/{name}</c>; null where there are none.</summary>
    Task<byte[]?> FindAsync(string name, CancellationToken cancellation);
}

/// <summary>Is the account there and usable?</summary>
public interface IStorageHealth
{
    /// <summary>One line a part (blob, queue, table): null where it works, else what is wrong.</summary>
    Task<IReadOnlyDictionary<string, string?>> CheckAsync(CancellationToken cancellation);
}
