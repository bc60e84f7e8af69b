using System.Security.Cryptography;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Registers;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Access;

namespace BriPipeline.Web.Tests;

/// <summary>The ports as lists, so that a test can show the page any state.</summary>
internal sealed class StorageInMemory
    : ILedger,
        IUploadStore,
        IUploadList,
        IUploadTickets,
        IReferenceStore,
        IReportStore,
        ISummaryStore,
        IRegisterStore,
        ITradeReader,
        ISeriesReader,
        IChallengeStore,
        IStorageHealth
{
    public List<UploadRecord> Ledger { get; } = [];

    /// <summary>Who calls; null for whoever sits at this machine.</summary>
    public Caller? Caller { get; set; }
    public Dictionary<string, byte[]> Uploads { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, SourceProfile> Profiles { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, byte[]> Reports { get; } = new(StringComparer.Ordinal);
    public List<SummaryRecord> Summaries { get; } = [];
    public List<TradeRow> Trade { get; } = [];
    public List<Challenge> Challenges { get; } = [];
    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, byte[]> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>Where browsers may send files to; null for nowhere.</summary>
    public Uri? Origin { get; set; }

    Task<Uri> IUploadTickets.SignAsync(
        string source,
        string path,
        bool mayReplace,
        TimeSpan lifetime,
        CancellationToken cancellation
    ) => Task.FromResult(new Uri(Origin!, $"uploads/{source}/{Uri.EscapeDataString(path)}?se={lifetime.TotalMinutes}"));

    public string? TableFault { get; set; }

    /// <summary>Why uploads are refused, where they are.</summary>
    public UploadRefusedException? Refusal { get; set; }

    /// <summary>What every access to the ledger throws, where it is set.</summary>
    public Exception? Fault { get; set; }

    IAsyncEnumerable<UploadRecord> ILedger.ListAsync(string? source, CancellationToken cancellation) =>
        Fault is null
            ? Ledger.Where(upload => source is null || upload.Source == source).ToAsyncEnumerable()
            : throw Fault;

    async Task<UploadReceipt> IUploadStore.PutAsync(
        string source,
        string path,
        Stream content,
        CancellationToken cancellation,
        string? sha256
    )
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellation);
        var hash = Convert.ToHexStringLower(SHA256.HashData(copy.ToArray()));
        if (sha256 is not null && sha256 != hash)
        {
            throw UploadRefusedException.OtherHash(hash, sha256);
        }

        if (Refusal is not null)
        {
            throw Refusal;
        }

        Uploads[$"{source}/{path}"] = copy.ToArray();
        return new(source, path, copy.Length, hash, DateTimeOffset.UnixEpoch);
    }

    Task<UploadVersion?> IUploadList.FindAsync(string source, string path, CancellationToken cancellation) =>
        Task.FromResult(
            Ledger.Exists(upload => upload.Source == source && upload.Path == path)
                ? new UploadVersion(source, path, DateTimeOffset.UnixEpoch, "")
                : null
        );

    IAsyncEnumerable<UploadVersion> IUploadList.ListVersionsAsync(
        string source,
        string path,
        CancellationToken cancellation
    ) => throw new NotSupportedException();

    IAsyncEnumerable<UploadVersion> IUploadList.ListAsync(CancellationToken cancellation) =>
        throw new NotSupportedException();

    IAsyncEnumerable<string> IReferenceStore.ListSourcesAsync(CancellationToken cancellation) =>
        Profiles.Keys.Order(StringComparer.Ordinal).ToAsyncEnumerable();

    Task<SourceProfile?> IReferenceStore.FindProfileAsync(string source, CancellationToken cancellation) =>
        Task.FromResult(Profiles.GetValueOrDefault(source));

    Task IReferenceStore.PutProfileAsync(SourceProfile profile, CancellationToken cancellation)
    {
        Profiles[profile.Name] = profile;
        return Task.CompletedTask;
    }

    Task IReferenceStore.ChangeProfileAsync(
        string source,
        Func<SourceProfile, SourceProfile> change,
        CancellationToken cancellation
    )
    {
        Profiles[source] = change(Profiles.GetValueOrDefault(source) ?? SourceProfile.Unknown(source));
        return Task.CompletedTask;
    }

    Task<string?> IReferenceStore.FindTextAsync(string name, CancellationToken cancellation) =>
        Task.FromResult(Texts.GetValueOrDefault(name));

    Task IReferenceStore.PutTextAsync(string name, string text, CancellationToken cancellation)
    {
        Texts[name] = text;
        return Task.CompletedTask;
    }

    Task<byte[]?> IReferenceStore.FindBytesAsync(string name, CancellationToken cancellation) =>
        Task.FromResult<byte[]?>(null);

    IAsyncEnumerable<string> IReferenceStore.ListAsync(string folder, CancellationToken cancellation) =>
        AsyncEnumerable.Empty<string>();

    IAsyncEnumerable<RegisterRow> IRegisterStore.ListAsync(CancellationToken cancellation) =>
        AsyncEnumerable.Empty<RegisterRow>();

    Task<long> IRegisterStore.FindNumberAsync(CancellationToken cancellation) => Task.FromResult(0L);

    IAsyncEnumerable<TradeRow> ITradeReader.QueryAsync(TradeQuery query, CancellationToken cancellation) =>
        AsyncEnumerable.Empty<TradeRow>();

    IAsyncEnumerable<RowPosition> ITradeReader.FindPositionsAsync(TradeQuery query, CancellationToken cancellation) =>
        AsyncEnumerable.Empty<RowPosition>();

    IAsyncEnumerable<TradeRow> ITradeReader.QueryCommodityAsync(
        Area reporter,
        TimePeriod period,
        Commodity commodity,
        CancellationToken cancellation
    ) => AsyncEnumerable.Empty<TradeRow>();

    IAsyncEnumerable<SeriesRow> ISeriesReader.QuerySeriesAsync(TradeQuery query, CancellationToken cancellation) =>
        AsyncEnumerable.Empty<SeriesRow>();

    IAsyncEnumerable<StoredRevision> ISeriesReader.QueryRevisionsAsync(
        TradeQuery query,
        CancellationToken cancellation
    ) => AsyncEnumerable.Empty<StoredRevision>();

    Task<bool> IChallengeStore.AddAsync(Challenge challenge, CancellationToken cancellation)
    {
        Challenges.Add(challenge);
        return Task.FromResult(true);
    }

    IAsyncEnumerable<Challenge> IChallengeStore.ListAsync(TradeKey figure, CancellationToken cancellation) =>
        Challenges.Where(challenge => challenge.Figure == figure).ToAsyncEnumerable();

    IAsyncEnumerable<Challenge> IChallengeStore.ListAsync(bool isOpen, CancellationToken cancellation) =>
        Challenges.Where(challenge => (challenge.Answer is null) == isOpen).ToAsyncEnumerable();

    Task<bool> IChallengeStore.AnswerAsync(
        TradeKey figure,
        string id,
        ChallengeAnswer answer,
        CancellationToken cancellation
    ) => throw new NotSupportedException();

    IAsyncEnumerable<TradeRow> ITradeReader.QueryPeriodAsync(
        Area reporter,
        TimePeriod period,
        CancellationToken cancellation
    ) => Trade.Where(row => row.Key.Period == period).ToAsyncEnumerable();

    Task IReportStore.PutAsync(
        string name,
        string contentType,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellation
    )
    {
        Reports[name] = content.ToArray();
        return Task.CompletedTask;
    }

    Task<byte[]?> IReportStore.FindAsync(string name, CancellationToken cancellation) =>
        Task.FromResult(Reports.GetValueOrDefault(name));

    IAsyncEnumerable<SummaryRecord> ISummaryStore.ListAsync(CancellationToken cancellation) =>
        Summaries.ToAsyncEnumerable();

    Task<SummaryRecord?> ISummaryStore.FindAsync(string subject, TimePeriod period, CancellationToken cancellation) =>
        Task.FromResult(Summaries.Find(summary => summary.Subject == subject && summary.Period == period));

    Task ISummaryStore.PutAsync(SummaryRecord summary, CancellationToken cancellation)
    {
        Summaries.RemoveAll(known => known.Subject == summary.Subject && known.Period == summary.Period);
        Summaries.Add(summary);
        return Task.CompletedTask;
    }

    Task ISummaryStore.PutDocumentAsync(
        string name,
        string contentType,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellation
    )
    {
        Documents[name] = content.ToArray();
        return Task.CompletedTask;
    }

    Task<byte[]?> ISummaryStore.FindDocumentAsync(string name, CancellationToken cancellation) =>
        Task.FromResult(Documents.GetValueOrDefault(name));

    Task<IReadOnlyDictionary<string, string?>> IStorageHealth.CheckAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, string?>>(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["blob"] = null,
                ["queue"] = null,
                ["table"] = TableFault,
            }
        );
}
