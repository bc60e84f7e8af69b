using System.Globalization;

namespace BriPipeline.Core.Language;

/// <summary>A piece of a label: a run of letters, a run of digits, one Han character or one sign; blanks part pieces and are none.</summary>
/// <param name="Folded">The piece as <see cref="Folding"/> spells it.</param>
/// <param name="Start">Index of its first character in the text as given.</param>
internal readonly record struct Word(string Folded, int Start, int Length)
{
    public int End => Start + Length;

    public char First => Folded[0];

    public bool IsNumber => char.IsAsciiDigit(First);

    /// <summary>Neither letter nor mark of one nor digit nor a sign that names a unit.</summary>
    public bool IsPunctuation =>
        !char.IsLetterOrDigit(First)
        && !IsMark(First)
        && !"$£€¥₽₸₴₺₼₾֏₮₹₩₪₫₱฿₦%&".Contains(First, StringComparison.Ordinal);

    /// <summary>Ideographs and letters of Thai, Lao, Burmese and Khmer are written without blanks, so each stands for itself.</summary>
    public static bool IsHan(char c) =>
        c
            is (>= '\u4E00' and <= '\u9FFF')
                or (>= '\u3400' and <= '\u4DBF')
                or '\u3005'
                or (>= '\u0E01' and <= '\u0E4E')
                or (>= '\u0E81' and <= '\u0ECF')
                or (>= '\u0EDC' and <= '\u0EDF')
                or (>= '\u1000' and <= '\u103F')
                or (>= '\u1780' and <= '\u17DD');

    /// <summary>A letter of Korean is a syllable: a word of two is whole.</summary>
    public static bool IsSyllable(char c) => c is >= '\uAC00' and <= '\uD7A3';

    public static List<Word> Split(string text)
    {
        var words = new List<Word>();
        for (var start = 0; start < text.Length; )
        {
            var end = start + (start + 1 < text.Length && char.IsSurrogatePair(text[start], text[start + 1]) ? 2 : 1);
            if (IsInWord(text, start) && !IsHan(text[start]))
            {
                while (end < text.Length && IsInWord(text, end) && !IsHan(text[end]))
                {
                    end++;
                }
            }
            else if (char.IsDigit(text[start]))
            {
                while (end < text.Length && char.IsDigit(text[end]))
                {
                    end++;
                }
            }

            var folded = char.IsWhiteSpace(text[start]) ? "" : Folding.FoldWord(text.AsSpan(start..end));
            if (folded.Length > 1 && IsHan(folded[0]))
            {
                words.AddRange(folded.Select(letter => new Word(letter.ToString(), start, end - start)));
            }
            else if (folded.Length > 0 && !string.IsNullOrWhiteSpace(folded))
            {
                words.Add(new Word(folded, start, end - start));
            }

            start = end;
        }

        return words;
    }

    /// <summary>The runs of letters, or of ideographs, among the characters that a test lets through, as given.</summary>
    public static IEnumerable<string> Runs(string text, Func<int, bool> isOpen)
    {
        for (var start = 0; start < text.Length; )
        {
            var end = start;
            while (end < text.Length && isOpen(end) && IsInWord(text, end) && IsHan(text[end]) == IsHan(text[start]))
            {
                end++;
            }

            if (end > start)
            {
                yield return text[start..end];
            }

            start = Math.Max(end, start + 1);
        }
    }

    // Vowels of Indic scripts are marks.
    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // An apostrophe between letters belongs to the word: so'm, Côte d'Ivoire.
    private static bool IsInWord(string text, int index) =>
        char.IsLetter(text[index])
        || IsMark(text[index])
        || char.GetUnicodeCategory(text[index]) == UnicodeCategory.Format
        || (
            Folding.IsApostrophe(text[index])
            && index > 0
            && char.IsLetter(text[index - 1])
            && index + 1 < text.Length
            && char.IsLetter(text[index + 1])
        );
}
