using System.Runtime.CompilerServices;
using System.Text;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>Container <c>reference</c>.</summary>
public sealed class ReferenceStore(StorageAccount account) : IReferenceStore
{
    private const string Sources = "sources/";
    private const string Extension = ".json";
    private const string TextType = "text/plain; charset=utf-8";
    private readonly BlobFolder reference = new(account, "reference");

    public async IAsyncEnumerable<string> ListSourcesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var item in reference.ListAsync(Sources, cancellation))
        {
            if (item.Name.EndsWith(Extension, StringComparison.Ordinal))
            {
                yield return item.Name[Sources.Length..^Extension.Length];
            }
        }
    }

    public async Task<SourceProfile?> FindProfileAsync(string source, CancellationToken cancellation) =>
        await FindTextAsync(NameOf(source), cancellation) is { } json ? SourceProfile.Parse(json) : null;

    public Task PutProfileAsync(SourceProfile profile, CancellationToken cancellation) =>
        PutTextAsync(NameOf(profile.Name), profile.ToJson(), cancellation);

    public Task ChangeProfileAsync(
        string source,
        Func<SourceProfile, SourceProfile> change,
        CancellationToken cancellation
    ) =>
        reference.ChangeAsync(
            NameOf(source),
            TextType,
            json => Encoding.UTF8.GetBytes(change(ProfileOf(source, json)).ToJson()),
            cancellation
        );

    private static SourceProfile ProfileOf(string source, byte[]? json) =>
        json is null
            ? SourceProfile.Unknown(source)
            : SourceProfile.Parse(Encoding.UTF8.GetString(json).TrimStart('\uFEFF'));

    public async Task<string?> FindTextAsync(string name, CancellationToken cancellation) =>
        await reference.FindAsync(name, cancellation) is { } bytes
            ? Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF')
            : null;

    public Task<byte[]?> FindBytesAsync(string name, CancellationToken cancellation) =>
        reference.FindAsync(name, cancellation);

    public async IAsyncEnumerable<string> ListAsync(
        string folder,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var item in reference.ListAsync(folder, cancellation))
        {
            yield return item.Name;
        }
    }

    public Task PutTextAsync(string name, string text, CancellationToken cancellation) =>
        reference.PutAsync(name, TextType, Encoding.UTF8.GetBytes(text), cancellation);

    private static string NameOf(string source) => Sources + source + Extension;
}
