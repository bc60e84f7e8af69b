using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace BriPipeline.Benchmarks;

/// <summary>Files that hold more of one thing than any office publishes.</summary>
internal static class OversizedFiles
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string OpenDocument = "urn:oasis:names:tc:opendocument:xmlns:";
    private const string Excel2003 = "urn:schemas-microsoft-com:office:spreadsheet";
    private const int TitleCharacters = 10 * 1024 * 1024;
    private const int Sheets = 20_000;
    private const int Texts = 3_000_000;
    private const int Entries = 500_000;
    private const int Rows = 200_000;
    private const int Columns = 100;
    private const int Separators = 100_000_000;

    public static IReadOnlyList<(string Name, Action<string> Write)> All { get; } =
    [
        ("title of 10 MB.xlsx", path => WriteXlsx(path, [Inline(Title())])),
        ("title of 10 MB.ods", path => WriteOds(path, [Table("S", Row(TextCell(Title())))])),
        ("title of 10 MB.xml", path => WriteXml(path, [Worksheet("S", Row2003(Cell2003(Title())))])),
        (
            "title of 10 MB.html",
            path => Write(path, ["<html><h1>", Title(), "</h1><table><tr><td>1</td></tr></table></html>"])
        ),
        ("title of 10 MB.csv", path => Write(path, [Title(), "\n", "a,1\n"])),
        ("20,000 sheets.xlsx", path => WriteXlsx(path, [Inline("a")], Sheets)),
        ("20,000 sheets.ods", path => WriteOds(path, Repeat(Sheets, i => Table($"S{i}", Row(TextCell("a")))))),
        ("20,000 sheets.xml", path => WriteXml(path, Repeat(Sheets, i => Worksheet($"S{i}", Row2003(Cell2003("a")))))),
        ("20,000 tables.html", path => Write(path, Repeat(Sheets, _ => "<table><tr><td>a</td></tr></table>"))),
        (
            "3,000,000 shared texts.xlsx",
            path => WriteXlsx(path, [Inline("a")], 1, Repeat(Texts, i => $"<si><t>text {i}</t></si>"))
        ),
        ("500,000 entries.zip", WriteEntries),
        (
            "20,000,000 cells.xlsx",
            path => WriteXlsx(path, Repeat(Rows, _ => FullRow("<c><v>7</v></c>", "<row>", "</row>")))
        ),
        (
            "20,000,000 cells.ods",
            path =>
                WriteOds(
                    path,
                    [
                        Table(
                            "S",
                            $"<table:table-row table:number-rows-repeated=\"{Rows}\">{FullRow(FloatCell, "", "")}</table:table-row>"
                        ),
                    ]
                )
        ),
        (
            "20,000,000 cells, written.ods",
            path =>
                WriteOds(
                    path,
                    [
                        .. Repeat(1, _ => "<table:table table:name=\"S\">"),
                        .. Repeat(Rows, _ => FullRow(FloatCell, "<table:table-row>", "</table:table-row>")),
                        "</table:table>",
                    ]
                )
        ),
        (
            "20,000,000 cells.xml",
            path =>
                WriteXml(
                    path,
                    [
                        .. Repeat(1, _ => "<Worksheet ss:Name=\"S\"><Table>"),
                        .. Repeat(
                            Rows,
                            _ => FullRow("<Cell><Data ss:Type=\"Number\">7</Data></Cell>", "<Row>", "</Row>")
                        ),
                        "</Table></Worksheet>",
                    ]
                )
        ),
        (
            "20,000,000 cells.html",
            path => Write(path, ["<table>", .. Repeat(Rows, _ => FullRow("<td>7", "<tr>", "\n"))])
        ),
        ("20,000,000 cells.csv", path => Write(path, Repeat(Rows, _ => FullRow("7,", "", "7\n")))),
        (
            "100,000,000 separators.csv",
            path => Write(path, ["a,b\n", .. Repeat(Separators / Columns, _ => FullRow(",", "", "\n"))])
        ),
        (
            "100,000,000 separators in a line.csv",
            path => Write(path, Repeat(Separators / Columns, _ => FullRow(";", "", "")))
        ),
        (
            "100,000,000 line breaks.csv",
            path => Write(path, ["a,b\n", .. Repeat(Separators / Columns, _ => FullRow("\n", "", ""))])
        ),
    ];

    private const string FloatCell = "<table:table-cell office:value-type=\"float\" office:value=\"7\"/>";

    private static string Title() => string.Concat(Enumerable.Repeat("Exports 2023. ", TitleCharacters / 14));

    private static IEnumerable<string> Repeat(int count, Func<int, string> part) =>
        Enumerable.Range(1, count).Select(part);

    private static string FullRow(string cell, string start, string end) =>
        start + string.Concat(Enumerable.Repeat(cell, Columns)) + end;

    private static string Inline(string text) => $"<row><c t=\"inlineStr\"><is><t>{text}</t></is></c></row>";

    private static string TextCell(string text) =>
        $"<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>";

    private static string Row(string cells) => $"<table:table-row>{cells}</table:table-row>";

    private static string Table(string name, string rows) => $"<table:table table:name=\"{name}\">{rows}</table:table>";

    private static string Cell2003(string text) => $"<Cell><Data ss:Type=\"String\">{text}</Data></Cell>";

    private static string Row2003(string cells) => $"<Row>{cells}</Row>";

    private static string Worksheet(string name, string rows) =>
        $"<Worksheet ss:Name=\"{name}\"><Table>{rows}</Table></Worksheet>";

    private static void WriteXlsx(
        string path,
        IEnumerable<string> rows,
        int sheets = 1,
        IEnumerable<string>? texts = null
    )
    {
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Part(
            "xl/workbook.xml",
            [
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>",
                .. Repeat(sheets, i => $"<sheet name=\"S{i}\" sheetId=\"{i}\" r:id=\"r1\"/>"),
                "</sheets></workbook>",
            ]
        );
        Part(
            "xl/_rels/workbook.xml.rels",
            [
                $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Office}/worksheet\" Target=\"sheet.xml\"/>",
                $"<Relationship Id=\"r2\" Type=\"{Office}/sharedStrings\" Target=\"texts.xml\"/></Relationships>",
            ]
        );
        Part("xl/sheet.xml", [$"<worksheet xmlns=\"{Main}\"><sheetData>", .. rows, "</sheetData></worksheet>"]);
        Part("xl/texts.xml", [$"<sst xmlns=\"{Main}\">", .. texts ?? [], "</sst>"]);

        void Part(string name, IEnumerable<string> pieces) => WritePart(archive, name, pieces);
    }

    private static void WriteOds(string path, IEnumerable<string> tables)
    {
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        WritePart(archive, "mimetype", ["application/vnd.oasis.opendocument.spreadsheet"]);
        WritePart(
            archive,
            "content.xml",
            [
                $"<office:document-content xmlns:office=\"{OpenDocument}office:1.0\" xmlns:table=\"{OpenDocument}table:1.0\" xmlns:text=\"{OpenDocument}text:1.0\"><office:body><office:spreadsheet>",
                .. tables,
                "</office:spreadsheet></office:body></office:document-content>",
            ]
        );
    }

    private static void WriteXml(string path, IEnumerable<string> sheets) =>
        Write(
            path,
            [
                $"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"{Excel2003}\" xmlns:ss=\"{Excel2003}\">",
                .. sheets,
                "</Workbook>",
            ]
        );

    private static void WriteEntries(string path)
    {
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        for (var i = 0; i < Entries; i++)
        {
            archive.CreateEntry(i.ToString(CultureInfo.InvariantCulture), CompressionLevel.NoCompression);
        }
    }

    private static void WritePart(ZipArchive archive, string name, IEnumerable<string> pieces)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), Utf8);
        foreach (var piece in pieces)
        {
            writer.Write(piece);
        }
    }

    private static void Write(string path, IEnumerable<string> pieces)
    {
        using var writer = new StreamWriter(path, append: false, Utf8);
        foreach (var piece in pieces)
        {
            writer.Write(piece);
        }
    }

    private static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false);
}
