using System.Globalization;
using System.Text;

namespace BriPipeline.Core.Formats;

/// <summary>What programs make of headings: R writes "Trade Value (US$)" as "Trade.Value..US..", others as "trade_value_us",
/// "tradeValueUS" or "TradeValueUS".</summary>
internal static class HeadingSpelling
{
    /// <summary>Without these a heading says something else.</summary>
    private const string Telling = "%‰+<>=±*";

    /// <summary>One spelling for all that programs make of a heading: its letters and digits.</summary>
    public static string Of(string heading)
    {
        var spelling = new StringBuilder(heading.Length);
        foreach (var c in heading)
        {
            if (char.IsLetterOrDigit(c) || IsMark(c) || Telling.Contains(c, StringComparison.Ordinal))
            {
                spelling.Append(char.ToLowerInvariant(c));
            }
        }

        return WithoutX(spelling.ToString());
    }

    /// <summary>The words of a heading that a program joined with dots or underscores.</summary>
    public static string Parted(string heading) =>
        heading.Contains(' ', StringComparison.Ordinal)
            ? heading
            : WithoutX(string.Join(' ', heading.Split(['.', '_'], StringSplitOptions.RemoveEmptyEntries)));

    // Letters of Indic and other scripts consist of these too.
    private static bool IsMark(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>R puts an X before a name that begins with a digit.</summary>
    private static string WithoutX(string name) =>
        name.Length > 1 && name[0] is 'X' or 'x' && char.IsAsciiDigit(name[1]) ? name[1..] : name;
}
