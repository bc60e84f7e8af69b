using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>A phrase of a language file: words in a row, each exact or, with a trailing <c>*</c>, with any ending.</summary>
/// <remarks>Between its words a text may hold full stops, commas, brackets, hyphens, underscores and line breaks. <c>=</c>
/// before a phrase: no ideograph stands beside it. <c>^</c>: it matches capitals only. A full stop at its end: an abbreviation,
/// which the text writes with a full stop and goes on ("mil. EUR" is millions, the Portuguese "mil" thousands).</remarks>
internal sealed class Phrase
{
    private const string Skipped = ".,()[]-_\"'";

    /// <summary>Letters; of shorter words the marks make other words: "más" and "mas", "à" and "a".</summary>
    private const int ShortestWithoutMarks = 4;

    private readonly (string Text, bool IsStem)[] parts;
    private readonly bool capitals;
    private readonly bool alone;
    private readonly bool abbreviated;

    private Phrase(TermKind kind, string code, (string Text, bool IsStem)[] parts, string text)
    {
        Kind = kind;
        Code = code;
        this.parts = parts;
        capitals = text[0] == '^';
        alone = text[0] == '=';
        abbreviated = text[^1] == '.';
        Weight = (parts.Sum(part => part.Text.Length) * 2) + (parts.Any(part => part.IsStem) ? 0 : 1);
    }

    public TermKind Kind { get; }
    public string Code { get; }
    public (string Text, bool IsStem) First => parts[0];

    /// <summary>In words.</summary>
    public int Length => parts.Length;

    /// <summary>Among phrases of equally many words the more specific wins: more letters, an exact word over a stem.</summary>
    public int Weight { get; }

    /// <summary>The phrase of each value that a key means: a unit with a power of ten ("USD e6") means both.</summary>
    public static IEnumerable<Phrase> Parse(TermKind kind, string key, string text)
    {
        var power = kind == TermKind.Unit ? key.IndexOf(" e", StringComparison.Ordinal) : -1;
        if (power >= 0)
        {
            foreach (var spelling in SpellingsOf(text))
            {
                yield return Of(TermKind.Multiplier, key[(power + 2)..], spelling);
            }

            key = key[..power];
        }

        foreach (var spelling in SpellingsOf(text))
        {
            yield return Of(kind, CodeOf(kind, key), spelling);
        }
    }

    /// <summary>The phrase, and as publishers write it who drop the marks on Latin letters: "EXPORTACION", "pais".</summary>
    private static IEnumerable<string> SpellingsOf(string text)
    {
        var plain = Folding.WithoutMarksOnLatin(text);
        return plain == text || text.Count(char.IsLetter) < ShortestWithoutMarks ? [text] : [text, plain];
    }

    private static string CodeOf(TermKind kind, string key) =>
        (kind, key) switch
        {
            (TermKind.Flow, "dispatches") => nameof(TradeFlow.X),
            (TermKind.Flow, "arrivals") => nameof(TradeFlow.M),
            (TermKind.Total, _) => "total",
            _ => key,
        };

    private static Phrase Of(TermKind kind, string code, string text)
    {
        var words = Word.Split(text.TrimStart('=', '^'));
        var list = new List<(string, bool)>();
        foreach (var word in words)
        {
            if (word.Folded == "*")
            {
                list[^1] = (list[^1].Item1, true);
            }
            else if (!word.IsPunctuation || !Skipped.Contains(word.First, StringComparison.Ordinal) || list.Count == 0)
            {
                list.Add((word.Folded, false));
            }
        }

        return new Phrase(kind, code, [.. list], text);
    }

    /// <summary>Index of the last word where the phrase stands at a word; null where it does not.</summary>
    public int? MatchAt(string text, List<Word> words, int first)
    {
        var at = first;
        for (var part = 0; part < parts.Length; part++, at++)
        {
            while (part > 0 && at < words.Count && Skipped.Contains(words[at].First, StringComparison.Ordinal))
            {
                at++;
            }

            if (at >= words.Count || !Matches(parts[part], words[at].Folded))
            {
                return null;
            }
        }

        var last = at - 1;
        var start = words[first].Start;
        var end = words[last].End;
        return
            (capitals && !IsUpper(text.AsSpan(start..end)))
            || (abbreviated && !GoesOnBehindFullStop(text, end))
            || (alone && ((start > 0 && Word.IsHan(text[start - 1])) || (end < text.Length && Word.IsHan(text[end]))))
            ? null
            : last;
    }

    private static bool Matches((string Text, bool IsStem) part, string word) =>
        part.IsStem ? word.StartsWith(part.Text, StringComparison.Ordinal) : word == part.Text;

    private static bool GoesOnBehindFullStop(string text, int end) =>
        end < text.Length
        && text[end] == '.'
        && text.AsSpan(end + 1).TrimStart() is [var next, ..]
        && char.IsLetter(next);

    private static bool IsUpper(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }
}
