using System.Text.RegularExpressions;

namespace BriPipeline.Core.Language;

/// <summary>Headings of codes: "HS code", "Код", "商品编码".</summary>
internal static class CodeWords
{
    // In Chinese the word may stand before a bracket.
    private static readonly Lazy<Regex> Pattern = WordPattern.Lazy(() =>
    {
        var words = Vocabulary.Phrases("words", "code").ToLookup(word => Word.IsHan(word[0]));
        return $"{WordPattern.Of(words[false])}$|{WordPattern.Of(words[true])}";
    });

    /// <summary>Whether a heading ends in such a word.</summary>
    public static bool EndIn(string heading) => Pattern.Value.IsMatch(heading);

    /// <summary>Whether a heading is such a word and no other.</summary>
    public static bool Are(string heading) => Pattern.Value.Match(heading.Trim()).Length == heading.Trim().Length;
}
