using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BriPipeline.Core.Sources;

namespace BriPipeline.Local;

/// <summary>Keeps what people save in <c>reference</c>, profiles and answers first of all, beside the uploads: the emulator writes its
/// disk every five seconds, and may come back without what was acknowledged last.</summary>
internal sealed class SpooledReference(IReferenceStore storage, string dataFolder) : IReferenceStore, IDisposable
{
    /// <summary>Texts that are known to have stood there before the last.</summary>
    private const int MaxFormer = 100;

    private const string PartSuffix = ".part";

    private readonly string folder = Path.Combine(Path.GetFullPath(dataFolder), "spool", "reference");
    private readonly SemaphoreSlim alone = new(1);

    public IAsyncEnumerable<string> ListSourcesAsync(CancellationToken cancellation) =>
        storage.ListSourcesAsync(cancellation);

    public Task<SourceProfile?> FindProfileAsync(string source, CancellationToken cancellation) =>
        storage.FindProfileAsync(source, cancellation);

    public Task<string?> FindTextAsync(string name, CancellationToken cancellation) =>
        storage.FindTextAsync(name, cancellation);

    public Task<byte[]?> FindBytesAsync(string name, CancellationToken cancellation) =>
        storage.FindBytesAsync(name, cancellation);

    public IAsyncEnumerable<string> ListAsync(string of, CancellationToken cancellation) =>
        storage.ListAsync(of, cancellation);

    public Task PutProfileAsync(SourceProfile profile, CancellationToken cancellation) =>
        KeepAsync(NameOf(profile.Name), () => storage.PutProfileAsync(profile, cancellation), cancellation);

    public Task ChangeProfileAsync(
        string source,
        Func<SourceProfile, SourceProfile> change,
        CancellationToken cancellation
    ) => KeepAsync(NameOf(source), () => storage.ChangeProfileAsync(source, change, cancellation), cancellation);

    public Task PutTextAsync(string name, string text, CancellationToken cancellation) =>
        KeepAsync(name, () => storage.PutTextAsync(name, text, cancellation), cancellation);

    /// <summary>Writes again what storage has lost. What somebody else has written since stays.</summary>
    public async Task RestoreAsync(CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        await alone.WaitAsync(cancellation);
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
            {
                var kept = Read(file)!;
                var text = await storage.FindTextAsync(kept.Name, cancellation);
                if (text != kept.Text && (text is null || kept.Former.Contains(HashOf(text), StringComparer.Ordinal)))
                {
                    await storage.PutTextAsync(kept.Name, kept.Text, cancellation);
                }
            }
        }
        finally
        {
            alone.Release();
        }
    }

    public void Dispose() => alone.Dispose();

    private async Task KeepAsync(string name, Func<Task> write, CancellationToken cancellation)
    {
        await alone.WaitAsync(cancellation);
        try
        {
            var before = await storage.FindTextAsync(name, cancellation);
            await write();
            if (await storage.FindTextAsync(name, cancellation) is { } text)
            {
                Keep(name, text, before);
            }
        }
        finally
        {
            alone.Release();
        }
    }

    private void Keep(string name, string text, string? before)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, Uri.EscapeDataString(name) + ".json");
        var last = Read(file);
        var former = (last?.Former ?? []).Add(HashOf(before ?? "")).Add(HashOf(last?.Text ?? ""));
        former = former.Remove(HashOf(text), StringComparer.Ordinal);
        var kept = new KeptText(
            name,
            text,
            [.. former.Distinct(StringComparer.Ordinal).Reverse().Take(MaxFormer).Reverse()]
        );
        using (var part = new FileStream(file + PartSuffix, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(part, kept);
            part.Flush(flushToDisk: true);
        }

        File.Move(file + PartSuffix, file, overwrite: true);
        FolderFlush.Run(folder);
    }

    private static KeptText? Read(string file) =>
        File.Exists(file) ? JsonSerializer.Deserialize<KeptText>(File.ReadAllText(file)) : null;

    private static string NameOf(string source) => $"sources/{source}.json";

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <param name="Former">Hashes of texts that stood there before: where one of them stands there again, storage lost the last.</param>
    private sealed record KeptText(string Name, string Text, ImmutableArray<string> Former);
}
