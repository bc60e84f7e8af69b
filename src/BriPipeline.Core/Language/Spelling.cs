using System.Text.RegularExpressions;

namespace BriPipeline.Core.Language;

/// <summary>Texts as words: letter-spaced headings closed up ("E x p o r t s"), words joined that a line break cuts, and parted that
/// a program joined.</summary>
internal static partial class Spelling
{
    /// <summary>The text to try in place of one that says nothing as it stands; none for most texts.</summary>
    public static IEnumerable<string> Candidates(string text)
    {
        if (text.Length > 4 && IsBlank(text[1]) && LetterSpaced().IsMatch(text))
        {
            yield return string.Join(' ', WordGap().Split(text.Trim()).Select(word => Blank().Replace(word, "")));
        }

        if (text.Length > 4 && Identifier().IsMatch(text))
        {
            yield return IdentifierGap().Replace(text, " ");
        }

        if (text.Contains('\n', StringComparison.Ordinal))
        {
            yield return Hyphenated().Replace(text, "");
            yield return LineBreak().Replace(text, "");
        }
    }

    private static bool IsBlank(char c) => c is ' ' or '\u00a0' or '\u2009';

    /// <summary>Single letters, four or more, with a blank after each; wider gaps part words.</summary>
    [GeneratedRegex(@"^\s*\p{L}(?:\s+\p{L}){3,}\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex LetterSpaced();

    /// <summary>Words written as one, each with a capital: "ExportValueKUSD".</summary>
    [GeneratedRegex(@"^[A-Za-z0-9]*[a-z][A-Z][A-Za-z0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"(?<=[a-z])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex IdentifierGap();

    [GeneratedRegex(@"\s{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex WordGap();

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    [GeneratedRegex(@"[-\u2010\u00ad]\s*\n\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Hyphenated();

    [GeneratedRegex(@"[-\u2010\u00ad]?\s*\n\s*", RegexOptions.CultureInvariant)]
    private static partial Regex LineBreak();
}
