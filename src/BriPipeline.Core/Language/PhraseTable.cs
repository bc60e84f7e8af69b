namespace BriPipeline.Core.Language;

/// <summary>Phrases by their first word, or the first letter of its stem, looked for in texts.</summary>
internal sealed class PhraseTable
{
    private readonly ILookup<string, Phrase> exact;
    private readonly ILookup<char, Phrase> stems;

    public PhraseTable(IEnumerable<Phrase> phrases)
    {
        var list = phrases.ToList();
        exact = list.Where(phrase => !phrase.First.IsStem)
            .ToLookup(phrase => phrase.First.Text, StringComparer.Ordinal);
        stems = list.Where(phrase => phrase.First.IsStem).ToLookup(phrase => phrase.First.Text[0]);
    }

    /// <summary>The phrases that stand in the text, longest first where they overlap. A phrase of two kinds gives two terms.</summary>
    /// <param name="words">Those of the text.</param>
    public List<Term> Read(string text, List<Word> words)
    {
        var hits = new List<(Phrase Phrase, int First, int Last)>();
        for (var index = 0; index < words.Count; index++)
        {
            foreach (var phrase in exact[words[index].Folded].Concat(stems[words[index].First]))
            {
                if (phrase.MatchAt(text, words, index) is { } last)
                {
                    hits.Add((phrase, index, last));
                }
            }
        }

        if (hits.Count == 0)
        {
            return [];
        }

        var taken = new bool[words.Count];
        var terms = new List<Term>();
        var longestFirst = hits.GroupBy(hit => (hit.First, hit.Last, hit.Phrase.Length, hit.Phrase.Weight))
            .OrderByDescending(group => group.Key.Length)
            .ThenByDescending(group => group.Key.Weight)
            .ThenBy(group => group.Key.First);
        foreach (var group in longestFirst)
        {
            if (taken.AsSpan(group.Key.First..(group.Key.Last + 1)).Contains(true))
            {
                continue;
            }

            taken.AsSpan(group.Key.First..(group.Key.Last + 1)).Fill(true);
            var start = words[group.Key.First].Start;
            var length = words[group.Key.Last].End - start;
            terms.AddRange(
                group
                    .Select(hit => (hit.Phrase.Kind, hit.Phrase.Code))
                    .Distinct()
                    .Select(term => new Term(term.Kind, term.Code, start, length))
            );
        }

        return terms;
    }
}
