using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace BriPipeline.Core.Workbooks.Excel;

/// <summary>Looks into a sheet's part for error cells and formulas without a value. Most parts hold neither formulas nor
/// errors, which a scan of the bytes shows in a fraction of the time that reading the XML takes.</summary>
internal static class SheetPartMarks
{
    private const int BufferBytes = 1 << 16;

    /// <summary>At least one of these stands in any part that holds a formula or an error cell.</summary>
    private static readonly byte[][] Traces =
    [
        "<f"u8.ToArray(),
        ":f"u8.ToArray(),
        "\"e\""u8.ToArray(),
        "'e'"u8.ToArray(),
    ];

    /// <summary>Formatting may reach to the sheet's last column, and walking all of it in every row takes minutes: past
    /// this width the XML is asked where the values end.</summary>
    private const int WideColumns = 512;

    public static SheetMarks Of(ZipArchiveEntry part, int columns) =>
        columns > WideColumns || HasTraces(part) ? Collect(part) : SheetMarks.None;

    private static bool HasTraces(ZipArchiveEntry part)
    {
        var longest = Traces.Max(trace => trace.Length);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            using var stream = part.Open();
            var kept = 0;
            int read;
            var isStart = true;
            while ((read = stream.Read(buffer, kept, buffer.Length - kept)) > 0)
            {
                var filled = buffer.AsSpan(0, kept + read);
                // The two bytes that open UTF-16, in which the traces would not be seen.
                if (isStart && filled is [0xFF or 0xFE, ..])
                {
                    return true;
                }

                isStart = false;
                foreach (var trace in Traces)
                {
                    if (filled.IndexOf(trace) >= 0)
                    {
                        return true;
                    }
                }

                // A trace may lie across two buffers.
                kept = Math.Min(longest - 1, filled.Length);
                filled[^kept..].CopyTo(buffer);
            }

            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

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
        CellReference.TryParse(reference, out var stated) ? stated : new CellAddress(row, column + 1);
}
