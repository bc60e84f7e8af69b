using System.Text;
using System.Text.RegularExpressions;

namespace BriPipeline.Core.Language;

/// <summary>What a number format does to a number before it is shown (ECMA-376 part 1, 18.8.31).</summary>
internal static partial class NumberFormatText
{
    /// <summary>Whether the format divides by a thousand or more: a comma behind the last place of a digit.</summary>
    public static bool HidesThousands(string format) =>
        format.Contains(',', StringComparison.Ordinal) && Scale().IsMatch(Literals().Replace(format, ""));

    /// <summary>Whether the format sets digits of its own against those of the number: <c>"5"0</c> shows 150 as 5150.</summary>
    public static bool AddsDigits(string format) => Added().IsMatch(format);

    /// <summary>The power of ten by which the format shows less than the cell holds.</summary>
    public static int HiddenPower(string format) =>
        3 * Scale().Match(Literals().Replace(format, "")).ValueSpan.Count(',');

    /// <summary>The words that the format puts beside a positive number: "1 234 тыс. долл.".</summary>
    public static string Words(string format)
    {
        var words = new StringBuilder();
        foreach (Match part in Parts().Matches(format))
        {
            if (part.Value == ";")
            {
                break;
            }

            words.Append(part.Groups["word"].Value);
        }

        return words.ToString().Trim();
    }

    /// <summary>Quoted words, characters behind a backslash, currencies in brackets, signs of currencies; all else is passed over.</summary>
    [GeneratedRegex(
        """
            "(?<word>[^"]*)"|\\(?<word>.)|\[\$(?<word>[^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].|(?<word>\p{Sc})|.
            """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline
    )]
    private static partial Regex Parts();

    [GeneratedRegex("""[0#?.,]\s*("\s*\d[^"]*"|\\\d)|("[^"]*\d\s*"|\\\d)\s*[#0?.]""", RegexOptions.CultureInvariant)]
    private static partial Regex Added();

    [GeneratedRegex("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.", RegexOptions.CultureInvariant)]
    private static partial Regex Literals();

    [GeneratedRegex("[0#?],+(?![0#?,])", RegexOptions.CultureInvariant)]
    private static partial Regex Scale();
}
