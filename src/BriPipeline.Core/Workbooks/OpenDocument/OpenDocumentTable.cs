using System.Globalization;
using System.Text;
using System.Xml;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks.Text;

namespace BriPipeline.Core.Workbooks.OpenDocument;

/// <summary>Reads a table of OpenDocument, on which the reader stands, into a grid.</summary>
internal sealed class OpenDocumentTable(XmlReader xml, OpenDocumentStyles styles, SheetBuilder builder)
{
    private const int MaxRows = 1_048_576;

    private readonly List<(int Last, string? Style, bool IsHidden)> columns = [];
    private int row;
    private int lastColumn;

    public Sheet Read()
    {
        var depth = xml.Depth;
        while (XmlFile.ReadToChild(xml, depth))
        {
            switch (xml.LocalName)
            {
                case "table-column":
                    var last = columns.Count == 0 ? 0 : columns[^1].Last;
                    columns.Add(
                        (
                            Math.Min(
                                ReadingLimits.Columns,
                                last + Repeated(XmlFile.Local(xml, "number-columns-repeated"))
                            ),
                            XmlFile.Local(xml, "default-cell-style-name"),
                            IsHidden()
                        )
                    );
                    break;
                case "table-row":
                    ReadRow();
                    break;
                case "table-columns"
                or "table-header-columns"
                or "table-column-group"
                or "table-rows"
                or "table-header-rows"
                or "table-row-group":
                    break;
                default:
                    XmlFile.Skip(xml);
                    break;
            }
        }

        var first = 1;
        foreach (var (last, _, isHidden) in columns)
        {
            for (var column = first; isHidden && column <= Math.Min(last, lastColumn); column++)
            {
                builder.HideColumn(column);
            }

            first = last + 1;
        }

        return builder.Build();
    }

    private void ReadRow()
    {
        var repeated = Repeated(XmlFile.Local(xml, "number-rows-repeated"));
        var isHidden = IsHidden();
        var cells = ReadCells();
        if (row + (long)repeated > MaxRows && (cells.Count > 0 || row >= MaxRows))
        {
            throw new InvalidDataException("it has more rows than a sheet can have");
        }

        for (var copy = 0; copy < repeated && cells.Count > 0; copy++)
        {
            row++;
            if (isHidden)
            {
                builder.HideRow(row);
            }

            foreach (var (column, times, cell, rows, columnsOver) in cells)
            {
                for (var place = column; place < column + times; place++)
                {
                    builder.Set(row, place, cell);
                    if (cell.Kind == CellKind.Error && cell.Text == CellFaults.Damaged)
                    {
                        builder.Faults.Add(FindingCodes.CellsDamaged, new(row, place), cell.Text);
                    }
                }

                lastColumn = Math.Max(lastColumn, column + times - 1);
                if (rows > 1 || columnsOver > 1)
                {
                    builder.Merge(new(new(row, column), new(row + rows - 1, column + columnsOver - 1)));
                }
            }
        }

        row += cells.Count > 0 ? 0 : repeated;
    }

    private List<(int Column, int Times, Cell Cell, int Rows, int Columns)> ReadCells()
    {
        var cells = new List<(int, int, Cell, int, int)>();
        var depth = xml.Depth;
        var column = 1;
        while (XmlFile.ReadToChild(xml, depth))
        {
            var said = ReadAttributes();
            var times = Repeated(said.Repeated);
            if (xml.LocalName == "table-cell")
            {
                var (rows, over) = (Repeated(said.RowsSpanned), Repeated(said.ColumnsSpanned));
                var cell = ReadCell(said with { Style = said.Style ?? StyleOf(column) });
                if (!cell.IsBlank || rows > 1 || over > 1)
                {
                    cells.Add((column, times, cell, rows, over));
                    if ((long)column + Math.Max(times, over) - 1 > ReadingLimits.Columns)
                    {
                        throw new InvalidDataException("a cell stands beyond the last column that a sheet can have");
                    }
                }
            }
            else
            {
                XmlFile.Skip(xml);
            }

            column = (int)Math.Min(ReadingLimits.Columns + 1, (long)column + times);
        }

        return cells;
    }

    private CellAttributes ReadAttributes()
    {
        var said = default(CellAttributes);
        for (var found = xml.MoveToFirstAttribute(); found; found = xml.MoveToNextAttribute())
        {
            said = xml.LocalName switch
            {
                "number-columns-repeated" => said with { Repeated = xml.Value },
                "number-rows-spanned" => said with { RowsSpanned = xml.Value },
                "number-columns-spanned" => said with { ColumnsSpanned = xml.Value },
                "style-name" => said with { Style = xml.Value },
                "value-type" when xml.Prefix == "calcext" => said with { IsError = xml.Value == "error" },
                "value-type" => said with { Type = xml.Value },
                "value" or "date-value" or "boolean-value" => said with { Value = xml.Value },
                "string-value" => said with { Text = xml.Value },
                _ => said,
            };
        }

        xml.MoveToElement();
        return said;
    }

    private Cell ReadCell(CellAttributes cell)
    {
        var (type, value, said, isError) = (cell.Type, cell.Value, cell.Text, cell.IsError);
        var format = styles.FormatOf(cell.Style);
        var shown = ReadText(styles.IsRaised(cell.Style), styles.IsStruck(cell.Style));
        if (shown.IsStruckOut)
        {
            return Cell.OfError(CellFaults.StruckOut);
        }

        var text = shown.ToString();

        return type switch
        {
            null => Cell.Blank,
            "string" when isError || ErrorNames.Contains(text) => Cell.OfError(text.Length == 0 ? "#ERROR!" : text),
            "string" => text.Length > 0 ? Cell.OfText(text)
            : string.IsNullOrEmpty(said) ? Cell.Blank
            : Cell.OfText(said),
            "date" when IsoDate.TryParse(value, out var date) => Cell.OfDate(date, format),
            "boolean" when value is "true" or "false" => Cell.OfBoolean(value == "true"),
            // A length of time is no figure.
            "time" => Cell.OfText(text),
            "float"
            or "percentage"
            or "currency" when NumberLexis.TryParse(Encoding.UTF8.GetBytes(value ?? ""), out var number) => OfNumber(
                number,
                type == "percentage" ? format ?? "0%" : format,
                text
            ),
            _ => Cell.OfError(CellFaults.Damaged),
        };
    }

    /// <summary>A number whose text ends in a raised mark is still shown with the mark.</summary>
    private static Cell OfNumber(double number, string? format, string text) =>
        NumberFormatCodes.Padded(number, NumberFormatCodes.PaddedDigits(format ?? "")) is { } padded
            ? Cell.OfText(padded)
        : RaisedText.IsIn(text) ? Cell.OfText(text)
        : Cell.OfNumber(number, format);

    /// <summary>The paragraphs of a cell; a comment on it is not its text.</summary>
    private ShownText ReadText(bool isRaised, bool isStruck)
    {
        var depth = xml.Depth;
        var text = new ShownText(depth, isRaised, isStruck);
        while (XmlFile.ReadWithin(xml, depth))
        {
            text.EndAt(xml.Depth);
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                text.Append(xml.Value);
            }

            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "annotation" or "ruby-text" or "shapes" or "frame" or "table":
                    XmlFile.Skip(xml);
                    break;
                case "p" or "h" or "line-break":
                    text.Append(text.IsEmpty ? "" : "\n");
                    break;
                case "s":
                    text.Append(
                        new string(' ', Math.Min(Repeated(XmlFile.Local(xml, "c")), ReadingLimits.CellCharacters))
                    );
                    break;
                case "tab":
                    text.Append("\t");
                    break;
                case "span" when !xml.IsEmptyElement:
                    var name = XmlFile.Local(xml, "style-name");
                    text.Begin(xml.Depth, styles.IsRaised(name), styles.IsStruck(name));
                    break;
            }
        }

        return text;
    }

    private string? StyleOf(int column) => columns.Find(known => column <= known.Last).Style;

    private bool IsHidden() => XmlFile.Local(xml, "visibility") is "collapse" or "filter";

    private static int Repeated(string? said) =>
        int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? Math.Max(1, times) : 1;

    /// <summary>What the attributes of a cell say, as they are written.</summary>
    private readonly record struct CellAttributes(
        string? Repeated,
        string? RowsSpanned,
        string? ColumnsSpanned,
        string? Style,
        string? Type,
        string? Value,
        string? Text,
        bool IsError
    );
}
