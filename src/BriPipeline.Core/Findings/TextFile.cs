using System.Text.Json;

namespace BriPipeline.Core.Findings;

/// <summary>Texts for people, <c>Texts/{language}/{kind}.json</c>: all that a language says stands in one folder. A test holds
/// that every file has the keys and holes (<c>{0}</c>, <c>{1}</c>, ...) of the English one.</summary>
public static class TextFile
{
    /// <param name="language">ISO 639-1.</param>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    /// <exception cref="JsonException">The file lacks a text that the type requires, or has one that it does not know.</exception>
    public static T Read<T>(string language, string kind)
    {
        using var json =
            typeof(TextFile).Assembly.GetManifestResourceStream($"Texts/{language}/{kind}.json")
            ?? throw new ArgumentException($"There is no {kind}.json in '{language}'.", nameof(language));
        return JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web)!;
    }

    /// <summary>A file of keys and texts.</summary>
    public static IReadOnlyDictionary<string, string> Read(string language, string kind) =>
        Read<Dictionary<string, string>>(language, kind);
}
