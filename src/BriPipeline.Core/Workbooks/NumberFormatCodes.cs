using System.Globalization;
using System.Text.RegularExpressions;
using ExcelNumberFormat;

namespace BriPipeline.Core.Workbooks;

/// <summary>Codes of number formats (ECMA-376 part 1, 18.8.30 and 18.8.31).</summary>
internal static partial class NumberFormatCodes
{
    public const string General = "General";

    /// <summary>The formats that a workbook names by number and does not spell out; 5 to 8 show the currency of whoever opens
    /// it, which says nothing of the figures.</summary>
    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [0] = General,
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [5] = "#,##0_);(#,##0)",
        [6] = "#,##0_);[Red](#,##0)",
        [7] = "#,##0.00_);(#,##0.00)",
        [8] = "#,##0.00_);[Red](#,##0.00)",
        [9] = "0%",
        [10] = "0.00%",
        [11] = "0.00E+00",
        [12] = "# ?/?",
        [13] = "# ??/??",
        [14] = "d/m/yyyy",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm AM/PM",
        [19] = "h:mm:ss AM/PM",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "m/d/yy h:mm",
        [37] = "#,##0_);(#,##0)",
        [38] = "#,##0_);[Red](#,##0)",
        [39] = "#,##0.00_);(#,##0.00)",
        [40] = "#,##0.00_);[Red](#,##0.00)",
        [41] = "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)",
        [42] = "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)",
        [43] = "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)",
        [44] = "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)",
        [45] = "mm:ss",
        [46] = "[h]:mm:ss",
        [47] = "mm:ss.0",
        [48] = "##0.0E+0",
        [49] = "@",
    };

    public static string OfNumber(int number) => BuiltIn.GetValueOrDefault(number, General);

    /// <summary>Whether numbers are shown as dates; lengths of time are not.</summary>
    public static bool IsDate(string format) => new NumberFormat(format) is { IsValid: true, IsDateTimeFormat: true };

    /// <summary>How many digits a code is filled up to with zeros, as by <c>0000</c>; 0 for other formats.</summary>
    public static int PaddedDigits(string format) =>
        format.Length > 1 && !format.AsSpan().ContainsAnyExcept('0') ? format.Length : 0;

    /// <summary>A whole number as the code that its format pads with zeros; null where no padding is needed.</summary>
    /// <param name="digits">As <see cref="PaddedDigits"/> gives them.</param>
    public static string? Padded(double number, int digits) =>
        digits > 0 && number >= 0 && number == Math.Floor(number) && number < Math.Pow(10, digits - 1)
            ? number.ToString(new string('0', digits), CultureInfo.InvariantCulture)
            : null;

    /// <summary>Whether every number is shown with a digit by a format, so that none needs be asked for.</summary>
    public static bool ShowsAll(string format) =>
        Literals()
            .Replace(format, "")
            .Split(';')
            .All(part => part.Contains('0', StringComparison.Ordinal) || part == General);

    /// <summary>Quoted words, characters behind a backslash, an underscore or an asterisk, conditions and colours.</summary>
    [GeneratedRegex("\"[^\"]*\"|[\\\\_*].|\\[[^\\]]*\\]", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Literals();
}
