using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace BriPipeline.Benchmarks;

/// <summary>Writes a long .xlsx of any number of records, a key each, streaming: ten columns, shared strings, the
/// figures as numbers. The figures mean nothing.</summary>
internal static class LargeWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string SpreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private const int FirstYear = 2019;
    private const int Months = 72;

    private static readonly string[] Header =
    [
        "Reporter",
        "Partner",
        "Flow",
        "HS code",
        "Commodity",
        "Period",
        "Unit",
        "Value (USD)",
        "Net weight (kg)",
        "Status",
    ];

    private static readonly string[] Partners = (
        "AFG ALB ARE ARG ARM AUS AUT AZE BEL BGD BGR BLR BRA CAN CHE CHL CHN COL CUB CYP CZE DEU DNK DZA ECU EGY ESP EST "
        + "ETH FIN FRA GBR GEO GHA GRC HKG HRV HUN IDN IND IRL IRN IRQ ISL ISR ITA JPN KEN KGZ KHM KOR KWT LAO LKA LTU LUX "
        + "LVA MAR MDA MEX MMR MNG MYS NGA NLD NOR NPL NZL OMN PAK PER PHL POL PRT QAT ROU RUS SAU SGP SRB SVK SVN SWE THA "
        + "TJK TKM TUN TUR TWN UKR USA UZB VNM ZAF"
    ).Split(' ');

    private static readonly string[] Flows = ["Exports", "Imports"];

    /// <param name="rows">Records below the header; at most 1,048,575, which fills a sheet.</param>
    /// <param name="revisedEvery">Every so many-th record has other figures; 0 for none.</param>
    public static void Write(string path, int rows, int revisedEvery = 0)
    {
        var texts = new SharedTexts();
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        WritePart(archive, "[Content_Types].xml", WriteContentTypes);
        WritePart(archive, "_rels/.rels", xml => WriteRelationships(xml, ("officeDocument", "xl/workbook.xml")));
        WritePart(archive, "xl/workbook.xml", WriteWorkbook);
        WritePart(
            archive,
            "xl/_rels/workbook.xml.rels",
            xml =>
                WriteRelationships(
                    xml,
                    ("worksheet", "worksheets/sheet1.xml"),
                    ("sharedStrings", "sharedStrings.xml"),
                    ("styles", "styles.xml")
                )
        );
        WritePart(archive, "xl/styles.xml", WriteStyles);
        WritePart(archive, "xl/worksheets/sheet1.xml", xml => WriteSheet(xml, rows, revisedEvery, texts));
        WritePart(archive, "xl/sharedStrings.xml", texts.Write);
    }

    private static void WritePart(ZipArchive archive, string name, Action<XmlWriter> write)
    {
        using var stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        using var xml = XmlWriter.Create(stream);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    private static void WriteContentTypes(XmlWriter xml)
    {
        xml.WriteStartElement("Types", ContentTypes);
        Override("/xl/workbook.xml", "sheet.main+xml");
        Override("/xl/worksheets/sheet1.xml", "worksheet+xml");
        Override("/xl/sharedStrings.xml", "sharedStrings+xml");
        Override("/xl/styles.xml", "styles+xml");
        xml.WriteStartElement("Default");
        xml.WriteAttributeString("Extension", "rels");
        xml.WriteAttributeString("ContentType", "application/vnd.openxmlformats-package.relationships+xml");
        xml.WriteEndElement();

        void Override(string part, string type)
        {
            xml.WriteStartElement("Override");
            xml.WriteAttributeString("PartName", part);
            xml.WriteAttributeString("ContentType", SpreadsheetType + type);
            xml.WriteEndElement();
        }
    }

    private static void WriteRelationships(XmlWriter xml, params (string Type, string Target)[] relationships)
    {
        xml.WriteStartElement("Relationships", PackageRelationships);
        for (var i = 0; i < relationships.Length; i++)
        {
            xml.WriteStartElement("Relationship");
            xml.WriteAttributeString("Id", string.Create(CultureInfo.InvariantCulture, $"rId{i + 1}"));
            xml.WriteAttributeString("Type", $"{Relationships}/{relationships[i].Type}");
            xml.WriteAttributeString("Target", relationships[i].Target);
            xml.WriteEndElement();
        }
    }

    private static void WriteWorkbook(XmlWriter xml)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets");
        xml.WriteStartElement("sheet");
        xml.WriteAttributeString("name", "Trade");
        xml.WriteAttributeString("sheetId", "1");
        xml.WriteAttributeString("r", "id", Relationships, "rId1");
    }

    /// <summary>Two cell styles: General, and thousands with separators for the figures.</summary>
    private static void WriteStyles(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Main);
        xml.WriteStartElement("cellXfs");
        foreach (var format in (string[])["0", "3"])
        {
            xml.WriteStartElement("xf");
            xml.WriteAttributeString("numFmtId", format);
            xml.WriteEndElement();
        }
    }

    private static void WriteSheet(XmlWriter xml, int rows, int revisedEvery, SharedTexts texts)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData");
        WriteRow(xml, 1, [.. Header.Select(title => (texts.IndexOf(title), false))]);
        for (var record = 0; record < rows; record++)
        {
            var flow = record % Flows.Length;
            var month = record / Flows.Length % Months;
            var partner = record / (Flows.Length * Months) % Partners.Length;
            var commodity = record / (Flows.Length * Months * Partners.Length);
            var value = 1000 + (record * 7919L % 100_000_007);
            value += revisedEvery > 0 && record % revisedEvery == 0 ? 300 : 0;
            WriteRow(
                xml,
                record + 2,
                [
                    (texts.IndexOf("KAZ"), false),
                    (texts.IndexOf(Partners[partner]), false),
                    (texts.IndexOf(Flows[flow]), false),
                    (texts.IndexOf(HsCode(commodity)), false),
                    (texts.IndexOf($"Commodity number {HsCode(commodity)}"), false),
                    (texts.IndexOf(Period(month)), false),
                    (texts.IndexOf("USD"), false),
                    (value, true),
                    (value / 3, true),
                    (texts.IndexOf(record % 17 == 0 ? "provisional" : "final"), false),
                ]
            );
        }
    }

    private static void WriteRow(XmlWriter xml, int row, ReadOnlySpan<(long Value, bool IsFigure)> cells)
    {
        var number = row.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", number);
        for (var column = 0; column < cells.Length; column++)
        {
            xml.WriteStartElement("c");
            xml.WriteAttributeString("r", (char)('A' + column) + number);
            xml.WriteAttributeString(cells[column].IsFigure ? "s" : "t", cells[column].IsFigure ? "1" : "s");
            xml.WriteElementString("v", cells[column].Value.ToString(CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string HsCode(int commodity) =>
        string.Create(CultureInfo.InvariantCulture, $"{1 + (commodity % 97):D2}{1000 + (commodity * 37 % 9000):D4}");

    private static string Period(int month) =>
        string.Create(CultureInfo.InvariantCulture, $"{FirstYear + (month / 12)}-{1 + (month % 12):D2}");

    private sealed class SharedTexts
    {
        private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);

        public int IndexOf(string text)
        {
            if (!indices.TryGetValue(text, out var index))
            {
                index = indices.Count;
                indices.Add(text, index);
            }

            return index;
        }

        public void Write(XmlWriter xml)
        {
            xml.WriteStartElement("sst", Main);
            foreach (var text in indices.Keys)
            {
                xml.WriteStartElement("si");
                xml.WriteElementString("t", text);
                xml.WriteEndElement();
            }
        }
    }
}
