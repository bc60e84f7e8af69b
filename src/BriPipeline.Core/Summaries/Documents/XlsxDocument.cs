using System.Globalization;
using BriPipeline.Core.Office;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>A document as XLSX: a sheet of words, then a sheet a table with real numbers that lead to the sheet of sources.</summary>
public sealed class XlsxDocument
{
    private const int MaxNameLength = 31;
    private const int CaptionRows = 2;
    private const double WidestColumn = 60;

    /// <summary>A sheet of one column is not made smaller to fit a page: it has to be no wider than A4 between its margins.</summary>
    private const double AboutWidth = 88;
    private const double LineHeight = 14;

    private readonly SummaryDocument document;
    private readonly SummaryTexts texts;
    private readonly DocumentLinks links;
    private readonly WorkbookPart workbook;
    private readonly Sheets sheets = new();
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    private XlsxDocument(SummaryDocument document, SummaryTexts texts, WorkbookPart workbook)
    {
        (this.document, this.texts, this.workbook) = (document, texts, workbook);
        links = new DocumentLinks(document);
    }

    /// <summary>The same arguments give the same bytes.</summary>
    public static byte[] Write(SummaryDocument document, SummaryTexts texts)
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            package.PackageProperties.Title = document.Title;
            package.PackageProperties.Language = document.Language;
            var part = package.AddWorkbookPart();
            part.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = XlsxStyles.Sheet;
            new XlsxDocument(document, texts, part).Write();
        }

        return OfficePackage.Normalise(stream.ToArray());
    }

    private void Write()
    {
        TableBlock[] tables = [.. document.Blocks.OfType<TableBlock>()];
        foreach (var table in tables)
        {
            names.Add(table.Id, NameOf(table.Name));
        }

        Add(NameOf(texts["about"]), About());
        foreach (var table in tables)
        {
            Add(names[table.Id], Sheet(table));
        }

        workbook.Workbook = new Workbook(sheets);
    }

    private void Add(string name, Worksheet sheet)
    {
        var id = $"sheet{(uint)sheets.Count() + 1}";
        workbook.AddNewPart<WorksheetPart>(id).Worksheet = sheet;
        sheets.Append(
            new Sheet
            {
                Id = id,
                SheetId = (uint)sheets.Count() + 1,
                Name = name,
            }
        );
    }

    /// <summary>The words of the document: office, title, state, sentences and notes.</summary>
    private Worksheet About()
    {
        var lines = new List<(string Text, uint Style)>();
        if (document.Office.NameIn(document.Language) is { } office)
        {
            lines.Add((office, XlsxStyles.Bold));
        }

        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    lines.Add((heading.Text, XlsxStyles.Bold));
                    break;
                case TextBlock text:
                    lines.Add((TextRuns.TextOf(text.Runs), XlsxStyles.Wrapped));
                    break;
                case ListBlock list:
                    lines.AddRange(list.Items.Select(item => (TextRuns.TextOf(item), XlsxStyles.Wrapped)));
                    break;
            }
        }

        return new Worksheet(
            FittingAPage(),
            new Columns(Width(1, 1, AboutWidth)),
            new SheetData(
                lines.Select(
                    (line, index) =>
                        new Row(TextCell(0, index + 1, line.Text, line.Style))
                        {
                            RowIndex = (uint)index + 1,
                            Height = HeightOf(line.Text, AboutWidth),
                            CustomHeight = true,
                        }
                )
            ),
            Margins(),
            Setup(isWide: false)
        );
    }

    private Worksheet Sheet(TableBlock table)
    {
        var hyperlinks = new Hyperlinks();
        var data = new SheetData(
            new Row(TextCell(0, 1, table.Caption, XlsxStyles.Bold)) { RowIndex = 1 },
            new Row(table.Headings.Select((heading, column) => TextCell(column, 2, heading, XlsxStyles.Heading)))
            {
                RowIndex = CaptionRows,
            }
        );
        var isText = table.TextColumns();
        foreach (var (line, index) in table.Lines.Select((line, index) => (line, index)))
        {
            var number = index + CaptionRows + 1;
            data.Append(
                new Row(line.Select((cell, column) => CellOf(isText[column], cell, column, number)))
                {
                    RowIndex = (uint)number,
                    Height = line.Max(cell => HeightOf(TextOf(cell), WidestColumn)),
                    CustomHeight = true,
                }
            );
            hyperlinks.Append(
                line.Select((cell, column) => (cell, column))
                    .Where(one => one.cell.Rows.Count > 0 && one.cell.Kind != CellKind.Links)
                    .Select(one => new Hyperlink
                    {
                        Reference = AddressOf(one.column, number),
                        Location = LocationOf(one.cell.Rows),
                        Tooltip = Tooltip(one.cell.Rows),
                    })
            );
        }

        var sheet = new Worksheet(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = CaptionRows,
                        TopLeftCell = "A3",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            ),
            new Columns(
                table.Headings.Select((_, column) => Width((uint)column + 1, (uint)column + 1, WidthOf(table, column)))
            ),
            data
        );
        if (hyperlinks.HasChildren)
        {
            sheet.Append(hyperlinks);
        }

        sheet.Append(Margins(), Setup(isWide: true));
        sheet.InsertAt(FittingAPage(), 0);
        return sheet;
    }

    private Cell CellOf(bool isText, DocumentCell cell, int column, int row) =>
        cell.Number is { } number
            ? new Cell(new CellValue(number.ToString(XlsxStyles.Digits, CultureInfo.InvariantCulture)))
            {
                CellReference = AddressOf(column, row),
                DataType = CellValues.Number,
                StyleIndex = XlsxStyles.Of(cell.Kind, IsDoubted(cell)),
            }
            : TextCell(column, row, TextOf(cell), isText ? XlsxStyles.Wrapped : XlsxStyles.Right);

    private string TextOf(DocumentCell cell) =>
        cell.Kind == CellKind.Links
            ? string.Join(", ", links.RangesOf(cell.Rows).Select(range => range.Text))
            : cell.Text + (IsDoubted(cell) ? texts.MarkOfDoubt.Sign : "");

    private bool IsDoubted(DocumentCell cell) => cell.Marks.Contains(texts.MarkOfDoubt);

    /// <summary>Programs do not measure wrapped text when they open a file.</summary>
    private static double HeightOf(string text, double width) =>
        LineHeight * Math.Max(1, Math.Ceiling(DocumentWidths.Of(text) / width));

    private string LocationOf(IReadOnlyList<string> rows)
    {
        var (sheet, number) = links.SumOf(rows) is { } sum
            ? (names[SourceSection.SumsId], sum)
            : (names[SourceSection.Id], links.NumberOf(rows[0]));
        return $"'{sheet}'!{AddressOf(0, number + CaptionRows)}";
    }

    private static string Tooltip(IReadOnlyList<string> rows)
    {
        const int Longest = 250;
        var text = string.Join(" + ", rows.Take(2));
        return text.Length > Longest ? text[..Longest] : text;
    }

    /// <summary>A name that is free, without the characters that sheets may not have.</summary>
    private string NameOf(string name)
    {
        var allowed = string.Concat(name.Select(letter => "[]:*?/\\'".Contains(letter) ? '-' : letter));
        for (var copy = 1; ; copy++)
        {
            var suffix = copy == 1 ? "" : " " + copy.ToString(CultureInfo.InvariantCulture);
            var candidate = allowed[..Math.Min(allowed.Length, MaxNameLength - suffix.Length)] + suffix;
            if (!names.ContainsValue(candidate))
            {
                return candidate;
            }
        }
    }

    private static double WidthOf(TableBlock table, int column) =>
        Math.Clamp(
            table
                .Lines.Select(line => DocumentWidths.Of(line[column]))
                .Append(DocumentWidths.Of(table.Headings[column]))
                .Max() + 2,
            8,
            WidestColumn
        );

    private static Column Width(uint first, uint last, double width) =>
        new()
        {
            Min = first,
            Max = last,
            Width = width,
            CustomWidth = true,
        };

    /// <summary>A sheet that is to fit a page's width says so before all else.</summary>
    private static SheetProperties FittingAPage() => new(new PageSetupProperties { FitToPage = true });

    private static PageMargins Margins() =>
        new()
        {
            Left = 0.5,
            Right = 0.5,
            Top = 0.6,
            Bottom = 0.6,
            Header = 0.3,
            Footer = 0.3,
        };

    private static PageSetup Setup(bool isWide) =>
        new()
        {
            PaperSize = 9,
            Orientation = isWide ? OrientationValues.Landscape : OrientationValues.Portrait,
            FitToWidth = 1,
            FitToHeight = 0,
        };

    private static Cell TextCell(int column, int row, string text, uint style) =>
        new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = AddressOf(column, row),
            DataType = CellValues.InlineString,
            StyleIndex = style,
        };

    private static string AddressOf(int column, int row) => new Trade.CellAddress(row, column + 1).ToString();
}
