using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using BriPipeline.Core.Workbooks.Text;

namespace BriPipeline.Core.Workbooks.Html;

/// <summary>What a cell of a page's table holds.</summary>
internal static class HtmlCell
{
    /// <summary>The number behind what Excel shows in its pages.</summary>
    private const string NumberAttribute = "x:num";

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,'’ \u00A0\u202F+-\u2212");

    public static Cell Of(IElement cell)
    {
        var (text, hasStruck) = CellText.Of(cell);
        return string.IsNullOrWhiteSpace(text) ? (hasStruck ? Cell.OfError(CellFaults.StruckOut) : Cell.Blank)
            : ErrorNames.Contains(text) ? Cell.OfError(text)
            : cell.GetAttribute(NumberAttribute) is { Length: > 0 } exact && !text.AsSpan().ContainsAnyExcept(OfNumbers)
                ? OfExact(exact, text)
            : Cell.OfText(text);
    }

    /// <summary>The number as stored, which the text shows rounded; an error where the two do not agree.</summary>
    private static Cell OfExact(string exact, string shown) =>
        NumberLexis.TryParse(Encoding.Latin1.GetBytes(exact), out var number)
        && (Rounds(number, shown, '.', ',') || Rounds(number, shown, ',', '.'))
            ? Cell.OfNumber(number)
            : Cell.OfError(CellFaults.Damaged);

    private static bool Rounds(double number, string shown, char mark, char separator)
    {
        var plain = new StringBuilder();
        foreach (var character in shown)
        {
            if (char.IsAsciiDigit(character) || character is '-' or '\u2212')
            {
                plain.Append(character == '\u2212' ? '-' : character);
            }
            else if (character == mark)
            {
                plain.Append('.');
            }
            else if (character == separator && plain.ToString().Contains('.', StringComparison.Ordinal))
            {
                return false;
            }
        }

        var text = plain.ToString();
        var decimals = text.Contains('.', StringComparison.Ordinal)
            ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1
            : 0;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rounded)
            && Math.Abs(number - rounded) <= 0.5000001 * Math.Pow(10, -decimals);
    }
}
