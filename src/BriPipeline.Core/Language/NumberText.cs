using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Language;

/// <summary>Numbers stored as text. A text such as "1,234" reads differently by convention, so the decimal mark is
/// always said, and <see cref="MarkOf"/> finds it from all the numbers of a table.</summary>
public static partial class NumberText
{
    private const string Blanks = " \u00a0\u2009\u202f";

    private const int MinGrouped = 3;

    /// <summary>The largest scale of a decimal.</summary>
    private const int MaxDecimals = 28;

    private static readonly SearchValues<char> Currencies = SearchValues.Create("$£€¥₽₸₴₺₼₾֏₮₹₩₪₫₱฿₦");

    /// <summary>Whether the whole text is a number under some convention: digits, one sign, separators.</summary>
    public static bool IsNumber(string text) =>
        text.Length > 0
        && !IsPowerOfTen(text)
        && (
            char.IsDigit(text[0])
            || text[0] is '-' or '+' or '\u2212' or '.' or ' ' or '\u00a0'
            || Currencies.Contains(text[0])
        )
        && (Read(text, '.') ?? Read(text, ',')) is not null;

    /// <summary>Whether a cell holds a number, or a text that is one.</summary>
    public static bool IsNumber(Cell cell) =>
        cell.Kind == CellKind.Number || (cell.Kind == CellKind.Text && IsNumber(cell.Text!));

    /// <summary>The same of a cell as a finding quotes it: a number very small or large has an exponent there, a text that is a
    /// number has none.</summary>
    public static bool IsRawNumber(string raw) =>
        IsNumber(raw)
        || (
            raw.Contains('E', StringComparison.Ordinal)
            && double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        );

    /// <summary>The sign of a currency before the digits: "$199,732"; empty where there is none.</summary>
    public static string SignOf(string text) =>
        text.AsSpan().IndexOfAny(Currencies) is >= 0 and var at ? text.Substring(at, 1) : "";

    /// <summary>"000", "'000", "000,000": nothing but noughts, as over columns of thousands and millions. No figure is printed so.</summary>
    public static bool IsPowerOfTen(string text) =>
        text.Contains("000", StringComparison.Ordinal) && Noughts().IsMatch(text);

    [GeneratedRegex(
        @"^\s*['’‘]?000([ ,.\u00a0]?000)*['’]?s?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Noughts();

    /// <summary>The value of the text where <paramref name="decimalMark"/> ('.' or ',') separates the decimals; groups of
    /// three may be separated by the other mark, an apostrophe or a blank. Null where the text is no such number.</summary>
    public static decimal? Read(string text, char decimalMark)
    {
        var trimmed = NativeDigits.Plain(text).AsSpan().Trim(Blanks + "\t\r\n");
        var negative = trimmed is ['-' or '\u2212', ..];
        if (negative || trimmed is ['+', ..])
        {
            trimmed = trimmed[1..].TrimStart(Blanks);
        }

        if (trimmed.IndexOfAny(Currencies) == 0)
        {
            trimmed = trimmed[1..].TrimStart(Blanks);
        }

        var power = 0;
        if (trimmed.LastIndexOfAny('e', 'E') is > 0 and var at)
        {
            if (Exponent(trimmed, at) is not { } exponent)
            {
                return null;
            }

            power = exponent;
            trimmed = trimmed[..at];
        }

        var mark = trimmed.LastIndexOf(decimalMark);
        var whole = mark < 0 ? trimmed : trimmed[..mark];
        var decimals = mark < 0 ? default : trimmed[(mark + 1)..];
        if (
            whole.Length + decimals.Length == 0
            || (mark >= 0 && decimals.Length == 0)
            || decimals.ContainsAnyExceptInRange('0', '9')
            || Digits(whole, decimalMark == '.' ? ',' : '.') is not { } digits
        )
        {
            return null;
        }

        var invariant = $"{(negative ? "-" : "")}{(digits.Length == 0 ? "0" : digits)}.{decimals}0";
        // A decimal holds 28 digits and rounds what follows in silence.
        return
            decimals.Length <= MaxDecimals
            && decimal.TryParse(
                invariant.AsSpan(0, mark < 0 ? invariant.Length - 2 : invariant.Length - 1),
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var value
            )
            && value.Scale == decimals.Length
            ? power == 0
                ? value
                : FigureText.Scale(value, power)
            : null;
    }

    /// <summary>The power of ten of "3.5e+10", "1.25E9"; null where the text is no such number, or one that a program shortened:
    /// spreadsheets show "3.50E+10" for more digits than fit, and six digits are what is kept where no number of them is said.</summary>
    private static int? Exponent(ReadOnlySpan<char> text, int at)
    {
        const int kept = 6;
        var power = text[(at + 1)..];
        var isSigned = power is ['+' or '-', ..];
        var digits = isSigned ? power[1..] : power;
        var mantissa = text[..at];
        return
            digits.Length is 1 or 2
            && !digits.ContainsAnyExceptInRange('0', '9')
            && (isSigned || mantissa.IndexOfAny('.', ',') > 0)
            && (text[at] == 'e' || power[0] != '+')
            && char.IsAsciiDigit(mantissa[^1])
            && mantissa.Length - mantissa.Count('.') - mantissa.Count(',') != kept
            && int.Parse(digits, CultureInfo.InvariantCulture) is <= MaxDecimals and var size
            ? size * (power[0] == '-' ? -1 : 1)
            : null;
    }

    /// <summary>The decimal mark by which all the texts can be read: '.' or ','; null where both read them all and some
    /// differently (undecidable), or neither does.</summary>
    public static char? MarkOf(IEnumerable<string> texts)
    {
        var point = true;
        var comma = true;
        var differ = false;
        var read = new List<string>();
        foreach (var text in texts)
        {
            read.Add(text);
            var byPoint = Read(text, '.');
            var byComma = Read(text, ',');
            point &= byPoint is not null;
            comma &= byComma is not null;
            differ |= byPoint != byComma;
            if (!point && !comma)
            {
                return null;
            }
        }

        return (point, comma, differ) switch
        {
            (true, true, true) => MarkOfUnclear(read),
            (true, _, _) => '.',
            _ => ',',
        };
    }

    /// <summary>Of numbers that all read both ways: "164" beside "50,030" shows that the comma groups, for decimals that are
    /// written out ("030") would be written everywhere; "0,500" shows that it does not, for no group of three begins a number with 0.</summary>
    private static char? MarkOfUnclear(List<string> texts)
    {
        var separated = texts.FindAll(text => text.AsSpan().IndexOfAny('.', ',') >= 0);
        var separators = separated.Select(text => text[text.AsSpan().IndexOfAny('.', ',')]).Distinct().ToList();
        if (separators is not [var separator])
        {
            return null;
        }

        if (separated.Exists(text => text.TrimStart(' ', '-', '+', '\u2212') is ['0', '.' or ',', ..]))
        {
            return separator;
        }

        // No amount with the sign of a currency is written with three decimals.
        if (separated.Exists(text => SignOf(text).Length > 0))
        {
            return separator == ',' ? '.' : ',';
        }

        var plain = texts.FindAll(text => text.AsSpan().IndexOfAny('.', ',') < 0);
        return
            separated.Count >= MinGrouped
            && separated.Exists(text => text.TrimEnd().EndsWith('0'))
            && plain.Exists(text => text.Any(c => c is >= '1' and <= '9'))
            && plain.TrueForAll(text => text.Count(char.IsAsciiDigit) <= 3)
            ? separator == ','
                ? '.'
                : ','
            : null;
    }

    /// <summary>Digits without group separators; null where the groups are not of three or separators differ.</summary>
    private static string? Digits(ReadOnlySpan<char> whole, char otherMark)
    {
        if (!whole.ContainsAnyExceptInRange('0', '9'))
        {
            return whole.ToString();
        }

        var digits = new StringBuilder(whole.Length);
        char? separator = null;
        var group = 0;
        foreach (var c in whole)
        {
            if (char.IsAsciiDigit(c))
            {
                digits.Append(c);
                group++;
                continue;
            }

            var kind = Blanks.Contains(c, StringComparison.Ordinal) ? ' ' : c;
            if (
                (kind != otherMark && kind is not (' ' or '\'' or '\u2019'))
                || (separator ?? kind) != kind
                || (separator is null ? group is 0 or > 3 : group != 3)
            )
            {
                return null;
            }

            separator = kind;
            group = 0;
        }

        return group == 3 ? digits.ToString() : null;
    }
}
