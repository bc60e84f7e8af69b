using System.Runtime.CompilerServices;
using BriPipeline.Core.Registers;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Tests.Summaries;

/// <summary>The rows in memory.</summary>
internal sealed class InMemoryTrade : ITradeReader, ISeriesReader
{
    public List<TradeRow> Rows { get; } = [];

    /// <summary>A reporter whose rows cannot be read, as when storage is down.</summary>
    public Area? Broken { get; set; }

    public IAsyncEnumerable<TradeRow> QueryAsync(TradeQuery query, CancellationToken cancellation) =>
        Rows.Where(row =>
                row.Key.Reporter == query.Reporter
                && row.Key.Partner == query.Partner
                && row.Key.Commodity == query.Commodity
            )
            .ToAsyncEnumerable();

    public IAsyncEnumerable<RowPosition> FindPositionsAsync(TradeQuery query, CancellationToken cancellation) =>
        throw new NotSupportedException("No summary asks for positions.");

    /// <summary>How many rows of commodities were asked for.</summary>
    public int CommodityRows { get; private set; }

    public IAsyncEnumerable<TradeRow> QueryCommodityAsync(
        Area reporter,
        TimePeriod period,
        Commodity commodity,
        CancellationToken cancellation
    )
    {
        var rows = Rows.Where(row =>
                row.Key.Reporter == reporter
                && row.Key.Partner == Area.World
                && row.Key.Period == period
                && row.Key.Commodity == commodity
            )
            .ToList();
        CommodityRows += rows.Count;
        return rows.ToAsyncEnumerable();
    }

    public IAsyncEnumerable<SeriesRow> QuerySeriesAsync(TradeQuery query, CancellationToken cancellation) =>
        Rows.Where(row => query.Asks(row.Source, row.Key))
            .Select(row => new SeriesRow(
                row.Key.Series,
                row.Key.Period,
                row.Key.Period,
                1,
                row.Source,
                row.Edition,
                row.Upload
            ))
            .ToAsyncEnumerable();

    public IAsyncEnumerable<StoredRevision> QueryRevisionsAsync(TradeQuery query, CancellationToken cancellation) =>
        throw new NotSupportedException("No summary asks for revisions.");

    public async IAsyncEnumerable<TradeRow> QueryPeriodAsync(
        Area reporter,
        TimePeriod period,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await Task.Yield();
        if (reporter == Broken)
        {
            throw new IOException("Storage is down.");
        }

        foreach (
            var row in Rows.Where(row =>
                row.Key.Reporter == reporter && row.Key.Period == period && row.Key.Commodity == Commodity.Total
            )
        )
        {
            cancellation.ThrowIfCancellationRequested();
            yield return row;
        }
    }
}

/// <summary>Table and container of the summaries in memory.</summary>
internal sealed class InMemorySummaries : ISummaryStore
{
    private readonly Dictionary<(string Subject, TimePeriod Period), SummaryRecord> records = [];

    public SortedDictionary<string, byte[]> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>What lies beside the documents of the subjects.</summary>
    public Dictionary<string, byte[]> Others { get; } = new(StringComparer.Ordinal);

    /// <summary>What an import does: marks the summary.</summary>
    public void Mark(string subject, string period, long seq)
    {
        var key = (subject, TimePeriod.Parse(period));
        records[key] = records.TryGetValue(key, out var known)
            ? known with
            {
                DirtySeq = seq,
            }
            : new(subject, key.Item2, seq, 0, 0, Approved: false, [], null);
    }

    public SummaryRecord this[string subject, string period] => records[(subject, TimePeriod.Parse(period))];

    public IAsyncEnumerable<SummaryRecord> ListAsync(CancellationToken cancellation) =>
        records.Values.ToArray().ToAsyncEnumerable();

    public Task<SummaryRecord?> FindAsync(string subject, TimePeriod period, CancellationToken cancellation) =>
        Task.FromResult(records.GetValueOrDefault((subject, period)));

    public Task PutAsync(SummaryRecord summary, CancellationToken cancellation)
    {
        var key = (summary.Subject, summary.Period);
        records[key] = summary with { DirtySeq = records.GetValueOrDefault(key)?.DirtySeq ?? 0 };
        return Task.CompletedTask;
    }

    public Task PutDocumentAsync(
        string name,
        string contentType,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellation
    )
    {
        (name.Contains('/', StringComparison.Ordinal) ? (IDictionary<string, byte[]>)Documents : Others)[name] =
            content.ToArray();
        return Task.CompletedTask;
    }

    public Task<byte[]?> FindDocumentAsync(string name, CancellationToken cancellation) =>
        Task.FromResult(Documents.GetValueOrDefault(name) ?? Others.GetValueOrDefault(name));
}

/// <summary>Container <c>reference</c> in memory.</summary>
internal sealed class InMemoryReference : IReferenceStore
{
    private readonly SortedDictionary<string, SourceProfile> profiles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    public IAsyncEnumerable<string> ListSourcesAsync(CancellationToken cancellation) =>
        profiles.Keys.ToAsyncEnumerable();

    public Task<SourceProfile?> FindProfileAsync(string source, CancellationToken cancellation) =>
        Task.FromResult(profiles.GetValueOrDefault(source));

    public Task PutProfileAsync(SourceProfile profile, CancellationToken cancellation)
    {
        profiles[profile.Name] = profile;
        return Task.CompletedTask;
    }

    public Task ChangeProfileAsync(
        string source,
        Func<SourceProfile, SourceProfile> change,
        CancellationToken cancellation
    ) => PutProfileAsync(change(profiles.GetValueOrDefault(source) ?? SourceProfile.Unknown(source)), cancellation);

    public Task<string?> FindTextAsync(string name, CancellationToken cancellation) =>
        Task.FromResult(texts.GetValueOrDefault(name));

    public Task PutTextAsync(string name, string text, CancellationToken cancellation)
    {
        texts[name] = text;
        return Task.CompletedTask;
    }

    public Task<byte[]?> FindBytesAsync(string name, CancellationToken cancellation) => Task.FromResult<byte[]?>(null);

    public IAsyncEnumerable<string> ListAsync(string folder, CancellationToken cancellation) =>
        texts
            .Keys.Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToAsyncEnumerable();
}

/// <summary>Table <c>Registers</c> in memory.</summary>
internal sealed class InMemoryRegisters : IRegisterStore
{
    public List<RegisterRow> Rows { get; } = [];
    public long Number { get; set; }

    public IAsyncEnumerable<RegisterRow> ListAsync(CancellationToken cancellation) => Rows.ToAsyncEnumerable();

    public Task<long> FindNumberAsync(CancellationToken cancellation) => Task.FromResult(Number);
}
