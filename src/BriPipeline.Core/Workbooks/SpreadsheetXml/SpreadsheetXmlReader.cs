using System.Xml;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Workbooks.Grids;
using BriPipeline.Core.Workbooks.OpenXml;

namespace BriPipeline.Core.Workbooks.SpreadsheetXml;

/// <summary>Reads the XML of Excel 2003 (SpreadsheetML 2003), which many web sites still send under the name .xls.</summary>
internal static class SpreadsheetXmlReader
{
    private const string Kind = "XML of Excel 2003";

    public static WorkbookReadResult Read(Stream content, string fileName)
    {
        try
        {
            using var xml = XmlFile.Open(content);
            return Read(xml, fileName);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            throw RefusedException.Damaged(Kind, e.Message);
        }
    }

    private static WorkbookReadResult Read(XmlReader xml, string fileName)
    {
        var styles = new Dictionary<string, CellStyle>(StringComparer.Ordinal);
        var texts = new TextPool();
        var sheets = new List<Sheet>();
        var findings = new List<Finding>();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "Styles")
            {
                ReadStyles(xml, styles);
            }
            else if (xml.LocalName == "Worksheet")
            {
                if (sheets.Count == ReadingLimits.Sheets)
                {
                    throw RefusedException.TooMany("sheets", ReadingLimits.Sheets);
                }

                var builder = new SheetBuilder(Cell.WellFormed(XmlFile.Local(xml, "Name") ?? ""), false, texts);
                sheets.Add(new SpreadsheetXmlTable(xml, styles, builder).Read());
                findings.AddRange(builder.Faults.ToFindings(builder.Name));
            }
        }

        return sheets.Count == 0
            ? throw RefusedException.Damaged(Kind, "it lists no sheet")
            : new(new Workbook(fileName, WorkbookFormat.SpreadsheetXml, sheets), findings);
    }

    private static void ReadStyles(XmlReader xml, Dictionary<string, CellStyle> styles)
    {
        var depth = xml.Depth;
        var id = "";
        while (XmlFile.ReadToChild(xml, depth))
        {
            switch (xml.LocalName)
            {
                case "Style":
                    id = XmlFile.Local(xml, "ID") ?? "";
                    styles[id] =
                        XmlFile.Local(xml, "Parent") is { } parent && styles.TryGetValue(parent, out var inherited)
                            ? inherited
                            : CellStyle.General;
                    break;
                case "NumberFormat":
                    styles[id] = CellStyle.Of(
                        CodeOf(XmlFile.Local(xml, "Format")),
                        styles[id].IsRaised,
                        styles[id].IsStruck
                    );
                    break;
                case "Font":
                    styles[id] = styles[id] with
                    {
                        IsRaised = XmlFile.Local(xml, "VerticalAlign") is "Superscript" or "Subscript",
                        IsStruck = XmlFile.Local(xml, "StrikeThrough") == "1",
                    };
                    break;
            }
        }
    }

    /// <summary>Formats are codes, or names that this format has for some.</summary>
    private static string CodeOf(string? format) =>
        format switch
        {
            null or "" => NumberFormatCodes.General,
            "Fixed" => "0.00",
            "Standard" or "Currency" => "#,##0.00",
            "Percent" => "0.00%",
            "Scientific" => "0.00E+00",
            "Short Date" or "General Date" or "Medium Date" or "Long Date" => "yyyy-mm-dd",
            _ => format,
        };
}
