using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Language;

/// <summary>Makes spellings of one label equal: NFKC, case, ё/е, apostrophes and dashes of all kinds, look-alike Latin
/// letters inside Cyrillic words (and the reverse), runs of blanks, stress marks, footnote marks at the end.</summary>
public static partial class Folding
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁾⁽";
    private const string DoubleQuotes = "“”„‟«»″＂";
    private const string Dashes = "‐‑‒–—―−⁃﹘﹣－";

    private static readonly LetterTable Table = LetterTable.Load();

    private static readonly Lazy<Regex> UnitOfLength = WordPattern.Lazy(() =>
    {
        var length = WordPattern.EndingOf(Vocabulary.Phrases("abbreviations", "length"));
        return $@"(?:^|[^\p{{L}}]){length}$";
    });

    /// <summary>The folded spelling; folding it again changes nothing.</summary>
    public static string Fold(string text)
    {
        var body = WithoutSuperscripts(text.AsSpan().TrimEnd());
        var folded = Collapse(Letters(body.ToString()));
        return WithoutMarks(folded);
    }

    /// <summary>Whether a sign is written for an apostrophe.</summary>
    internal static bool IsApostrophe(char c) => c == '\'' || Table.SingleQuotes.Contains(c, StringComparison.Ordinal);

    /// <summary>Folds the letters and signs of a word; footnote marks and blanks stay.</summary>
    internal static string FoldWord(ReadOnlySpan<char> word)
    {
        return IsOfOnePlainScript(word) ? word.ToString().ToLowerInvariant() : Letters(word.ToString());
    }

    /// <summary>The text without the marks on its Latin letters.</summary>
    internal static string WithoutMarksOnLatin(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u00C0', '\u024F'))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            var isMark = CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
            if (!isMark || plain.Length == 0 || !char.IsAsciiLetter(plain[^1]))
            {
                plain.Append(c);
            }
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }

    // Most words by far: nothing to compose, nothing to unmix.
    private static bool IsOfOnePlainScript(ReadOnlySpan<char> word)
    {
        var (latin, cyrillic) = (true, true);
        foreach (var c in word)
        {
            latin &= char.IsAscii(c) && c != '`';
            cyrillic &= c is (>= '\u0410' and <= '\u044F') or (>= '\u0490' and <= '\u04FF');
        }

        return latin || cyrillic;
    }

    /// <summary>The text without the footnote marks at its end; blanks and case stay.</summary>
    internal static string WithoutMarks(string text)
    {
        while (true)
        {
            var match = Mark().Match(text);
            if (!match.Success || match.Index == 0 || ClosesBracket(text, match))
            {
                return text;
            }

            text = text[..match.Index].TrimEnd();
        }
    }

    private static bool ClosesBracket(string text, Match mark) =>
        mark.Value.EndsWith(')')
        && !mark.Value.Contains('(', StringComparison.Ordinal)
        && text.AsSpan(0, mark.Index).Count('(') > text.AsSpan(0, mark.Index).Count(')');

    private static ReadOnlySpan<char> WithoutSuperscripts(ReadOnlySpan<char> text)
    {
        var rest = text.TrimEnd(Superscripts).TrimEnd();
        return rest.IsEmpty || rest.Length == text.Length || UnitOfLength.Value.IsMatch(rest) ? text : rest;
    }

    private static string Letters(string text)
    {
        var signs = new StringBuilder(text.Length);
        foreach (var c in WithoutPictures(text))
        {
            // Before NFKC, which makes a blank and a combining mark of an acute accent.
            signs.Append(
                IsApostrophe(c) ? '\''
                : DoubleQuotes.Contains(c, StringComparison.Ordinal) ? '"'
                : Dashes.Contains(c, StringComparison.Ordinal) ? '-'
                : c
            );
        }

        var plain = new StringBuilder(signs.Length);
        foreach (var c in signs.ToString().Normalize(NormalizationForm.FormKC))
        {
            if (c is '\u0300' or '\u0301' or '\u0307' || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            {
                continue;
            }

            plain.Append(
                char.IsDigit(c)
                    ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c))
                    : Table.Plain.GetValueOrDefault(c, c)
            );
        }

        // A letter freed of a mark may compose with its neighbour.
        var letters = plain.ToString().Normalize(NormalizationForm.FormKC).ToCharArray();
        for (var start = 0; start < letters.Length; )
        {
            var end = start;
            while (end < letters.Length && char.IsLetter(letters[end]))
            {
                end++;
            }

            Unmix(letters.AsSpan(start..end));
            start = end + 1;
        }

        return new string(letters).ToLowerInvariant().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>The text with blanks in place of pictures such as flags.</summary>
    private static string WithoutPictures(string text)
    {
        text = Cell.WellFormed(text);
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return text;
        }

        var words = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isPicture =
                !rune.IsBmp
                && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;
            words.Append(isPicture ? " " : rune.ToString());
        }

        return words.ToString();
    }

    private static void Unmix(Span<char> word)
    {
        var (latin, latinOnly, cyrillic, cyrillicOnly) = (0, 0, 0, 0);
        foreach (var c in word)
        {
            if (c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '\u00C0' and <= '\u024F'))
            {
                latin++;
                latinOnly += Table.Latin.Contains(c, StringComparison.Ordinal) ? 0 : 1;
            }
            else if (c is >= '\u0400' and <= '\u04FF')
            {
                cyrillic++;
                cyrillicOnly += Table.Cyrillic.Contains(c, StringComparison.Ordinal) ? 0 : 1;
            }
        }

        if (latin == 0 || cyrillic == 0 || (latinOnly > 0 && cyrillicOnly > 0))
        {
            return;
        }

        var toCyrillic = latinOnly == 0 && (cyrillicOnly > 0 || cyrillic >= latin);
        var (from, to) = toCyrillic ? (Table.Latin, Table.Cyrillic) : (Table.Cyrillic, Table.Latin);
        foreach (ref var c in word)
        {
            var index = from.IndexOf(c, StringComparison.Ordinal);
            c = index < 0 ? c : to[index];
        }
    }

    private static string Collapse(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
            {
                result.Append(c);
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString().TrimEnd();
    }

    // "[note 1]", "(1)", "1)", "*)", "*", "1/" after a blank, and one digit after a word and a blank.
    [GeneratedRegex(
        @"(?:\s*\[\s*(?:\p{L}+\.?\s*)?\d{1,2}\s*\]|\s*\(\s*(?:\d{1,2}|\*+)\s*\)|(?<=[\p{L}\s)])\d{1,2}\)|\s*\*+\)?|†|‡|(?<=[\p{L})\].]) [1-9]|(?<=[\p{L})\].])\s+\d{1,2}/)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Mark();
}
