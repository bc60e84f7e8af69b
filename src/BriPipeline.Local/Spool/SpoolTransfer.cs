using System.Collections.Concurrent;
using BriPipeline.Core.Imports;
using BriPipeline.Storage;

namespace BriPipeline.Local;

/// <summary>Hands what the spool keeps over to storage, in the order in which it was received, and again whatever storage has lost.</summary>
internal sealed class SpoolTransfer(
    UploadSpool spool,
    StoragePorts ports,
    WorkbookImport import,
    SpooledReference reference,
    string dataFolder,
    TimeProvider time
)
{
    /// <summary>So long the spool keeps what storage has: by far longer than the emulator and the system wait before they write.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>What the emulator writes last of all: what is entered before is on disk once this is younger.</summary>
    private readonly string lastWritten = Path.Combine(dataFolder, "__azurite_db_table__.json");

    /// <summary>Longer than the emulator takes to write its databases, which it does every five seconds.</summary>
    private static readonly TimeSpan Writing = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan CleaningPeriod = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, bool> known = new(StringComparer.Ordinal);
    private DateTimeOffset nextCleaning;
    private volatile bool isReferenceKnown;

    /// <summary>Storage has been away and may have come back as it was before.</summary>
    public void Doubt()
    {
        known.Clear();
        isReferenceKnown = false;
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await HandOverAsync(cancellation);
        }
        catch
        {
            Doubt();
            throw;
        }
    }

    private async Task HandOverAsync(CancellationToken cancellation)
    {
        // Files are read by their profiles: these come first.
        if (!isReferenceKnown)
        {
            isReferenceKnown = true;
            await reference.RestoreAsync(cancellation);
        }

        var all = spool.List();
        var isCleaning = all.Count > 0 && IsOld(all[0]) && time.GetUtcNow() >= nextCleaning;
        if (!isCleaning && all.All(upload => known.ContainsKey(upload.Receipt)))
        {
            return;
        }

        nextCleaning = time.GetUtcNow() + CleaningPeriod;
        await using var alone = await spool.LockAsync("transfer", cancellation);
        foreach (var ofSource in spool.List().GroupBy(upload => upload.Source, StringComparer.Ordinal))
        {
            var entered = await ports
                .Ledger.ListAsync(ofSource.Key, cancellation)
                .Where(record => record.Receipt is not null)
                .ToDictionaryAsync(record => record.Receipt!, StringComparer.Ordinal, cancellation);
            foreach (var upload in ofSource)
            {
                if (!entered.TryGetValue(upload.Receipt, out var record))
                {
                    await EnterAsync(upload, cancellation);
                }
                else if (!known.ContainsKey(upload.Receipt))
                {
                    await KeepAsync(upload, cancellation);
                }
                else if (IsSafe(upload, record))
                {
                    spool.Remove(upload);
                }

                known[upload.Receipt] = true;
            }
        }
    }

    /// <summary>The newest upload stays: the next number is counted from it.</summary>
    private bool IsSafe(SpooledUpload upload, UploadRecord record) =>
        !record.IsOpen
        && IsOld(upload)
        && time.GetUtcNow() - record.ReceivedAt > Kept
        && (
            !File.Exists(lastWritten)
            || new DateTimeOffset(File.GetLastWriteTimeUtc(lastWritten)) > record.ReceivedAt + Writing
        )
        && spool.List()[^1].Number != upload.Number;

    private bool IsOld(SpooledUpload upload) => time.GetUtcNow() - upload.ReceivedAt > Kept;

    /// <summary>The bytes are archived before the ledger names them, so that a version that is overwritten within the second is read
    /// all the same.</summary>
    private async Task EnterAsync(SpooledUpload upload, CancellationToken cancellation)
    {
        await KeepAsync(upload, cancellation);
        await using var content = spool.Open(upload);
        var version = await ports.Uploads.ReplaceAsync(upload.Source, upload.Path, content, cancellation);
        await import.RecordAsync(version with { Sha256 = upload.Sha256, Receipt = upload.Receipt }, cancellation);
    }

    private async Task KeepAsync(SpooledUpload upload, CancellationToken cancellation)
    {
        await using var content = spool.Open(upload);
        await ports.Import.Archive.KeepAsync(upload.Sha256, content, cancellation);
    }
}
