using System.Buffers.Text;

namespace BriPipeline.Core.Workbooks;

/// <summary>Numbers by the lexical rules of XML Schema: digits, a point, an exponent, and nothing else. "13165,8" is none.</summary>
internal static class NumberLexis
{
    private const int ExactDigits = 15;

    private static readonly double[] Powers =
    [
        .. Enumerable.Range(0, ExactDigits + 1).Select(power => Math.Pow(10, power)),
    ];

    public static bool TryParse(ReadOnlySpan<byte> text, out double number)
    {
        text = text.Trim(" \t\r\n"u8);
        return TryParseShort(text, out number)
            || (
                text is [_, ..]
                && (char.IsAsciiDigit((char)text[^1]) || text[^1] == '.')
                && Utf8Parser.TryParse(text, out number, out var used)
                && used == text.Length
            );
    }

    /// <summary>Up to fifteen digits, with which one division rounds right.</summary>
    private static bool TryParseShort(ReadOnlySpan<byte> text, out double number)
    {
        var isNegative = text is [(byte)'-', ..];
        var whole = 0L;
        var (digits, decimals) = (0, -1);
        foreach (var b in isNegative ? text[1..] : text)
        {
            if (b == '.' && decimals < 0)
            {
                decimals = 0;
                continue;
            }

            if (!char.IsAsciiDigit((char)b) || ++digits > ExactDigits)
            {
                number = 0;
                return false;
            }

            whole = (whole * 10) + b - '0';
            decimals += decimals < 0 ? 0 : 1;
        }

        number = (isNegative ? -1d : 1d) * whole / Powers[Math.Max(0, decimals)];
        return digits > 0;
    }
}
