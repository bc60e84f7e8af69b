using System.Buffers;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>Finds names of areas inside longer texts.</summary>
internal static class AreaMentions
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(",;:/|()");

    // "US dollars" names no partner, "FAS" is not Morocco in Turkish; but the "SAR" of "Hong Kong SAR" is no riyal.
    private static readonly TermKind[] Stronger =
    [
        TermKind.Unit,
        TermKind.Valuation,
        TermKind.Flow,
        TermKind.Measure,
        TermKind.Multiplier,
        TermKind.Variant,
    ];

    public static IReadOnlyList<(Area Area, int Start, int Length)> Find(
        string text,
        AreaNames names,
        IReadOnlyList<Term> terms
    )
    {
        var words = names.Key.WordsOf(text);
        var hasCapitals = text.Any(char.IsUpper);
        var found = new List<(Area Area, int Start, int Length)>();
        for (var index = 0; index < words.Count; )
        {
            var hits = HitsAt(words, index, names).Where(hit => IsName(hit, text, words, index, hasCapitals)).ToList();
            if (hits.Count == 0)
            {
                index++;
                continue;
            }

            var length = hits[0].Words.Length;
            var (start, end) = (words[index].Start, words[index + length - 1].End);
            var areas = hits.Where(hit => hit.Words.Length == length).Select(hit => hit.Area).Distinct().ToList();
            if (
                areas.Count == 1
                && !terms.Any(term => IsStronger(term, start, end))
                && !IsPartOfName(text, words, index, length, terms)
            )
            {
                found.Add((areas[0], start, end - start));
            }

            index += length;
        }

        return found;
    }

    /// <summary>Whether a word of a capital right before the name, or right behind it in a line that says nothing else, makes it
    /// another name: "New Mexico", "Guinea Tropical". Scripts without such adjectives and words that are known make none.</summary>
    private static bool IsPartOfName(
        string text,
        List<(string Text, int Start, int End)> words,
        int index,
        int length,
        IReadOnlyList<Term> terms
    )
    {
        var (start, end) = (words[index].Start, words[index + length - 1].End);
        return (
                index > 0
                && IsUnknownName(words[index - 1].Start, words[index - 1].End)
                && IsOneSpace(words[index - 1].End, start)
            )
            || (
                terms.Count == 0
                && index + length < words.Count
                && IsUnknownName(words[index + length].Start, words[index + length].End)
                && IsOneSpace(end, words[index + length].Start)
            );

        bool IsOneSpace(int from, int to) => to == from + 1 && text[from] == ' ';

        bool IsUnknownName(int from, int to) =>
            to - from > 2
            && text[from] is >= 'A' and <= 'Z'
            && text[(from + 1)..to].All(char.IsLower)
            && !terms.Any(term => term.Start < to && from < term.Start + term.Length);
    }

    private static bool IsStronger(Term term, int start, int end) =>
        Stronger.Contains(term.Kind)
        && term.Start < end
        && start < term.Start + term.Length
        && !IsPartOf(term, start, end);

    private static bool IsPartOf(Term term, int start, int end) =>
        start <= term.Start && term.Start + term.Length <= end && term.Length < end - start;

    /// <summary>The terms but for units, flows and the like that are a part of a longer name.</summary>
    public static IReadOnlyList<Term> WithoutPartsOfNames(
        IReadOnlyList<Term> terms,
        IReadOnlyList<(Area Area, int Start, int Length)> areas
    ) => terms.Any(term => IsPartOfName(term, areas)) ? [.. terms.Where(term => !IsPartOfName(term, areas))] : terms;

    private static bool IsPartOfName(Term term, IReadOnlyList<(Area Area, int Start, int Length)> areas) =>
        Stronger.Contains(term.Kind) && areas.Any(area => IsPartOf(term, area.Start, area.Start + area.Length));

    private static IEnumerable<AreaNames.Mention> HitsAt(
        List<(string Text, int Start, int End)> words,
        int index,
        AreaNames names
    )
    {
        // "China's"
        var first = words[index].Text;
        var candidates = names.MentionsOf(first);
        if (candidates.Count == 0 && first.Length > 4 && first.EndsWith('s'))
        {
            candidates = names.MentionsOf(first[..^1]);
        }

        return candidates.Where(name => IsAt(words, index, name.Words));
    }

    private static bool IsAt(List<(string Text, int Start, int End)> words, int index, string[] name)
    {
        for (var part = 1; part < name.Length; part++)
        {
            if (index + part >= words.Count || words[index + part].Text != name[part])
            {
                return false;
            }
        }

        return true;
    }

    // In a text with capitals, countries have one: "turkey meat" is no country. Acronyms are in capitals throughout.
    private static bool IsName(
        AreaNames.Mention name,
        string text,
        List<(string Text, int Start, int End)> words,
        int index,
        bool hasCapitals
    )
    {
        var span = text.AsSpan(words[index].Start..words[index + name.Words.Length - 1].End);
        if (!name.HasSigns && span.ContainsAny(Separators))
        {
            return false;
        }

        if (name.IsAcronym)
        {
            foreach (var c in span)
            {
                if (char.IsLower(c))
                {
                    return false;
                }
            }

            return true;
        }

        return !name.Area.IsCountry || !hasCapitals || !char.IsLower(span[0]);
    }
}
