using System.IO.Compression;
using System.Text;

namespace BriPipeline.Core.Tests.Workbooks;

/// <summary>Makes small .xlsx files from the XML of their sheets, so that a test can write what no program would.</summary>
internal sealed class XlsxFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string State, string Xml)> sheets = [];

    /// <summary>Folder of the sheets as the workbook names it.</summary>
    public string StatedFolder { get; init; } = "worksheets";

    public Encoding SheetEncoding { get; init; } = new UTF8Encoding(false);

    /// <param name="rows">The content of <c>sheetData</c>.</param>
    /// <param name="before">What stands before it, as <c>cols</c>.</param>
    /// <param name="after">What stands after it, as <c>mergeCells</c>.</param>
    public XlsxFile Sheet(string name, string rows, string before = "", string after = "", string state = "visible")
    {
        sheets.Add(
            (name, state, $"""<worksheet xmlns="{Main}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>""")
        );
        return this;
    }

    public MemoryStream ToStream()
    {
        var list = sheets.Select(
            (sheet, i) => $"""<sheet name="{sheet.Name}" sheetId="{i + 1}" state="{sheet.State}" r:id="rId{i + 1}"/>"""
        );
        var links = sheets.Select(
            (_, i) =>
                $"""<Relationship Id="rId{i + 1}" Type="{Relationships}/worksheet" Target="{StatedFolder}/sheet{i + 1}.xml"/>"""
        );
        var parts = new Dictionary<string, string>
        {
            ["xl/workbook.xml"] =
                $"""<workbook xmlns="{Main}" xmlns:r="{Relationships}"><sheets>{string.Concat(list)}</sheets></workbook>""",
            ["xl/_rels/workbook.xml.rels"] =
                $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(links)}<Relationship Id="rIdS" Type="{Relationships}/styles" Target="styles.xml"/></Relationships>""",
            // Cell styles: 0 General, 1 thousands with one decimal, 2 a date.
            ["xl/styles.xml"] =
                $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.0"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>""",
        };
        return Zip([
            .. parts.Select(part => (part.Key, Encoding.UTF8.GetBytes(part.Value))),
            .. sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i + 1}.xml", WithMark(sheet.Xml))),
        ]);
    }

    public static MemoryStream Zip(params IEnumerable<(string Name, byte[] Content)> parts)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        file.Position = 0;
        return file;
    }

    private byte[] WithMark(string xml) => [.. SheetEncoding.GetPreamble(), .. SheetEncoding.GetBytes(xml)];
}
