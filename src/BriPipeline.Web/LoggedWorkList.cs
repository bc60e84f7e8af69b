using BriPipeline.Core.Imports;
using Microsoft.Extensions.Logging;

namespace BriPipeline.Web;

/// <summary>The ledger, with a log line for every state that an upload comes to. Alerts search for these words.</summary>
internal sealed partial class LoggedWorkList(IWorkList inner, ILogger<LoggedWorkList> logger) : IWorkList
{
    public IAsyncEnumerable<UploadRecord> ListAsync(string? source, CancellationToken cancellation) =>
        inner.ListAsync(source, cancellation);

    public Task RecordAsync(UploadVersion version, DateTimeOffset now, CancellationToken cancellation) =>
        inner.RecordAsync(version, now, cancellation);

    public Task<IReadOnlyList<LedgerEntry>> ListOpenAsync(string source, CancellationToken cancellation) =>
        inner.ListOpenAsync(source, cancellation);

    public Task<LedgerEntry?> FindAsync(
        string source,
        string path,
        DateTimeOffset lastModified,
        CancellationToken cancellation
    ) => inner.FindAsync(source, path, lastModified, cancellation);

    public async Task<LedgerEntry> UpdateAsync(LedgerEntry entry, UploadRecord record, CancellationToken cancellation)
    {
        var updated = await inner.UpdateAsync(entry, record, cancellation);
        if (record.State == UploadState.Failed)
        {
            LogFailed(record.Source, record.Path, record.Version, record.Cause);
        }
        else if (record.State != entry.Record.State)
        {
            LogState(
                record.Source,
                record.Path,
                record.Version,
                record.State,
                record.Tries,
                record.Observations,
                record.Findings
            );
        }

        return updated;
    }

    [LoggerMessage(1, LogLevel.Error, "Upload failed for the last time: {Source}/{Path} version {Version}: {Cause}")]
    private partial void LogFailed(string source, string path, string version, string? cause);

    [LoggerMessage(
        2,
        LogLevel.Information,
        "Upload {Source}/{Path} version {Version} is {State}: try {Tries}, {Observations} observations, {Findings} findings"
    )]
    private partial void LogState(
        string source,
        string path,
        string version,
        UploadState state,
        int tries,
        int observations,
        int findings
    );
}
