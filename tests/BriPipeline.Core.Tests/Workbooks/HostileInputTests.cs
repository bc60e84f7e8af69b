using System.IO.Compression;
using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Reports.Annotation;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Tests.Workbooks;

/// <summary>Files made to exhaust or mislead their reader end in a finding, soon and in little memory.</summary>
public sealed class HostileInputTests
{
    private const long Megabyte = 1024 * 1024;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void Read_RefusesAnArchive_ThatInflatesTooMuch()
    {
        var spaces = new string(' ', (int)(80 * Megabyte));

        Assert.Equal("workbook-oversized", Refusal(Sheet($"<row r=\"1\"/>{spaces}", CompressionLevel.Optimal)));
    }

    [Fact]
    public void Read_RefusesAPart_WhoseChecksumIsWrong()
    {
        var file = Sheet("<row r=\"1\"><c r=\"A1\"><v>12345</v></c></row>", CompressionLevel.NoCompression);
        var at = Encoding.Latin1.GetString(file).IndexOf("12345", StringComparison.Ordinal);
        file[at] = (byte)'9';

        Assert.Equal("workbook-damaged", Refusal(file));
    }

    [Fact]
    public void Read_RefusesEntities_OfAnyPart()
    {
        const string Bomb =
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>";
        foreach (var reference in (string[])["&b;", "&c;"])
        {
            var xml =
                $"{Bomb}<worksheet xmlns=\"{Main}\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{reference}</t></is></c></row></sheetData></worksheet>";
            Assert.Equal("workbook-damaged", Refusal(Whole(xml)));
            Assert.Equal("workbook-damaged", Refusal(Whole(SheetXml(""), workbook: Bomb)));
        }
    }

    [Fact]
    public void Read_TakesTenRows_OfAMillionDeclared()
    {
        var rows = new StringBuilder();
        for (var row = 1; row <= 10; row++)
        {
            rows.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c></row>"
            );
        }

        rows.Append("<row r=\"1048576\" ht=\"15\" customHeight=\"1\"/>");
        AssertRead(Whole(SheetXml(rows.ToString(), "<dimension ref=\"A1:XFD1048576\"/>")), 10, 1);
    }

    [Fact]
    public void Read_RefusesASheet_WithACellInItsFarthestCorner() =>
        Assert.Equal(
            "sheet-oversized",
            Refusal(
                Whole(
                    SheetXml(
                        "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>",
                        "<dimension ref=\"A1:XFD1048576\"/>"
                    )
                )
            )
        );

    [Fact]
    public void Read_TakesAllColumns()
    {
        var rows = new StringBuilder();
        for (var row = 1; row <= 20; row++)
        {
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r=\"{row}\">");
            for (var column = 1; column <= 16_384; column++)
            {
                rows.Append(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"<c r=\"{BriPipeline.Core.Trade.CellAddress.ColumnLetters(column)}{row}\"><v>1</v></c>"
                );
            }

            rows.Append("</row>");
        }

        AssertRead(Whole(SheetXml(rows.ToString())), 20, 16_384);
    }

    [Fact]
    public void Read_MarksTenMegabytes_OfOneCell()
    {
        var text = string.Concat(Enumerable.Repeat("Атлантида; ", 1_000_000));
        var sheet = SheetXml($"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>");

        Assert.Equal("cell-texts-too-long", Refusal(Whole(sheet)));
        Assert.Equal(
            "cell-texts-too-long",
            Refusal(Encoding.UTF8.GetBytes($"<html><table><tr><td>{text}</td></tr></table></html>"))
        );
        Assert.Equal(
            "cell-texts-too-long",
            Refusal(Encoding.UTF8.GetBytes(text[..4_000_000].Replace(';', '.') + ",1\na,2\nb,3\n"))
        );
        // No field of a text is so long, unless a quotation mark is missing.
        Assert.Equal("workbook-holds-too-much", Refusal(Encoding.UTF8.GetBytes($"a,b\n\"{text}\",2\n")));
    }

    [Fact]
    public void Read_RefusesMoreSheets_ThanAreRead() =>
        AssertHoldsTooMuch(
            "sheets",
            Zip([
                (
                    "xl/workbook.xml",
                    $"<workbook xmlns=\"{Main}\"><sheets>{string.Concat(Enumerable.Range(1, 20_000).Select(i => $"<sheet name=\"{i}\" sheetId=\"{i}\"/>"))}</sheets></workbook>"
                ),
            ])
        );

    [Fact]
    public void Read_RefusesMoreEntries_ThanAreRead() =>
        AssertHoldsTooMuch(
            "entries of its archive",
            Zip([.. Enumerable.Range(1, 25_000).Select(i => ($"{i}", ""))], CompressionLevel.NoCompression)
        );

    [Fact]
    public void Read_RefusesMoreCells_ThanAreRead()
    {
        var cells = string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 16_000));
        var rows = string.Concat(Enumerable.Repeat($"<row>{cells}</row>", 1_100));

        AssertHoldsTooMuch("cells", Whole(SheetXml(rows)));
    }

    [Theory]
    [InlineData(2_000_000)]
    [InlineData(3_000_000)]
    public void Read_RefusesMoreTexts_ThanAreRead(int texts)
    {
        var strings = new StringBuilder($"<sst xmlns=\"{Main}\">");
        for (var i = 0; i < texts; i++)
        {
            strings.Append("<si><t>").Append(i).Append("</t></si>");
        }

        var sheet = SheetXml($"<row r=\"1\"><c r=\"A1\" t=\"s\"><v>{texts - 1}</v></c></row>");
        var file = Whole(sheet, strings: strings.Append("</sst>").ToString());
        if (texts > 2 * 1_048_576)
        {
            AssertHoldsTooMuch("different texts", file);
            return;
        }

        Assert.Equal(
            $"{texts - 1}",
            Core.Workbooks.WorkbookReader.Read(new MemoryStream(file), "a").Workbook!.Sheets[0][1, 1].Text
        );
    }

    [Fact]
    public void Read_RefusesMoreTables_ThanAreRead() =>
        AssertHoldsTooMuch(
            "tables",
            Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<table><tr><td>a</td></tr></table>", 2_001)))
        );

    [Theory]
    [InlineData(",", 100)]
    [InlineData("", 1)]
    public void Read_RefusesMoreFields_ThanAreRead(string separator, int fields)
    {
        var line = string.Concat(Enumerable.Repeat(separator, fields - 1)) + "\n";
        var lines = string.Concat(Enumerable.Repeat(line, 1 + (32 * 1_048_576 / fields)));

        AssertHoldsTooMuch("fields and lines, blank ones too", Encoding.UTF8.GetBytes("a,b\n" + lines));
    }

    [Fact]
    public void Read_RefusesElements_DeepInEachOther()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 200_000));

        Assert.Equal(
            "workbook-damaged",
            Refusal(Encoding.UTF8.GetBytes($"<html>{deep}<table><tr><td>1</td></tr></table>"))
        );
        Assert.Equal(
            "workbook-damaged",
            Refusal(Encoding.UTF8.GetBytes("<html>" + string.Concat(Enumerable.Repeat("<table><tr><td>", 50_000))))
        );
    }

    [Fact]
    public void Read_MarksAsDamaged_AStringNumberThatIsInNoList()
    {
        foreach (var number in (string[])["7", "-1", "99999999999", "x"])
        {
            var sheet = SheetXml($"<row r=\"1\"><c r=\"A1\" t=\"s\"><v>{number}</v></c><c r=\"B1\"><v>5</v></c></row>");
            var strings = $"<sst xmlns=\"{Main}\" count=\"1\"><si><t>one</t></si></sst>";
            Assert.Equal("cells-damaged", Refusal(Whole(sheet, strings: strings)));
        }
    }

    [Fact]
    public void Read_RefusesFiles_CutAnywhere()
    {
        var whole = Whole(SheetXml("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"));
        for (var length = 4; length < whole.Length; length += 37)
        {
            Assert.StartsWith("workbook-", Refusal(whole[..length]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_DoesNotLeaveTheArchive()
    {
        var file = Zip([
            (
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"r/relationships\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"../../../../../../etc/passwd\"/></Relationships>"
            ),
            ("../../outside.xml", "<x/>"),
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ]);
        var findings = new[] { new ReportFinding("a.xlsx", "warning", "odd", "S", "A1", null, "Odd.", "Look.") };
        using var output = new MemoryStream();

        AnnotatedWorkbook.Write(new MemoryStream(file), "a.xlsx", findings, output);

        using var archive = new ZipArchive(output, ZipArchiveMode.Read);
        Assert.DoesNotContain(archive.Entries, entry => entry.FullName.Contains("..", StringComparison.Ordinal));
    }

    private static void AssertHoldsTooMuch(string what, byte[] file)
    {
        var finding = Workbooks.Reading.Refusal(new MemoryStream(file));
        Assert.Equal(("workbook-holds-too-much", what), (finding.Code.Id, finding.Arguments[0]));
    }

    private static string Refusal(byte[] file) =>
        Core.Readings.Reading.Read(new MemoryStream(file), "a", SourceProfile.Unknown("x")).Findings[0].Code.Id;

    /// <summary>The file is read to its end, by the whole pipeline too.</summary>
    private static void AssertRead(byte[] file, int rows, int columns)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (workbook, findings) = Core.Workbooks.WorkbookReader.Read(new MemoryStream(file), "a");
        Assert.Empty(findings);
        Assert.Equal((rows, columns), (workbook!.Sheets[0].RowCount, workbook.Sheets[0].ColumnCount));
        Assert.NotEmpty(Core.Readings.Reading.Read(new MemoryStream(file), "a", SourceProfile.Unknown("x")).Findings);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000 * Megabyte);
    }

    private static string SheetXml(string rows, string before = "") =>
        $"<worksheet xmlns=\"{Main}\">{before}<sheetData>{rows}</sheetData></worksheet>";

    private static byte[] Sheet(string rows, CompressionLevel level = CompressionLevel.Fastest) =>
        Whole(SheetXml(rows), level: level);

    private static byte[] Whole(
        string sheet,
        string workbook = "",
        string? strings = null,
        CompressionLevel level = CompressionLevel.Fastest
    )
    {
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return Zip(
            [
                (
                    "xl/workbook.xml",
                    $"{workbook}<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"
                ),
                (
                    "xl/_rels/workbook.xml.rels",
                    $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"b\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
                ),
                ("xl/worksheets/sheet1.xml", sheet),
                .. strings is null ? [] : new[] { ("xl/sharedStrings.xml", strings) },
            ],
            level
        );
    }

    private static byte[] Zip((string Name, string Content)[] parts, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name, level).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }
}
