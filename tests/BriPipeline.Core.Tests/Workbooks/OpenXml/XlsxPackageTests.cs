using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks.OpenXml;

/// <summary>Packages that are laid out otherwise than Excel does.</summary>
public sealed class XlsxPackageTests
{
    private const string Transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    [Theory]
    [InlineData("xl/workbook.xml", "xl/worksheets/sheet1.xml", "worksheets/sheet1.xml")]
    [InlineData("xl/workbook22.xml", "xl/s.xml", "/xl/s.xml")]
    [InlineData("book.xml", "data/s.xml", "data/s.xml")]
    [InlineData("a/b/book.xml", "a/s 1.xml", "../s%201.xml")]
    [InlineData("XL/Workbook.XML", "xl/Worksheets/Sheet1.xml", "worksheets/sheet1.xml")]
    [InlineData("xl\\workbook.xml", "xl\\worksheets\\sheet1.xml", "worksheets/sheet1.xml")]
    public void Sheet_IsFound_WhereverItStands(string main, string sheet, string target) =>
        Assert.Equal("5", Reading.Sheet(Package(main, sheet, target, Transitional))[1, 1].Raw);

    [Fact]
    public void StrictOpenXml_IsRead()
    {
        using var file = Package(
            "xl/workbook.xml",
            "xl/s.xml",
            "s.xml",
            Strict,
            "http://purl.oclc.org/ooxml/spreadsheetml/main"
        );
        Assert.Equal("5", Reading.Sheet(file)[1, 1].Raw);
    }

    [Theory]
    [InlineData("1", "2023-01-31")]
    [InlineData("true", "2023-01-31")]
    [InlineData("0", "2019-01-30")]
    [InlineData("false", "2019-01-30")]
    public void Dates_CountFromTheYearThatTheWorkbookSays(string said, string date)
    {
        using var file = Package(
            "xl/workbook.xml",
            "xl/s.xml",
            "s.xml",
            Transitional,
            settings: $"<workbookPr date1904=\"{said}\"/>",
            cell: "<c s=\"1\"><v>43495</v></c>"
        );
        Assert.Equal(date, Reading.Sheet(file)[1, 1].Raw);
    }

    [Fact]
    public void Read_RefusesAnEntry_ThatStandsThereTwice()
    {
        using var file = XlsxFile.Zip(("xl/workbook.xml", [1]), ("XL\\workbook.xml", [2]));
        Assert.Equal(FindingCodes.WorkbookDamaged, Reading.Refusal(file).Code);
    }

    [Fact]
    public void Chartsheets_AreNoSheets()
    {
        using var file = Package("xl/workbook.xml", "xl/s.xml", "s.xml", Transitional, type: "chartsheet");
        Assert.Empty(WorkbookReader.Read(file, "a").Workbook!.Sheets);
    }

    private static MemoryStream Package(
        string main,
        string sheet,
        string target,
        string relationships,
        string space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        string settings = "",
        string cell = "<c><v>5</v></c>",
        string type = "worksheet"
    )
    {
        var slash = main.Replace('\\', '/').LastIndexOf('/') + 1;
        var parts = new Dictionary<string, string>
        {
            ["_rels/.rels"] = Relationships(("a", "officeDocument", main.Replace('\\', '/'))),
            [main] =
                $"<workbook xmlns=\"{space}\" xmlns:r=\"{relationships}\">{settings}<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>",
            [$"{main[..slash]}_rels/{main[slash..]}.rels"] = Relationships(
                ("b", type, target),
                ("c", "styles", "styles.xml")
            ),
            [$"{main[..slash]}styles.xml"] =
                $"<styleSheet xmlns=\"{space}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
            [sheet] = $"<worksheet xmlns=\"{space}\"><sheetData><row>{cell}</row></sheetData></worksheet>",
        };
        return XlsxFile.Zip(parts.Select(part => (part.Key, Encoding.UTF8.GetBytes(part.Value))));

        string Relationships(params (string Id, string Type, string Target)[] list) =>
            $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(list.Select(one => $"<Relationship Id=\"{one.Id}\" Type=\"{relationships}/{one.Type}\" Target=\"{one.Target}\"/>"))}</Relationships>";
    }
}
