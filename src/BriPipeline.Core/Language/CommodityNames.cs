using System.Text.Json;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>Short names of the chapters of the Harmonized System and of the headings that are traded most, for pages and the search.
/// They were written for this program: the nomenclature's own words are longer, and not free.</summary>
public static class CommodityNames
{
    private const int ChapterDigits = 2;
    private const int HeadingDigits = 4;

    /// <summary>Shorter words join others.</summary>
    private const int MinWord = 4;

    /// <summary>What two forms of a word share: "animal", "animals".</summary>
    private const int MaxStem = 6;

    /// <summary>A word of more chapters, "articles", says nothing of the goods.</summary>
    private const int MaxShared = 5;

    /// <summary>Of how many chapters each word is.</summary>
    private static readonly Lazy<Dictionary<string, int>> Words = new(() =>
        Names!
            .Value.Where(name => name.Key.Length == ChapterDigits)
            .SelectMany(chapter => chapter.Value.Values.SelectMany(Stems).Distinct(StringComparer.Ordinal))
            .GroupBy(stem => stem, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal)
    );

    /// <summary>The schemes whose first digits are such a chapter or heading.</summary>
    private static readonly string[] Schemes = [Commodity.HarmonizedSystem, "HTS"];

    /// <summary>By two digits of a chapter, four of a heading; then by language.</summary>
    private static readonly Lazy<Dictionary<string, Dictionary<string, string>>> Names = new(() =>
    {
        using var table = CodeListResource.Read("CodeLists/hs-names.json");
        return table.Deserialize<Dictionary<string, Dictionary<string, string>>>()!;
    });

    /// <summary>The name of the narrowest heading or chapter that a commodity is or is in; null where there is none in the language.</summary>
    public static string? NameOf(Commodity commodity, string language) =>
        Around(commodity).LastOrDefault()?.GetValueOrDefault(language);

    /// <summary>Whether the name is the commodity's own, and not of what it is in.</summary>
    public static bool IsNamed(Commodity commodity) =>
        Digits(commodity) is { } digits && Names.Value.ContainsKey(digits);

    /// <summary>Of the chapter and the heading that it is or is in, in every language that there is one in.</summary>
    internal static IEnumerable<string> NamesOf(Commodity commodity) =>
        Around(commodity).SelectMany(names => names.Values);

    /// <summary>Whether a text is written in the words of names of goods: one at least that few chapters share, and most of its words
    /// in some chapter's name.</summary>
    internal static bool AreWordsOf(string text)
    {
        var stems = Stems(text).ToList();
        var known = stems.FindAll(Words.Value.ContainsKey);
        return known.Exists(stem => Words.Value[stem] <= MaxShared) && known.Count * 2 > stems.Count;
    }

    private static IEnumerable<string> Stems(string text) =>
        text.Split([.. text.Where(c => !char.IsLetter(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= MinWord)
            .Select(word => word[..Math.Min(word.Length, MaxStem)].ToLowerInvariant())
            .Distinct(StringComparer.Ordinal);

    /// <summary>The chapter, then the heading.</summary>
    private static IEnumerable<Dictionary<string, string>> Around(Commodity commodity) =>
        Digits(commodity) is { } digits
            ? new[] { ChapterDigits, HeadingDigits }
                .Where(length => digits.Length >= length)
                .Select(length => Names.Value.GetValueOrDefault(digits[..length]))
                .OfType<Dictionary<string, string>>()
            : [];

    private static string? Digits(Commodity commodity) =>
        commodity.Code.Split('.', 2) is [var scheme, var digits] && Schemes.Contains(scheme) ? digits : null;
}
