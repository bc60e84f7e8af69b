using System.Text.Json;

namespace BriPipeline.Core.Language;

/// <summary>The tables that are built into this assembly.</summary>
internal static class CodeListResource
{
    /// <summary>The names of the tables of a folder, in alphabetical order.</summary>
    public static IEnumerable<string> Names(string folder) =>
        typeof(CodeListResource)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">No table of that name was built in.</exception>
    public static JsonDocument Read(string name)
    {
        using var stream =
            typeof(CodeListResource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table '{name}' is not built in.");
        return JsonDocument.Parse(stream);
    }
}
