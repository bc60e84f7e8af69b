namespace BriPipeline.Core.Sources;

/// <summary>Container <c>reference</c>: what people maintain beside the uploads.</summary>
public interface IReferenceStore
{
    /// <summary>The names of all sources that have a profile, in ordinal order.</summary>
    IAsyncEnumerable<string> ListSourcesAsync(CancellationToken cancellation);

    /// <summary>The profile of a source; null where it has none.</summary>
    Task<SourceProfile?> FindProfileAsync(string source, CancellationToken cancellation);

    Task PutProfileAsync(SourceProfile profile, CancellationToken cancellation);

    /// <summary>Changes the profile of a source as it now stands, or the empty one where there is none; once more where somebody else
    /// wrote meanwhile.</summary>
    Task ChangeProfileAsync(string source, Func<SourceProfile, SourceProfile> change, CancellationToken cancellation);

    /// <summary>The text of <c>reference/{name}</c>; null where there is none.</summary>
    Task<string?> FindTextAsync(string name, CancellationToken cancellation);

    Task PutTextAsync(string name, string text, CancellationToken cancellation);

    /// <summary>The bytes of <c>reference/{name}</c>; null where there are none.</summary>
    Task<byte[]?> FindBytesAsync(string name, CancellationToken cancellation);

    /// <summary>The names below a folder (<c>summaries/</c>), in ordinal order.</summary>
    IAsyncEnumerable<string> ListAsync(string folder, CancellationToken cancellation);
}
