using System.Globalization;
using System.Text;
using System.Xml;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks.OpenXml;

namespace BriPipeline.Core.Workbooks.SpreadsheetXml;

/// <summary>Reads a worksheet of the XML of Excel 2003, on which the reader stands, into a grid.</summary>
internal sealed class SpreadsheetXmlTable(XmlReader xml, Dictionary<string, CellStyle> styles, SheetBuilder builder)
{
    private const int MaxRows = 1_048_576;

    private readonly List<(int First, int Last, string? Style, bool IsHidden)> columns = [];
    private int row;
    private string? rowStyle;
    private int lastColumn;

    public Sheet Read()
    {
        var depth = xml.Depth;
        while (XmlFile.ReadToChild(xml, depth))
        {
            switch (xml.LocalName)
            {
                case "Column":
                    ReadColumn();
                    break;
                case "Row":
                    ReadRow();
                    break;
                case "Visible":
                    if (XmlFile.ReadText(xml) != "SheetVisible")
                    {
                        builder.Hide();
                    }

                    break;
            }
        }

        foreach (var (first, last, _, isHidden) in columns)
        {
            for (var hidden = first; isHidden && hidden <= Math.Min(last, lastColumn); hidden++)
            {
                builder.HideColumn(hidden);
            }
        }

        return builder.Build();
    }

    private void ReadColumn()
    {
        var first = Place("Index", columns.Count == 0 ? 0 : columns[^1].Last, ReadingLimits.Columns);
        var last = Math.Min(ReadingLimits.Columns, first + Number("Span"));
        columns.Add((first, last, XmlFile.Local(xml, "StyleID"), IsHidden("Width")));
    }

    private void ReadRow()
    {
        row = Place("Index", row, MaxRows);
        rowStyle = XmlFile.Local(xml, "StyleID");
        var hiddenRows = IsHidden("Height") ? Number("Span") + 1 : 0;
        for (var hidden = row; hidden < row + hiddenRows && hidden <= MaxRows; hidden++)
        {
            builder.HideRow(hidden);
        }

        var span = Number("Span");
        var depth = xml.Depth;
        var column = 0;
        while (XmlFile.ReadToChild(xml, depth))
        {
            if (xml.LocalName != "Cell")
            {
                XmlFile.Skip(xml);
                continue;
            }

            column = Place("Index", column, ReadingLimits.Columns);
            var over = Number("MergeAcross");
            var down = Number("MergeDown");
            var cell = ReadCell(column);
            builder.Set(row, column, cell);
            if (over > 0 || down > 0)
            {
                builder.Merge(new(new(row, column), new(row + down, column + over)));
            }

            lastColumn = Math.Max(lastColumn, column);
            column += over;
        }

        row += span;
    }

    private Cell ReadCell(int column)
    {
        var id =
            XmlFile.Local(xml, "StyleID")
            ?? rowStyle
            ?? columns.Find(known => known.First <= column && column <= known.Last).Style
            ?? "Default";
        var style = styles.GetValueOrDefault(id, CellStyle.General);
        var hasFormula = XmlFile.Local(xml, "Formula") is not null;
        var cell = Cell.Blank;
        var depth = xml.Depth;
        while (XmlFile.ReadToChild(xml, depth))
        {
            if (xml.LocalName == "Data")
            {
                cell = ReadData(style, new(row, column));
            }
            else
            {
                XmlFile.Skip(xml);
            }
        }

        if (hasFormula && cell.IsBlank)
        {
            builder.Faults.Add(FindingCodes.FormulaWithoutValue, new(row, column));
        }

        return cell;
    }

    private Cell ReadData(CellStyle style, CellAddress place)
    {
        var type = XmlFile.Local(xml, "Type");
        var shown = ReadText(style);
        if (shown.IsStruckOut)
        {
            return Cell.OfError(CellFaults.StruckOut);
        }

        var text = shown.ToString();
        switch (type)
        {
            case "Number" when NumberLexis.TryParse(Encoding.UTF8.GetBytes(text), out var number):
                return NumberFormatCodes.Padded(number, style.PaddedDigits) is { } padded
                    ? Cell.OfText(padded)
                    : Cell.OfNumber(number, style.Format);
            // Raised digits are no part of the number.
            case "Number" when RaisedText.IsIn(text):
            case "String":
                return text.Length == 0 ? Cell.Blank : Cell.OfText(text);
            case "DateTime" when IsoDate.TryParse(text, out var date):
                return Cell.OfDate(date, style.Format);
            case "Boolean" when text is "0" or "1":
                return Cell.OfBoolean(text == "1");
            case "Error":
                return Cell.OfError(text);
            default:
                builder.Faults.Add(FindingCodes.CellsDamaged, place, text);
                return Cell.OfError(CellFaults.Damaged);
        }
    }

    /// <summary>The text of a cell, with what its own markup of HTML says.</summary>
    private ShownText ReadText(CellStyle style)
    {
        var depth = xml.Depth;
        var text = new ShownText(depth, style.IsRaised, style.IsStruck);
        while (XmlFile.ReadWithin(xml, depth))
        {
            text.EndAt(xml.Depth);
            if (xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false })
            {
                text.Begin(xml.Depth, xml.LocalName is "Sup" or "Sub", xml.LocalName is "S");
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                text.Append(xml.Value);
            }
        }

        return text;
    }

    /// <summary>The place that an element states, or the one behind the one before it.</summary>
    private int Place(string attribute, int before, int max)
    {
        var place = XmlFile.Local(xml, attribute) is null ? before + 1 : Number(attribute);
        return place > before && place <= max
            ? place
            : throw new InvalidDataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"in row {row} of \"{builder.Name}\" number {place} comes after {before}"
                )
            );
    }

    private bool IsHidden(string size) =>
        XmlFile.Local(xml, "Hidden") == "1" || XmlFile.Local(xml, size) is "0" or "0.0";

    private int Number(string attribute) =>
        int.TryParse(XmlFile.Local(xml, attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Min(number, MaxRows)
            : 0;
}
