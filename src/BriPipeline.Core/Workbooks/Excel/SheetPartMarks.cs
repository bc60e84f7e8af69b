using System.Globalization;
using System.IO.Compression;
using System.Xml;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Workbooks.Excel;

/// <summary>Looks into a sheet's part for error cells and formulas without a value, if <see cref="PartScan"/> found traces.</summary>
internal static class SheetPartMarks
{
    /// <summary>Formatting may reach to the sheet's last column, and walking all of it in every row takes minutes: past
    /// this width the XML is asked where the values end.</summary>
    private const int WideColumns = 512;

    public static SheetMarks Of(ZipArchiveEntry part, int columns, bool hasTraces) =>
        columns > WideColumns || hasTraces ? Collect(part) : SheetMarks.None;

    private static SheetMarks Collect(ZipArchiveEntry part)
    {
        var marks = new SheetMarks();
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, SheetParts.XmlSettings);
        var row = 0;
        var column = 0;
        var extent = new CellAddress(0, 0);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "row")
            {
                row = int.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var stated)
                    ? stated
                    : row + 1;
                column = 0;
            }
            else if (xml.LocalName == "c")
            {
                var place = PlaceOf(xml.GetAttribute("r"), row, column);
                (row, column) = (place.Row, place.Column);
                if (CollectCell(xml, place, marks))
                {
                    extent = new CellAddress(Math.Max(extent.Row, row), Math.Max(extent.Column, column));
                }
            }
        }

        marks.Extent = extent;
        return marks;
    }

    /// <returns>Whether the cell holds a value.</returns>
    private static bool CollectCell(XmlReader xml, CellAddress place, SheetMarks marks)
    {
        var isError = xml.GetAttribute("t") == "e";
        var isText = xml.GetAttribute("t") == "str";
        var hasFormula = false;
        var inValue = false;
        var value = "";
        var depth = xml.Depth;
        var isOpen = !xml.IsEmptyElement;
        while (isOpen && xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                hasFormula |= xml.LocalName == "f";
                inValue = xml.LocalName is "v" or "t";
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && inValue)
            {
                value += xml.Value;
            }
        }

        if (isError)
        {
            marks.AddError(place, value.Length == 0 ? "#ERROR!" : value.Trim());
        }
        else if (hasFormula && !isText && value.Length == 0)
        {
            marks.AddWithoutValue(place);
        }

        return isError || value.Length > 0;
    }

    /// <summary>The address a cell states, or the place after the cell before it.</summary>
    private static CellAddress PlaceOf(string? reference, int row, int column) =>
        CellAddress.TryParse(reference, out var stated) ? stated : new CellAddress(row, column + 1);
}
