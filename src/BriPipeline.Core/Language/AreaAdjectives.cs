using System.Text.Json;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>Adjectives of countries, which name one only beside a flow or a word for trade: "Turkish exports", "exportations turques",
/// but not "Indian Ocean" or "Chinese goods".</summary>
internal sealed class AreaAdjectives
{
    private readonly AreaNames names;
    private readonly Dictionary<string, (Area Area, bool IsBehind)> byWords = new(StringComparer.Ordinal);

    public AreaAdjectives(JsonElement table, AreaNames names)
    {
        this.names = names;
        foreach (var language in table.EnumerateObject().Where(part => part.Value.ValueKind == JsonValueKind.Object))
        {
            var isBehind = language.Value.GetProperty("stands").GetString() == "behind";
            var endings = Texts(language.Value.GetProperty("endings"));
            foreach (var country in language.Value.GetProperty("stems").EnumerateObject())
            {
                foreach (var (stem, ending) in Texts(country.Value).SelectMany(_ => endings, (one, end) => (one, end)))
                {
                    var words = names.Key.WordsOf(stem + ending).Select(word => word.Text);
                    byWords.TryAdd(string.Join(' ', words), (new Area(country.Name), isBehind));
                }
            }
        }
    }

    /// <summary>The countries whose adjectives stand beside a flow, with the places of the adjectives.</summary>
    public IEnumerable<(Area Area, int Start, int Length)> Find(string text, IReadOnlyList<Term> terms)
    {
        if (!terms.Any(IsTrade))
        {
            yield break;
        }

        var words = names.Key.WordsOf(text);
        for (var index = 0; index < words.Count; index++)
        {
            if (At(words, index) is var (area, length, isBehind) && Stands(index, length, isBehind))
            {
                yield return (area, words[index].Start, words[index + length - 1].End - words[index].Start);
                index += length - 1;
            }
        }

        bool Stands(int index, int length, bool isBehind) =>
            !IsPartOfName(text, words, index)
            && (
                isBehind
                    ? IsBehindTrade(text, terms, words[index].Start)
                    : IsBeforeTrade(text, terms, words[index + length - 1].End) || IsBeforeAnother(index + length)
            );

        // "Turkish and Greek exports" are of both.
        bool IsBeforeAnother(int next) =>
            next < words.Count
            && words[next].Text == AreaKey.Join
            && At(words, next + 1) is var (_, length, isBehind)
            && Stands(next + 1, length, isBehind);
    }

    private (Area Area, int Length, bool IsBehind)? At(List<(string Text, int Start, int End)> words, int index)
    {
        for (var length = Math.Min(2, words.Count - index); length > 0; length--)
        {
            var key = string.Join(' ', words.Skip(index).Take(length).Select(word => word.Text));
            if (byWords.TryGetValue(key, out var adjective))
            {
                return (adjective.Area, length, adjective.IsBehind);
            }
        }

        return null;
    }

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];

    private static bool IsTrade(Term term) =>
        term is { Kind: TermKind.Flow } or { Kind: TermKind.Filler, Code: "trade" };

    /// <summary>A word that says nothing may stand between: "Turkish merchandise exports", "российский внешнеторговый оборот".</summary>
    private static bool IsBeforeTrade(string text, IReadOnlyList<Term> terms, int end) =>
        NextWord(text, end) is { } next
        && (
            terms.Any(term => term.Start == next && IsTrade(term))
            || terms.Any(term =>
                term.Start == next
                && term.Kind is TermKind.Filler or TermKind.Total
                && NextWord(text, next + term.Length) is { } after
                && !ConnectingWords.FindIn(text).Any(word => word.Start == next)
                && terms.Any(trade => trade.Start == after && IsTrade(trade))
            )
        );

    private static bool IsBehindTrade(string text, IReadOnlyList<Term> terms, int start) =>
        terms.Any(term => IsTrade(term) && NextWord(text, term.Start + term.Length) == start);

    /// <summary>Where the next word begins after nothing but blanks; null where something else stands there.</summary>
    private static int? NextWord(string text, int end)
    {
        var next = end;
        while (next < text.Length && text[next] == ' ')
        {
            next++;
        }

        return next > end && next < text.Length ? next : null;
    }

    /// <summary>"South African" is not African, "West Indian" not Indian: a word before it that begins names makes it another one.</summary>
    private bool IsPartOfName(string text, List<(string Text, int Start, int End)> words, int index) =>
        index > 0
        && NextWord(text, words[index - 1].End) == words[index].Start
        && names.MentionsOf(words[index - 1].Text).Any(name => name.Words.Length > 1);
}
