using System.Text.RegularExpressions;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>Groups with words for their countries, in any language: "Članice EU-a", "member states of the EAEU", "страны вне СНГ".</summary>
internal static partial class GroupText
{
    private static readonly Lazy<Regex> Countries = WordPattern.Lazy(() => WordPattern.Of(WordsOfCountries));

    private static readonly Lazy<Regex> Outside = WordPattern.Lazy(() => WordPattern.Of(WordsOfOutside));

    private static readonly Lazy<Regex> OutsideBefore = WordPattern.Lazy(() =>
        $@"{WordPattern.Of(WordsOfOutside)}[\s-]*(?:{WordPattern.Of(WordsOfCountries)}[\s-]*)*$"
    );

    private static IEnumerable<string> WordsOfCountries =>
        Vocabulary
            .Phrases("words", "countries", "members")
            .Concat(Vocabulary.Phrases("prepositions", "owner", "scope"));

    private static IEnumerable<string> WordsOfOutside => Vocabulary.Phrases("words", "outside");

    /// <summary>The groups that a label names once its words for countries are gone; where it says "outside", those outside of them.
    /// None where another word is left.</summary>
    public static IReadOnlyList<Area> Find(string text, AreaGroups groups, Func<string, IReadOnlyList<Area>> find)
    {
        var plain = CaseEnding().Replace(text, "");
        var outside = Outside.Value.Count(plain);
        var name = Countries
            .Value.Replace(Outside.Value.Replace(plain, " "), " ")
            .Trim(' ', '-', '–', '(', ')', ',', ':');
        if (name.Length == 0 || name == text || outside > 1)
        {
            return [];
        }

        var found = find(name);
        return !found.All(area => area.IsGroup && area != Area.World && area.Code != "_OTHER") ? []
            : outside == 0 ? found
            : found is [var only] && groups.Outside(only) is { } rest ? [rest]
            : [];
    }

    /// <summary>Whether a word for "outside" stands right before a place of a text, but for words for countries between.</summary>
    public static bool IsOutside(string text, int start) => OutsideBefore.Value.IsMatch(text[..start]);

    // "EU-a", "ЕО-ға", "EU:n"
    [GeneratedRegex(@"(?<=\p{Lu}{2})[-–:'’]\p{Ll}{1,4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex CaseEnding();
}
