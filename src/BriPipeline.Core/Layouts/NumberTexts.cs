using System.Text.RegularExpressions;
using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Texts that are numbers, and neither figures nor headings.</summary>
internal static partial class NumberTexts
{
    /// <summary>A text that is a number, and one that no figure can be taken from exactly: "2.41199E+11", more digits than a decimal
    /// keeps. No heading is written so.</summary>
    public static bool IsInexact(Cell cell) =>
        cell.Kind == CellKind.Text && InexactNumber().IsMatch(cell.Text!) && !NumberText.IsNumber(cell);

    [GeneratedRegex(
        @"^\s*[+\-\u2212]?(\d+[eE][+\-]\d{1,3}|\d+[.,]\d+[eE][+\-]?\d{1,3}|\d+[.,]\d{29,}|\d{29,}([.,]\d+)?)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex InexactNumber();

    /// <summary>A number with its sign in brackets, "(+19.0)": a change. One without a sign, "(19.0)", may be negative.</summary>
    public static bool IsChange(Cell cell) =>
        cell.Kind == CellKind.Text && cell.Text!.Length <= 24 && Change().IsMatch(cell.Text);

    [GeneratedRegex(
        @"^\s*\(\s*[+\-\u2212]\s*\d+([.,]\d+)?\s*%?\s*\)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Change();
}
