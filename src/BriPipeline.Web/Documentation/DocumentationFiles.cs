using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace BriPipeline.Web.Documentation;

/// <summary>The files of <c>docs</c>, which come along with the program.</summary>
public static class DocumentationFiles
{
    private const string Folder = "docs/";

    /// <summary>Resource names by file name with forward slashes, whatever the system that built the program.</summary>
    private static readonly FrozenDictionary<string, string> Resources = typeof(DocumentationFiles)
        .Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Folder.Length..].Replace('\\', '/'), StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, DocumentationPage> Pages = new(StringComparer.Ordinal);

    /// <summary>Their names below <c>docs</c>, as <c>store.md</c>.</summary>
    public static IEnumerable<string> Names => Resources.Keys;

    internal static bool Has(string name) => Resources.ContainsKey(name);

    internal static byte[]? Find(string name)
    {
        if (!Resources.TryGetValue(name, out var resource))
        {
            return null;
        }

        using var stream = typeof(DocumentationFiles).Assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    /// <summary>A page by the name of its file without <c>.md</c>; null where there is none.</summary>
    public static DocumentationPage? Page(string name) =>
        Find(name + DocumentationPage.Markdown) is { } text
            ? Pages.GetOrAdd(name, _ => DocumentationPage.Of(System.Text.Encoding.UTF8.GetString(text)))
            : null;
}
