namespace BriPipeline.Core.Imports;

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

/// <summary>Is the account there and usable?</summary>
public interface IStorageHealth
{
    /// <summary>One line a part (blob, queue, table): null where it works, else what is wrong.</summary>
    Task<IReadOnlyDictionary<string, string?>> CheckAsync(CancellationToken cancellation);
}
