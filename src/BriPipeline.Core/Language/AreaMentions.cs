using System.Buffers;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>Finds names of areas inside longer texts.</summary>
internal static class AreaMentions
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(",;:/|()");

    // "US dollars" names no partner, "FAS" is not Morocco in Turkish.
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
            if (areas.Count == 1 && !terms.Any(term => IsStronger(term, start, end)))
            {
                found.Add((areas[0], start, end - start));
            }

            index += length;
        }

        return found;
    }

    private static bool IsStronger(Term term, int start, int end) =>
        Stronger.Contains(term.Kind) && term.Start < end && start < term.Start + term.Length;

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
