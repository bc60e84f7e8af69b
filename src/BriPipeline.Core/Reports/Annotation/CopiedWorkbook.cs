using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using BriPipeline.Core.Office;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Reports.Annotation;

/// <summary>A plain .xlsx with the grids of a workbook of another format: values, number formats, merged ranges and what is
/// hidden. It is then annotated like any other.</summary>
internal static class CopiedWorkbook
{
    /// <summary>A sheet of an .xlsx has no more.</summary>
    public const int MaxRows = 1_048_576;
    private const int WidthRows = 200;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>What relationships of office documents are named after.</summary>
    public const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Sheetish = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static readonly HashSet<string> Errors = new(StringComparer.Ordinal)
    {
        "#NULL!",
        "#DIV/0!",
        "#VALUE!",
        "#REF!",
        "#NAME?",
        "#NUM!",
        "#N/A",
    };

    /// <param name="names">The sheets' names in the copy, in their order.</param>
    public static void Write(IReadOnlyList<Sheet> sheets, IReadOnlyList<string> names, Stream output)
    {
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var styles = new PackageStyles(
            new(new System.Xml.Linq.XElement(System.Xml.Linq.XNamespace.Get(Main) + "styleSheet"))
        );
        var formats = new Formats(styles);
        var (list, links, types) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var i = 0; i < sheets.Count; i++)
        {
            var sheet = sheets[i];
            PackageParts.Write(
                archive,
                Invariant($"xl/worksheets/sheet{i + 1}.xml"),
                part => WriteSheet(part, sheet, formats)
            );
            var state = sheet.IsHidden ? " state=\"hidden\"" : "";
            list.Append(
                CultureInfo.InvariantCulture,
                $"""<sheet name="{Escaped(names[i])}" sheetId="{i + 1}"{state} r:id="rId{i + 1}"/>"""
            );
            links.Append(
                CultureInfo.InvariantCulture,
                $"""<Relationship Id="rId{i + 1}" Type="{Office}/worksheet" Target="worksheets/sheet{i + 1}.xml"/>"""
            );
            types.Append(
                CultureInfo.InvariantCulture,
                $"""<Override PartName="/xl/worksheets/sheet{i + 1}.xml" ContentType="{Sheetish}worksheet+xml"/>"""
            );
        }

        PackageParts.Write(archive, "xl/styles.xml", styles.Save);
        WriteXml(
            archive,
            "xl/workbook.xml",
            $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><bookViews><workbookView/></bookViews><sheets>{list}</sheets></workbook>"""
        );
        WriteXml(
            archive,
            "xl/_rels/workbook.xml.rels",
            $"""<Relationships xmlns="{PackageParts.Links}">{links}<Relationship Id="rIdStyles" Type="{Office}/styles" Target="styles.xml"/></Relationships>"""
        );
        WriteXml(
            archive,
            "_rels/.rels",
            $"""<Relationships xmlns="{PackageParts.Links}"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
        );
        WriteXml(
            archive,
            "[Content_Types].xml",
            $"""<Types xmlns="{PackageParts.Types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Sheetish}sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Sheetish}styles+xml"/>{types}</Types>"""
        );
    }

    /// <summary>Names as a sheet may have them, no two alike.</summary>
    public static IReadOnlyList<string> NamesOf(IReadOnlyList<Sheet> sheets, string fileName)
    {
        var names = new List<string>(sheets.Count);
        foreach (var sheet in sheets)
        {
            var wish = sheet.Name.Length > 0 ? sheet.Name : Path.GetFileNameWithoutExtension(fileName);
            wish = new string([
                .. CellText
                    .Clean(wish)
                    .Select(letter =>
                        @"[]:*?/\".Contains(letter, StringComparison.Ordinal) || char.IsControl(letter) ? '_' : letter
                    ),
            ]).Trim('\'', ' ');
            wish =
                wish.Length == 0 ? "Sheet"
                : wish.Length > 28 ? wish[..28]
                : wish;
            var name = wish;
            for (var i = 2; names.Contains(name, StringComparer.OrdinalIgnoreCase); i++)
            {
                name = Invariant($"{wish} {i}");
            }

            names.Add(name);
        }

        return names;
    }

    private static void WriteSheet(Stream part, Sheet sheet, Formats formats)
    {
        using var writer = XmlWriter.Create(part);
        writer.WriteStartDocument(true);
        writer.WriteStartElement("worksheet", Main);
        var columns = Math.Min(sheet.ColumnCount, ReadingLimits.Columns);
        WriteColumns(writer, sheet, columns);
        writer.WriteStartElement("sheetData", Main);
        for (var row = 1; row <= Math.Min(sheet.RowCount, MaxRows); row++)
        {
            WriteRow(writer, sheet, row, Math.Min(sheet.LastColumn(row), columns), formats);
        }

        writer.WriteEndElement();
        var merged = sheet
            .MergedRanges.Where(range =>
                range.Last.Row <= MaxRows && range.Last.Column <= ReadingLimits.Columns && range.First != range.Last
            )
            .ToList();
        if (merged.Count > 0)
        {
            writer.WriteStartElement("mergeCells", Main);
            foreach (var range in merged)
            {
                writer.WriteStartElement("mergeCell", Main);
                writer.WriteAttributeString("ref", range.ToString());
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    /// <summary>As wide as the first rows need.</summary>
    private static void WriteColumns(XmlWriter writer, Sheet sheet, int columns)
    {
        if (columns == 0)
        {
            return;
        }

        writer.WriteStartElement("cols", Main);
        for (var column = 1; column <= columns; column++)
        {
            var widest = Enumerable
                .Range(1, Math.Min(sheet.RowCount, WidthRows))
                .Max(row => sheet[row, column].Raw.Length);
            writer.WriteStartElement("col", Main);
            writer.WriteAttributeString("min", Invariant($"{column}"));
            writer.WriteAttributeString("max", Invariant($"{column}"));
            writer.WriteAttributeString("width", Invariant($"{Math.Clamp(widest + 2, 9, 40)}"));
            writer.WriteAttributeString("customWidth", "1");
            if (sheet.IsColumnHidden(column))
            {
                writer.WriteAttributeString("hidden", "1");
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void WriteRow(XmlWriter writer, Sheet sheet, int row, int columns, Formats formats)
    {
        var isDoubtful = sheet.DoubtfulRows.Contains(row);
        var isOpen = sheet.IsRowHidden(row);
        if (isOpen)
        {
            Open();
            writer.WriteAttributeString("hidden", "1");
        }

        for (var column = 1; column <= columns; column++)
        {
            var cell = isDoubtful ? Doubted(sheet[row, column]) : sheet[row, column];
            if (cell.IsBlank)
            {
                continue;
            }

            if (!isOpen)
            {
                Open();
                isOpen = true;
            }

            WriteCell(writer, new CellAddress(row, column), cell, formats);
        }

        if (isOpen)
        {
            writer.WriteEndElement();
        }

        void Open()
        {
            writer.WriteStartElement("row", Main);
            writer.WriteAttributeString("r", Invariant($"{row}"));
        }
    }

    /// <summary>A figure that may stand in a wrong column, so that the copy does not read it either before it is repaired.</summary>
    private static Cell Doubted(Cell cell) =>
        cell.Raw.AsSpan().ContainsAnyInRange('0', '9') ? Cell.OfText("? " + cell.Raw) : cell;

    private static void WriteCell(XmlWriter writer, CellAddress place, Cell cell, Formats formats)
    {
        writer.WriteStartElement("c", Main);
        writer.WriteAttributeString("r", place.ToString());
        var isFinite = cell.Kind != CellKind.Number || double.IsFinite(cell.Number);
        switch (cell.Kind)
        {
            case CellKind.Number when isFinite:
                Styled(cell.NumberFormat);
                writer.WriteElementString("v", Main, cell.Raw);
                break;
            case CellKind.Date when cell.Date.Year >= 1900:
                Styled(cell.NumberFormat ?? "yyyy-mm-dd");
                writer.WriteElementString("v", Main, cell.Date.ToOADate().ToString("R", CultureInfo.InvariantCulture));
                break;
            case CellKind.Boolean:
                writer.WriteAttributeString("t", "b");
                writer.WriteElementString("v", Main, cell.Number == 0 ? "0" : "1");
                break;
            case CellKind.Error when Errors.Contains(cell.Text!):
                writer.WriteAttributeString("t", "e");
                writer.WriteElementString("v", Main, cell.Text);
                break;
            default:
                if (CellText.LooksLikeFormula(cell.Raw))
                {
                    writer.WriteAttributeString("s", Invariant($"{formats.Text}"));
                }

                FindingsSheet.WriteText(writer, CellText.Clean(cell.Raw));
                break;
        }

        writer.WriteEndElement();

        void Styled(string? format)
        {
            if (format is not null && formats.Of(format) is var style)
            {
                writer.WriteAttributeString("s", Invariant($"{style}"));
            }
        }
    }

    private static void WriteXml(ZipArchive archive, string name, string xml) =>
        PackageParts.Write(archive, name, stream => stream.Write(Encoding.UTF8.GetBytes(xml)));

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(text);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>A style for each number format.</summary>
    private sealed class Formats(PackageStyles styles)
    {
        private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);

        /// <summary>Of texts that are not to become formulas.</summary>
        public int Text { get; } = styles.Add(isText: true);

        public int Of(string format)
        {
            if (!known.TryGetValue(format, out var style))
            {
                style = format == "General" ? 0 : styles.Add(format: format);
                known.Add(format, style);
            }

            return style;
        }
    }
}
