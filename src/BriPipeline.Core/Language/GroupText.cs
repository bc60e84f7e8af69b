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

    private static readonly Lazy<Regex> Rest = WordPattern.Lazy(() =>
        WordPattern.Of(Vocabulary.Phrases("words", "rest"))
    );

    // Most labels hold none of these words, and the expressions are slow.
    private static readonly Lazy<PhraseTable> Words = new(() =>
        new(
            Vocabulary
                .Phrases("words", "rest")
                .Concat(WordsOfCountries)
                .Concat(WordsOfOutside)
                .SelectMany(word => Phrase.Parse(TermKind.Filler, "group", word))
        )
    );

    private static IEnumerable<string> WordsOfCountries =>
        Vocabulary
            .Phrases("words", "countries", "members", "inside")
            .Concat(Vocabulary.Phrases("prepositions", "owner", "scope"));

    private static IEnumerable<string> WordsOfOutside => Vocabulary.Phrases("words", "outside");

    /// <summary>The groups that a label names once its words for countries are gone; where it says "outside", those outside of them.
    /// None where another word is left.</summary>
    public static IReadOnlyList<Area> Find(string text, AreaGroups groups, Func<string, IReadOnlyList<Area>> find)
    {
        var plain = CaseEnding().Replace(text, "");
        var holdsWords = HoldsWords(plain);
        var outside = holdsWords ? Outside.Value.Count(plain) : 0;
        var name = holdsWords ? Countries.Value.Replace(Outside.Value.Replace(plain, " "), " ") : plain;
        name = name.Trim(' ', '-', '–', '(', ')', ',', ':');
        if (name.Length == 0 || outside > 1)
        {
            return [];
        }

        var found = name == text ? [] : find(name);
        found = found.Count > 0 ? found : OfSoManyMembers(name, find);
        return !found.All(area => area.IsGroup && area != Area.World && area.Code != "_OTHER") ? []
            : outside == 0 ? found
            : found is [var only] && groups.Outside(only) is { } rest ? [rest]
            : [];
    }

    /// <summary>False only where no such word stands in the text; the words of East Asia stand without blanks.</summary>
    private static bool HoldsWords(string text) =>
        text.AsSpan().ContainsAnyInRange('\u2E80', '\uFFDC') || Words.Value.Read(text, Word.Split(text)).Count > 0;

    /// <summary>"UE 28", "Evropská unie (28)": the group of so many members, whatever the language names it by.</summary>
    private static IReadOnlyList<Area> OfSoManyMembers(string name, Func<string, IReadOnlyList<Area>> find) =>
        NumberOfMembers().Match(name) is { Success: true } numbered
        && find(numbered.Groups["name"].Value) is [{ Code: ['_', .. var code] }]
            ? find(code + numbered.Groups["number"].Value)
            : [];

    [GeneratedRegex(@"^(?<name>.*\p{L})[\s(-]*(?<number>\d{2})\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberOfMembers();

    /// <summary>The group of which a label names what is left over beside the members that are listed: "Rest of the EU", "Otros países de
    /// MERCOSUR". Null for any other text.</summary>
    public static Area? RestOf(string text, Func<string, IReadOnlyList<Area>> find)
    {
        var plain = CaseEnding().Replace(text, "");
        if (!HoldsWords(plain) || !Rest.Value.IsMatch(plain))
        {
            return null;
        }

        var name = Rest.Value.Replace(plain, " ", 1);
        return
            new[] { name, Countries.Value.Replace(name, " ") }
                .Select(one => one.Trim(' ', '-', '–', '(', ')', ',', ':', '.'))
                .Where(one => one.Length > 0)
                .Select(find)
                .FirstOrDefault(areas => areas.Count > 0)
                is [{ IsGroup: true } group]
            && group != Area.World
            && group.Code != "_OTHER"
            ? group
            : null;
    }

    /// <summary>Whether a word for "outside" stands right before a place of a text, but for words for countries between.</summary>
    public static bool IsOutside(string text, int start) => OutsideBefore.Value.IsMatch(text[..start]);

    // "EU-a", "ЕО-ға", "EU:n"
    [GeneratedRegex(@"(?<=\p{Lu}{2})[-–:'’]\p{Ll}{1,4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex CaseEnding();
}
