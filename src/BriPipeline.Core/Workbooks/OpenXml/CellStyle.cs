namespace BriPipeline.Core.Workbooks.OpenXml;

/// <summary>How the cells of a style are shown.</summary>
/// <param name="Format">The code of the number format.</param>
/// <param name="IsRaised">Shown as a superscript or subscript: a mark of a footnote.</param>
internal readonly record struct CellStyle(string Format, bool IsDate, int PaddedDigits, bool IsRaised, bool IsStruck)
{
    public static CellStyle Of(string format, bool isRaised, bool isStruck) =>
        new(format, NumberFormatCodes.IsDate(format), NumberFormatCodes.PaddedDigits(format), isRaised, isStruck);

    public static readonly CellStyle General = Of(NumberFormatCodes.General, false, false);
}
