using System.Text.RegularExpressions;

namespace BriPipeline.Core.Language;

/// <summary>Phrases of the language files as a regular expression: each stands alone, a trailing <c>*</c> is any ending, a
/// blank is any run of blanks. Scripts that write no blanks between words are matched anywhere.</summary>
internal static class WordPattern
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>A group that matches any of the phrases, the longer ones first.</summary>
    public static string Of(IEnumerable<string> phrases) =>
        $"(?:{string.Join('|', phrases.OrderByDescending(phrase => phrase.Length).Select(Of))})";

    /// <summary>The same for what stands close behind a number.</summary>
    public static string EndingOf(IEnumerable<string> phrases) =>
        $"(?:{string.Join('|', phrases.OrderByDescending(phrase => phrase.Length).Select(Regex.Escape))})";

    /// <summary>The expression, in which capitals and small letters are one.</summary>
    public static Lazy<Regex> Lazy(Func<string> pattern) => new(() => new Regex(pattern(), Options));

    private static string Of(string phrase)
    {
        var words = Regex.Escape(phrase).Replace(@"\*", @"\w*", StringComparison.Ordinal);
        var spaced = words.Replace(@"\ ", @"\s+", StringComparison.Ordinal);
        return (
                IsKatakana(phrase[0]) ? NoKatakanaBefore
                : IsSpaced(phrase[0]) ? @"\b"
                : ""
            )
            + spaced
            + (
                IsKatakana(phrase[^1]) ? NoKatakanaBehind
                : IsSpaced(phrase[^1]) ? @"\b"
                : ""
            );
    }

    // A word of katakana stands between other characters without a blank.
    private const string NoKatakanaBefore = @"(?<![\u30A0-\u30FF])";

    private const string NoKatakanaBehind = @"(?![\u30A0-\u30FF])";

    private static bool IsKatakana(char c) => c is >= '\u30A0' and <= '\u30FF';

    private static bool IsSpaced(char c) => (char.IsLetterOrDigit(c) && !Word.IsHan(c)) || c == '*';
}
