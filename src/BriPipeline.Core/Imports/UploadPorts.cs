namespace BriPipeline.Core.Imports;

/// <summary>Where users put their spreadsheets: <c>uploads/{source}/{path}</c>.</summary>
public interface IUploadStore
{
    /// <summary>Takes a file in as the newest version of its path: once this returns, it is not lost.</summary>
    /// <param name="sha256">What the sender counted, lower-case hex; null where he did not.</param>
    /// <exception cref="UploadRefusedException">The bytes have another hash, or there is no room; nothing is kept.</exception>
    Task<UploadReceipt> PutAsync(
        string source,
        string path,
        Stream content,
        CancellationToken cancellation,
        string? sha256 = null
    );
}

/// <summary>What was taken in, as its sender may keep it.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of the bytes as they are kept, lower-case hex.</param>
public sealed record UploadReceipt(string Source, string Path, long Size, string Sha256, DateTimeOffset At);

/// <summary>Why nothing was taken in.</summary>
public enum UploadRefusal
{
    /// <summary>What arrived is not what was sent.</summary>
    OtherHash,

    /// <summary>The disk is full, or nearly so.</summary>
    NoRoom,
}

/// <summary>Nothing was taken in.</summary>
public sealed class UploadRefusedException(UploadRefusal refusal, string message) : Exception(message)
{
    public UploadRefusal Refusal { get; } = refusal;

    public static UploadRefusedException OtherHash(string found, string sent) =>
        new(UploadRefusal.OtherHash, $"The bytes that arrived have the SHA-256 {found}, and {sent} were sent.");
}

/// <summary>Addresses to which a browser may put one file each, for minutes.</summary>
public interface IUploadTickets
{
    /// <summary>Where they lie; null where uploads pass through the app.</summary>
    Uri? Origin { get; }

    /// <summary>The address of <c>uploads/{source}/{path}</c>, signed for creating it over https.</summary>
    /// <param name="mayReplace">Whether it may also be written over a file that is there.</param>
    Task<Uri> SignAsync(string source, string path, bool mayReplace, TimeSpan lifetime, CancellationToken cancellation);
}

/// <summary>The work list: one row a version of an upload.</summary>
public interface ILedger
{
    /// <summary>The versions of one source, or of all, newest first.</summary>
    IAsyncEnumerable<UploadRecord> ListAsync(string? source, CancellationToken cancellation);
}

/// <summary>Is the account there and usable?</summary>
public interface IStorageHealth
{
    /// <summary>One line a part (blob, queue, table): null where it works, else what is wrong.</summary>
    Task<IReadOnlyDictionary<string, string?>> CheckAsync(CancellationToken cancellation);
}

/// <summary>A file as it now stands in <c>uploads</c>.</summary>
/// <param name="TraceParent">The trace of the upload; null without a listener.</param>
public sealed record UploadVersion(
    string Source,
    string Path,
    DateTimeOffset LastModified,
    string ETag,
    string? TraceParent = null
)
{
    /// <summary>Bytes; null if not known.</summary>
    public long? Size { get; init; }

    /// <summary>Names it among the versions that storage keeps of the path, so that it can be read although it was overwritten; null
    /// where storage keeps none.</summary>
    public string? VersionId { get; init; }

    /// <summary>Hash of the bytes where they are archived already; null else.</summary>
    public string? Sha256 { get; init; }

    /// <summary>What it was acknowledged as; null where it was put to storage itself.</summary>
    public string? Receipt { get; init; }
}

/// <summary>What stands in <c>uploads</c>.</summary>
public interface IUploadList
{
    /// <summary>The newest version of a path; null where there is none (any more).</summary>
    Task<UploadVersion?> FindAsync(string source, string path, CancellationToken cancellation);

    /// <summary>The versions of a path that can be read, oldest first: where storage keeps no versions, the newest.</summary>
    IAsyncEnumerable<UploadVersion> ListVersionsAsync(string source, string path, CancellationToken cancellation);

    /// <summary>Whatever can be read, of each path as <see cref="ListVersionsAsync"/> says.</summary>
    IAsyncEnumerable<UploadVersion> ListAsync(CancellationToken cancellation);
}
