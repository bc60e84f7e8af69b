using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks.OpenXml;

public sealed class XlsxReaderTests
{
    [Fact]
    public void Read_GivesEveryKindOfCell()
    {
        var sheet = Reading.Sheet(
            new XlsxFile()
                .Sheet(
                    "Data",
                    """
                    <row r="1">
                      <c r="A1"><v>1.5761734576E10</v></c>
                      <c r="B1" s="1"><v>13060205.47911</v></c>
                      <c r="C1" t="inlineStr"><is><t>Қытай</t></is></c>
                      <c r="D1" t="b"><v>1</v></c>
                      <c r="E1" s="2"><v>44926</v></c>
                      <c r="F1" t="e"><v>#N/A</v></c>
                      <c r="H1" t="inlineStr" s="2"><is><t>12-2022</t></is></c>
                    </row>
                    """
                )
                .ToStream()
        );
        Assert.Equal(
            [
                Cell.OfNumber(15761734576, "General"),
                Cell.OfNumber(13060205.47911, "#,##0.0"),
                Cell.OfText("Қытай"),
                Cell.OfBoolean(true),
                Cell.OfDate(new DateTime(2022, 12, 31), sheet[1, 5].NumberFormat),
                Cell.OfError("#N/A"),
                Cell.Blank,
                Cell.OfText("12-2022"),
            ],
            Enumerable.Range(1, 8).Select(column => sheet[1, column])
        );
    }

    [Theory]
    [InlineData("""<row r="3"><c r="B3" t="e"><v>#DIV/0!</v></c></row>""", 3, 2, "#DIV/0!")]
    [InlineData("""<row r='3'><c t='e' r='B3'><f>1/0</f><v>#DIV/0!</v></c></row>""", 3, 2, "#DIV/0!")]
    [InlineData("""<row><c/><c t="e"><v>#REF!</v></c></row>""", 1, 2, "#REF!")]
    [InlineData("""<row r="1"><c r="A1" t = "e"><v>#NAME?</v></c></row>""", 1, 1, "#NAME?")]
    [InlineData("""<row r="1"><c r="A1" t="e"/><c r="B1"><v>1</v></c></row>""", 1, 1, "#ERROR!")]
    public void Read_TellsErrorsFromBlanks(string rows, int row, int column, string name)
    {
        var sheet = Reading.Sheet(new XlsxFile().Sheet("Data", rows).ToStream());
        Assert.Equal(Cell.OfError(name), sheet[row, column]);
    }

    [Fact]
    public void Read_TellsErrorsFromBlanks_WhenThePartIsUtf16()
    {
        using var file = new XlsxFile { SheetEncoding = Encoding.Unicode }
            .Sheet("Data", """<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>""")
            .ToStream();
        Assert.Equal(Cell.OfError("#N/A"), Reading.Sheet(file)[1, 1]);
    }

    [Fact]
    public void Read_GivesErrorsToTheirOwnSheet()
    {
        var workbook = Reading.Workbook(
            new XlsxFile()
                .Sheet("a", """<row r="1"><c r="A1" s="1"/></row>""")
                .Sheet("b", """<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>""")
                .ToStream()
        );
        Assert.Equal([CellKind.Blank, CellKind.Error], workbook.Sheets.Select(sheet => sheet[1, 1].Kind));
    }

    [Fact]
    public void Read_TakesTheCachedValue_OfAFormula()
    {
        var sheet = Reading.Sheet(
            new XlsxFile()
                .Sheet(
                    "Data",
                    """<row r="1"><c r="A1"><f>1+1</f><v>5</v></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1"><f t="shared" si="0"/><v>6</v></c></row>"""
                )
                .ToStream()
        );
        Assert.Equal(Cell.OfNumber(5, "General"), sheet[1, 1]);
        Assert.Equal(Cell.Blank, sheet[1, 2]);
        Assert.Equal(Cell.OfNumber(6, "General"), sheet[1, 3]);
    }

    [Fact]
    public void Read_WarnsOnceASheet_WhenFormulasHoldNoValue()
    {
        using var file = new XlsxFile()
            .Sheet(
                "Data",
                """<row r="2"><c r="B2"><f>A1</f></c><c r="D2"><f>A1</f><v></v></c></row><row r="5"><c r="C5"><f t="shared" si="0"/></c></row>"""
            )
            .ToStream();
        var result = WorkbookReader.Read(file, "a.xlsx");
        var finding = Assert.Single(result.Findings);
        Assert.Equal(FindingCodes.FormulaWithoutValue, finding.Code);
        Assert.Equal(("Data", "B2:D5", "3"), (finding.Sheet, finding.Place.ToString(), finding.Arguments[0]));
        Assert.True(result.Workbook!.Sheets[0][2, 2].IsBlank);
    }

    [Fact]
    public void Read_MarksWhatIsHidden()
    {
        var workbook = Reading.Workbook(
            new XlsxFile()
                .Sheet(
                    "a",
                    """<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>1</v></c></row>""",
                    before: """<cols><col min="2" max="2" width="9" hidden="1"/></cols>"""
                )
                .Sheet("b", "", state: "hidden")
                .Sheet("c", "", state: "veryHidden")
                .ToStream()
        );
        Assert.Equal([false, true, true], workbook.Sheets.Select(sheet => sheet.IsHidden));
        Assert.Equal([true, false], Enumerable.Range(1, 2).Select(workbook.Sheets[0].IsRowHidden));
        Assert.Equal([false, true], Enumerable.Range(1, 2).Select(workbook.Sheets[0].IsColumnHidden));
        Assert.Equal("1", workbook.Sheets[0][1, 1].Raw);
    }

    [Fact]
    public void Read_KeepsMergedRanges()
    {
        var sheet = Reading.Sheet(
            new XlsxFile()
                .Sheet(
                    "a",
                    """<row r="1"><c r="B1"><v>2022</v></c></row>""",
                    after: """<mergeCells count="1"><mergeCell ref="B1:D2"/></mergeCells>"""
                )
                .ToStream()
        );
        Assert.Equal("B1:D2", Assert.Single(sheet.MergedRanges).ToString());
        Assert.Equal(new CellAddress(1, 2), sheet.AnchorOf(2, 4));
    }

    [Fact]
    public void Read_CountsValuesOnly_WhenMoreIsDeclaredAndFormatted()
    {
        var sheet = Reading.Sheet(
            new XlsxFile()
                .Sheet(
                    "a",
                    """<row r="3"><c r="B3"><v>1</v></c><c r="XFD3" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>""",
                    before: """<dimension ref="A1:XFD1048576"/>"""
                )
                .ToStream()
        );
        Assert.Equal((3, 2), (sheet.RowCount, sheet.ColumnCount));
    }

    [Fact]
    public void Read_GivesAWorkbookOrOneFinding_WhenBytesAreChanged()
    {
        using var file = new XlsxFile().Sheet("a", """<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>""").ToStream();
        var good = file.ToArray();
        var random = new Random(2013);
        for (var i = 0; i < 500; i++)
        {
            var bad = (byte[])good.Clone();
            bad[random.Next(4, bad.Length)] ^= (byte)(1 << random.Next(8));
            bad = random.Next(4) == 0 ? bad[..random.Next(4, bad.Length)] : bad;
            using var content = new MemoryStream(bad);
            var result = WorkbookReader.Read(content, "a.xlsx");
            Assert.True(result.Workbook is not null || result.Findings.Count == 1);
        }
    }

    [Fact]
    public void Read_RefusesAWorkbook_OfWhichASheetIsMissing()
    {
        using var file = new XlsxFile { StatedFolder = "elsewhere" }
            .Sheet("a", "")
            .ToStream();
        Assert.Equal(FindingCodes.WorkbookDamaged, Reading.Refusal(file).Code);
    }

    [Fact]
    public void Read_GivesErrors_WhenTheSheetsPathIsAbsolute()
    {
        using var file = new XlsxFile { StatedFolder = "/xl/worksheets" }
            .Sheet("a", """<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>""")
            .ToStream();
        Assert.Equal(Cell.OfError("#N/A"), Reading.Sheet(file)[1, 1]);
    }
}
