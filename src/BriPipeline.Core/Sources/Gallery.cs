using System.Text.Json;
using System.Text.Json.Serialization;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Sources;

/// <summary>Offices and organisations to make a profile from, as data: <c>Sources/gallery.json</c>.</summary>
public sealed class Gallery
{
    private const string Resource = "Sources/gallery.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    private static readonly Lazy<Gallery> Embedded = new(() => new Gallery());

    /// <summary>The folded words by which each entry is found.</summary>
    private readonly List<(GalleryEntry Entry, HashSet<string> Words)> entries;

    private Gallery()
    {
        using var stream = typeof(Gallery).Assembly.GetManifestResourceStream(Resource)!;
        All = JsonSerializer.Deserialize<List<GalleryEntry>>(stream, Json)!;
        entries = [.. All.Select(entry => (entry, WordsOf(entry).ToHashSet(StringComparer.Ordinal)))];
    }

    public static Gallery Standard => Embedded.Value;

    public IReadOnlyList<GalleryEntry> All { get; }

    public GalleryEntry? Named(string name) => All.FirstOrDefault(entry => entry.Name == name);

    /// <summary>The entries that have every word of the text, or words that begin so, in any order; and those of the area that it
    /// names. Those with most whole words come first; all entries where there is no word.</summary>
    public IReadOnlyList<GalleryEntry> Find(string text)
    {
        var sought = Split(text).ToList();
        var areas = AreasOf(text).Select(area => area.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. entries
                .Where(one =>
                    sought.TrueForAll(word => one.Words.Any(other => other.StartsWith(word, StringComparison.Ordinal)))
                    || (one.Entry.Reporter is { } reporter && areas.Contains(reporter))
                )
                .OrderByDescending(one => sought.Count(one.Words.Contains))
                .Select(one => one.Entry),
        ];
    }

    private static IEnumerable<string> WordsOf(GalleryEntry entry) =>
        entry
            .Title.Values.Concat(entry.Also)
            .Append(entry.Name)
            .Append(entry.Publisher)
            .Concat(entry.Reporter is { } code ? NamesOf(new(code), entry.Title.Keys) : [])
            .SelectMany(Split);

    private static IEnumerable<string> NamesOf(Area area, IEnumerable<string> languages) =>
        languages.Select(language => AreaCodeList.Standard.NameOf(area, language)).Append(area.Code);

    private static IEnumerable<string> Split(string text) =>
        Word.Split(text).Where(word => !word.IsPunctuation).Select(word => word.Folded);

    /// <summary>The areas that the whole text names, by name or code.</summary>
    private static IEnumerable<Area> AreasOf(string text) =>
        AreaCodeList
            .Standard.Find(text)
            .Concat(
                Enum.GetValues<AreaCodeScheme>()
                    .Select(scheme => AreaCodeList.Standard.FindCode(scheme, text.Trim().ToUpperInvariant()))
                    .OfType<Area>()
            );
}
