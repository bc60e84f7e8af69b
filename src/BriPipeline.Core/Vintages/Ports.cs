using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>Where users put their spreadsheets: <c>uploads/{source}/{path}</c>.</summary>
public interface IUploadStore
{
    /// <summary>Writes a file as the newest version of its path.</summary>
    Task PutAsync(string source, string path, Stream content, CancellationToken cancellation);
}

/// <summary>Addresses to which a browser may put one file each, for minutes.</summary>
public interface IUploadTickets
{
    /// <summary>Where they lie; null where uploads pass through the app.</summary>
    Uri? Origin { get; }

    /// <summary>The address of <c>uploads/{source}/{path}</c>, signed for creating and writing it over https.</summary>
    Task<Uri> SignAsync(string source, string path, TimeSpan lifetime, CancellationToken cancellation);
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

    /// <summary>Where those rows stand: a fraction of the cost of the rows themselves.</summary>
    IAsyncEnumerable<RowPosition> FindPositionsAsync(TradeQuery query, CancellationToken cancellation);

    /// <summary>All partners' and flows' rows of <c>TOTAL</c> that a reporter published for one period: one range of <c>TradeByPeriod</c>.</summary>
    IAsyncEnumerable<TradeRow> QueryPeriodAsync(Area reporter, TimePeriod period, CancellationToken cancellation);

    /// <summary>A reporter's rows of one commodity with the World for one period: a range of <c>TradeByPeriod</c>.</summary>
    IAsyncEnumerable<TradeRow> QueryCommodityAsync(
        Area reporter,
        TimePeriod period,
        Commodity commodity,
        CancellationToken cancellation
    );
}

/// <summary>What is stored beside the figures: coverage, and how figures changed. A query's times and periods that do not apply
/// are not looked at.</summary>
public interface ISeriesReader
{
    /// <summary>Rows of <c>Series</c> in order of their keys.</summary>
    IAsyncEnumerable<SeriesRow> QuerySeriesAsync(TradeQuery query, CancellationToken cancellation);

    /// <summary>Rows of <c>Revisions</c> in order of their keys: of one figure the newest first.</summary>
    IAsyncEnumerable<StoredRevision> QueryRevisionsAsync(TradeQuery query, CancellationToken cancellation);
}

/// <summary>A row of <c>Revisions</c> as its readers see it.</summary>
/// <param name="Seq">The import of the source that made the change.</param>
/// <param name="At">When that import was planned.</param>
public sealed record StoredRevision(string Source, long Seq, DateTimeOffset At, Revision Change);

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
