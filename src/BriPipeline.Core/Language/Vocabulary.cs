using System.Text.Json;

namespace BriPipeline.Core.Language;

/// <summary>The words of every language that is read: <c>Languages/{code}.json</c>, one file a language, by section and key.</summary>
/// <remarks>A section or key that a language has no words for says <c>"none"</c>. Words that no language owns, as codes and
/// signs, stand in <c>zxx.json</c>.</remarks>
internal static class Vocabulary
{
    private const string Folder = "Languages/";

    private static readonly Lazy<ILookup<string, Entry>> Sections = new(Load);

    private sealed record Entry(string Language, string Section, string? Key, string Phrase);

    /// <summary>The phrases of a section, each with its key, language by language.</summary>
    public static IEnumerable<(string Key, string Phrase)> Section(string section) =>
        Sections.Value[section].Select(entry => (entry.Key ?? "", entry.Phrase));

    /// <summary>The same with the language of each.</summary>
    public static IEnumerable<(string Language, string Key, string Phrase)> ByLanguage(string section) =>
        Sections.Value[section].Select(entry => (entry.Language, entry.Key ?? "", entry.Phrase));

    /// <summary>The phrases of a section, or of one key of it, in all languages.</summary>
    public static IEnumerable<string> Phrases(string section, params IReadOnlyList<string> keys) =>
        Sections
            .Value[section]
            .Where(entry => keys.Count == 0 || keys.Contains(entry.Key, StringComparer.Ordinal))
            .Select(entry => entry.Phrase)
            .Distinct(StringComparer.Ordinal);

    /// <summary>The same as a set that takes capitals for small letters.</summary>
    public static HashSet<string> Set(string section, params IReadOnlyList<string> keys) =>
        new(Phrases(section, keys), StringComparer.OrdinalIgnoreCase);

    private static ILookup<string, Entry> Load() =>
        CodeListResource
            .Names(Folder)
            .SelectMany(name =>
            {
                using var file = CodeListResource.Read(name);
                var language = Path.GetFileNameWithoutExtension(name);
                return file.RootElement.EnumerateObject().SelectMany(section => Entries(language, section)).ToList();
            })
            .ToLookup(entry => entry.Section, StringComparer.Ordinal);

    private static IEnumerable<Entry> Entries(string language, JsonProperty section) =>
        section.Value.ValueKind switch
        {
            JsonValueKind.Array => section
                .Value.EnumerateArray()
                .Select(phrase => new Entry(language, section.Name, null, phrase.GetString()!)),
            JsonValueKind.Object => section
                .Value.EnumerateObject()
                .Where(key => key.Value.ValueKind == JsonValueKind.Array)
                .SelectMany(key =>
                    key.Value.EnumerateArray()
                        .Select(phrase => new Entry(language, section.Name, key.Name, phrase.GetString()!))
                ),
            _ => [],
        };
}
