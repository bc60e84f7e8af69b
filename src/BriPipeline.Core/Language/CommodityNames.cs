using System.Text.Json;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>Short names of the chapters of the Harmonized System, for pages and the search. They were written for this program: the
/// nomenclature's own words are longer, and not free.</summary>
public static class CommodityNames
{
    private const int ChapterDigits = 2;

    /// <summary>Shorter words join others.</summary>
    private const int MinWord = 4;

    /// <summary>What two forms of a word share: "animal", "animals".</summary>
    private const int MaxStem = 6;

    /// <summary>A word of more chapters, "articles", says nothing of the goods.</summary>
    private const int MaxShared = 5;

    /// <summary>Of how many chapters each word is.</summary>
    private static readonly Lazy<Dictionary<string, int>> Words = new(() =>
        Chapters!
            .Value.Values.SelectMany(names => names.Values.SelectMany(Stems).Distinct(StringComparer.Ordinal))
            .GroupBy(stem => stem, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal)
    );

    /// <summary>The schemes whose first two digits are such a chapter.</summary>
    private static readonly string[] Schemes = [Commodity.HarmonizedSystem, "HTS"];

    private static readonly Lazy<Dictionary<string, Dictionary<string, string>>> Chapters = new(() =>
    {
        using var table = CodeListResource.Read("CodeLists/hs-chapters.json");
        return table.Deserialize<Dictionary<string, Dictionary<string, string>>>()!;
    });

    /// <summary>The name of the chapter that a commodity is or is in; null where there is none in the language.</summary>
    public static string? ChapterOf(Commodity commodity, string language) =>
        Find(commodity)?.GetValueOrDefault(language);

    public static bool IsChapter(Commodity commodity) =>
        Digits(commodity) is { Length: ChapterDigits } && Find(commodity) is not null;

    /// <summary>In every language that there is one in.</summary>
    internal static IEnumerable<string> ChaptersOf(Commodity commodity) =>
        Find(commodity) is { } names ? names.Values : [];

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

    private static Dictionary<string, string>? Find(Commodity commodity) =>
        Digits(commodity) is { Length: >= ChapterDigits } digits
            ? Chapters.Value.GetValueOrDefault(digits[..ChapterDigits])
            : null;

    private static string? Digits(Commodity commodity) =>
        commodity.Code.Split('.', 2) is [var scheme, var digits] && Schemes.Contains(scheme) ? digits : null;
}
