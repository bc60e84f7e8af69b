using System.Text.Json;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>Short names of the chapters of the Harmonized System, for pages and the search. They were written for this program: the
/// nomenclature's own words are longer, and not free.</summary>
public static class CommodityNames
{
    private const int ChapterDigits = 2;

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

    private static Dictionary<string, string>? Find(Commodity commodity) =>
        Digits(commodity) is { Length: >= ChapterDigits } digits
            ? Chapters.Value.GetValueOrDefault(digits[..ChapterDigits])
            : null;

    private static string? Digits(Commodity commodity) =>
        commodity.Code.Split('.', 2) is [var scheme, var digits] && Schemes.Contains(scheme) ? digits : null;
}
