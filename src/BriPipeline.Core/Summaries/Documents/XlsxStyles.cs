using DocumentFormat.OpenXml.Spreadsheet;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>Cell styles of the XLSX: number formats that every office program writes in its own language.</summary>
internal static class XlsxStyles
{
    public const uint Plain = 0;
    public const uint Bold = 1;
    public const uint Heading = 2;
    public const uint Wrapped = 3;
    public const uint Right = 4;

    /// <summary>Every digit and no trailing zero: equal numbers are equal bytes.</summary>
    public const string Digits = "0.############################";
    private const uint FirstNumber = 5;

    /// <summary>A mark within a format leaves the cell a number.</summary>
    private const string Marked = "\"?\"";

    private static readonly (CellKind Kind, string Format)[] Plainly =
    [
        (CellKind.Number, "#,##0.0;-#,##0.0;0"),
        (CellKind.Signed, "+#,##0.0;-#,##0.0;0"),
        (CellKind.Percent, "+#,##0.0\" %\";-#,##0.0\" %\";0.0\" %\""),
        (CellKind.Exact, "#,##0.##########"),
        (CellKind.Count, "#,##0"),
    ];

    /// <summary>In the order of their styles: each plain, then each with the mark of an open finding.</summary>
    private static readonly (CellKind Kind, string Format)[] Formats =
    [
        .. Plainly,
        .. Plainly.Select(format =>
            (format.Kind, string.Join(';', format.Format.Split(';').Select(section => section + Marked)))
        ),
    ];

    public static uint Of(CellKind kind, bool isDoubted) =>
        FirstNumber
        + (uint)(Array.FindIndex(Plainly, format => format.Kind == kind) + (isDoubted ? Plainly.Length : 0));

    public static Stylesheet Sheet
    {
        get
        {
            const uint FirstCustom = 164;
            var formats = new NumberingFormats(
                Formats.Select(
                    (format, index) =>
                        new NumberingFormat { NumberFormatId = FirstCustom + (uint)index, FormatCode = format.Format }
                )
            );
            return new Stylesheet(
                formats,
                new Fonts(
                    new Font(new FontSize { Val = 10 }, new FontName { Val = "Arial" }),
                    new Font(new Bold(), new FontSize { Val = 10 }, new FontName { Val = "Arial" })
                ),
                new Fills(
                    new Fill(new PatternFill { PatternType = PatternValues.None }),
                    new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
                ),
                new Borders(
                    new Border(),
                    new Border(
                        new LeftBorder(),
                        new RightBorder(),
                        new TopBorder(),
                        new BottomBorder { Style = BorderStyleValues.Thin },
                        new DiagonalBorder()
                    )
                ),
                new CellStyleFormats(new CellFormat()),
                new CellFormats([
                    new CellFormat { FontId = 0 },
                    new CellFormat { FontId = 1, ApplyFont = true },
                    new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Bottom })
                    {
                        FontId = 1,
                        BorderId = 1,
                        ApplyFont = true,
                        ApplyBorder = true,
                        ApplyAlignment = true,
                    },
                    new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top })
                    {
                        FontId = 0,
                        ApplyAlignment = true,
                    },
                    new CellFormat(new Alignment { Horizontal = HorizontalAlignmentValues.Right })
                    {
                        FontId = 0,
                        ApplyAlignment = true,
                    },
                    .. Formats.Select(
                        (_, index) =>
                            new CellFormat { NumberFormatId = FirstCustom + (uint)index, ApplyNumberFormat = true }
                    ),
                ])
            );
        }
    }
}
