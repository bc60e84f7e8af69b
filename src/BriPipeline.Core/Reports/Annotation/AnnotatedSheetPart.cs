using System.Globalization;
using System.Xml;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Reports.Annotation;

/// <summary>Copies a sheet's part node by node, so that its size does not matter: cells with findings get a marked style,
/// cells that are not there and have a comment are put in, and everything else stays as it is.</summary>
internal sealed class AnnotatedSheetPart(
    XmlReader reader,
    XmlWriter writer,
    SheetNotes? notes,
    PackageStyles styles,
    string? drawingId,
    string relationships
)
{
    /// <summary>What stands behind <c>legacyDrawing</c> in a sheet.</summary>
    private static readonly HashSet<string> AfterDrawing =
    [
        "legacyDrawing",
        "legacyDrawingHF",
        "drawingHF",
        "picture",
        "oleObjects",
        "controls",
        "AlternateContent",
        "webPublishItems",
        "tableParts",
        "extLst",
    ];

    private readonly SortedDictionary<int, SortedSet<int>> missing = Missing(notes);
    private readonly List<(int First, int Last, string? Style)> columnStyles = [];
    private string main = "";
    private string prefix = "";
    private string? rowStyle;
    private int row;
    private int column;
    private bool hasDrawing = drawingId is null;

    /// <exception cref="InvalidDataException">Rows or cells are out of order, so that none can be put in.</exception>
    /// <exception cref="XmlException">The part cannot be read.</exception>
    public void Copy()
    {
        writer.WriteStartDocument(true);
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Start();
                    break;
                case XmlNodeType.EndElement:
                    Finish(reader.Depth, reader.LocalName);
                    writer.WriteFullEndElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    writer.WriteString(reader.Value);
                    break;
                case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    writer.WriteWhitespace(reader.Value);
                    break;
            }
        }
    }

    private static SortedDictionary<int, SortedSet<int>> Missing(SheetNotes? notes)
    {
        var cells = new SortedDictionary<int, SortedSet<int>>();
        foreach (var cell in notes?.Comments.Keys ?? [])
        {
            if (!cells.TryGetValue(cell.Row, out var columns))
            {
                cells[cell.Row] = columns = [];
            }

            columns.Add(cell.Column);
        }

        return cells;
    }

    private void Start()
    {
        var (depth, name, isEmpty) = (reader.Depth, reader.LocalName, reader.IsEmptyElement);
        if (depth == 0)
        {
            (main, prefix) = (reader.NamespaceURI, reader.Prefix);
        }
        else if (depth == 1 && AfterDrawing.Contains(name))
        {
            WriteDrawing(isThere: name == "legacyDrawing");
        }

        switch (depth, name)
        {
            case (2, "row"):
                StartRow();
                break;
            case (3, "c"):
                StartCell();
                break;
            case (2, "sheetView"):
                CopyStart(skip: "tabSelected");
                break;
            default:
                NoteColumn(depth, name);
                CopyStart();
                break;
        }

        if (isEmpty)
        {
            Finish(depth, name);
            writer.WriteEndElement();
        }
    }

    private void StartRow()
    {
        var stated = reader.GetAttribute("r");
        var number = int.TryParse(stated, CultureInfo.InvariantCulture, out var own) ? own : row + 1;
        if (number <= row)
        {
            throw new InvalidDataException("The rows of a sheet are out of order.");
        }

        WriteRows(before: number);
        (row, column) = (number, 0);
        rowStyle = reader.GetAttribute("customFormat") is "1" or "true" ? reader.GetAttribute("s") : null;
        CopyStart();
        if (stated is null)
        {
            writer.WriteAttributeString("r", Number(row));
        }
    }

    private void StartCell()
    {
        var isStated = CellAddress.TryParse(reader.GetAttribute("r"), out var cell);
        cell = isStated ? cell : new CellAddress(row, column + 1);
        if (cell.Row != row || cell.Column <= column)
        {
            throw new InvalidDataException("The cells of a row are out of order.");
        }

        WriteCells(before: cell.Column);
        column = cell.Column;
        var style = reader.GetAttribute("s");
        if (notes?.ToneOf(cell) is not { } tone)
        {
            CopyStart();
        }
        else
        {
            CopyStart(skip: "s");
            writer.WriteAttributeString("s", Marked(style, tone));
        }

        if (!isStated)
        {
            writer.WriteAttributeString("r", cell.ToString());
        }
    }

    /// <summary>Before an element ends: what is still to stand in it.</summary>
    private void Finish(int depth, string name)
    {
        switch (depth, name)
        {
            case (2, "row"):
                WriteCells(before: int.MaxValue);
                break;
            case (1, "sheetData"):
                WriteRows(before: int.MaxValue);
                break;
            case (0, _):
                WriteDrawing(isThere: false);
                break;
        }
    }

    private void WriteRows(int before)
    {
        while (missing.Count > 0 && missing.First().Key is var number && number < before)
        {
            (row, column, rowStyle) = (number, 0, null);
            writer.WriteStartElement(prefix, "row", main);
            writer.WriteAttributeString("r", Number(number));
            WriteCells(before: int.MaxValue);
            writer.WriteEndElement();
        }
    }

    private void WriteCells(int before)
    {
        if (!missing.TryGetValue(row, out var columns))
        {
            return;
        }

        while (columns.Count > 0 && columns.Min < before)
        {
            var cell = new CellAddress(row, columns.Min);
            columns.Remove(cell.Column);
            writer.WriteStartElement(prefix, "c", main);
            writer.WriteAttributeString("r", cell.ToString());
            var style = rowStyle ?? columnStyles.Find(one => cell.Column >= one.First && cell.Column <= one.Last).Style;
            writer.WriteAttributeString("s", Marked(style, notes!.ToneOf(cell) ?? Tone.Note));
            writer.WriteEndElement();
        }

        // The cell that stands at the limit is in the sheet.
        columns.Remove(before);
        if (columns.Count == 0)
        {
            missing.Remove(row);
        }
    }

    private void WriteDrawing(bool isThere)
    {
        if (!hasDrawing && !isThere)
        {
            writer.WriteStartElement(prefix, "legacyDrawing", main);
            writer.WriteAttributeString("id", relationships, drawingId);
            writer.WriteEndElement();
        }

        hasDrawing = true;
    }

    private void NoteColumn(int depth, string name)
    {
        if (
            depth == 2
            && name == "col"
            && int.TryParse(reader.GetAttribute("min"), CultureInfo.InvariantCulture, out var first)
            && int.TryParse(reader.GetAttribute("max"), CultureInfo.InvariantCulture, out var last)
        )
        {
            columnStyles.Add((first, last, reader.GetAttribute("style")));
        }
    }

    private void CopyStart(string? skip = null)
    {
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        for (var found = reader.MoveToFirstAttribute(); found; found = reader.MoveToNextAttribute())
        {
            if (reader.Name != skip)
            {
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
            }
        }

        reader.MoveToElement();
    }

    private string Marked(string? style, Tone tone) =>
        Number(styles.Marked(int.TryParse(style, CultureInfo.InvariantCulture, out var own) ? own : 0, tone));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
