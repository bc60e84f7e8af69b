using BriPipeline.Core.Tests.Repository;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks;

/// <summary>One small workbook as the programs write it that people make such files with: openpyxl, XlsxWriter, xlwt, ExcelJS,
/// ClosedXML, LibreOffice and SheetJS. Row 3, column C and the second sheet are hidden where the writer can say so.</summary>
public sealed class WrittenFilesTests
{
    [Theory]
    [InlineData("openpyxl.xlsx", "#N/A")]
    [InlineData("xlsxwriter.xlsx", "#N/A")]
    [InlineData("exceljs.xlsx", "#N/A")]
    // ClosedXML writes the name of its own error in place of a number.
    [InlineData("closedxml.xlsx", "#DAMAGED!")]
    [InlineData("libreoffice.xlsx", "#N/A")]
    // LibreOffice writes the result of TRUE() as a number.
    [InlineData("libreoffice.ods", "#N/A", "1")]
    [InlineData("libreoffice.fods", "#N/A", "1")]
    [InlineData("libreoffice.xls", "#N/A")]
    [InlineData("sheetjs-2003.xls", "#N/A")]
    [InlineData("sheetjs.xls", "#N/A")]
    // xlwt computes no formula.
    [InlineData("xlwt.xls", "")]
    // SheetJS leaves errors out of OpenDocument.
    [InlineData("sheetjs.ods", "")]
    [InlineData("sheetjs.fods", "")]
    public void Read_GivesTheSameCells_WhateverTheProgram(string file, string error, string truth = "TRUE")
    {
        var workbook = Read(file);
        var sheet = workbook.Sheets[0];

        Assert.Equal(["Data", "Notes"], workbook.Sheets.Select(read => read.Name));
        Assert.Equal("Exports, thousand USD", sheet[1, 1].Raw);
        Assert.Equal("A1:C1", Assert.Single(sheet.MergedRanges).ToString());
        Assert.Equal(["Country", "2022", "2023-01-31"], sheet.Row(2));
        Assert.Equal(["Китай", "13165.8", truth], sheet.Row(3));
        Assert.Equal(["0101", error, "-0.125"], sheet.Row(4));
    }

    [Theory]
    [InlineData("openpyxl.xlsx")]
    [InlineData("xlsxwriter.xlsx")]
    [InlineData("exceljs.xlsx")]
    [InlineData("closedxml.xlsx")]
    [InlineData("libreoffice.xlsx")]
    [InlineData("libreoffice.ods")]
    [InlineData("libreoffice.fods")]
    [InlineData("libreoffice.xls")]
    [InlineData("sheetjs-2003.xls")]
    [InlineData("xlwt.xls")]
    public void Read_MarksWhatIsHidden_WhateverTheProgram(string file)
    {
        var workbook = Read(file);
        var sheet = workbook.Sheets[0];

        Assert.Equal([false, true], workbook.Sheets.Select(read => read.IsHidden));
        Assert.Equal([false, false, true, false], Enumerable.Range(1, 4).Select(sheet.IsRowHidden));
        Assert.Equal([false, false, true], Enumerable.Range(1, 3).Select(sheet.IsColumnHidden));
        Assert.Equal("#,##0.0", sheet[3, 2].NumberFormat);
    }

    [Theory]
    [InlineData("openpyxl.xlsx")]
    [InlineData("xlsxwriter.xlsx")]
    [InlineData("exceljs.xlsx")]
    [InlineData("closedxml.xlsx")]
    // LibreOffice raises parts of a text, and no whole cell.
    // And it gives the whole cell the line through its first part.
    [InlineData("libreoffice.xlsx", "3", "#STRUCK-OUT!")]
    [InlineData("libreoffice.ods", "3")]
    [InlineData("libreoffice.fods", "3")]
    [InlineData("libreoffice.xls", "3")]
    [InlineData("xlwt.xls")]
    public void Read_ShowsCells_AsTheirFontsDo(string file, string raised = "³", string kept = "15")
    {
        var sheet = Read(file).Sheets[0];

        Assert.Equal(["Italy", "#STRUCK-OUT!", raised], sheet.Row(5));
        if (sheet.RowCount > 5)
        {
            Assert.Equal("Turkey²", sheet[6, 1].Text);
            Assert.Equal(kept, sheet[6, 2].Text!.Trim());
        }
    }

    private static Workbook Read(string file)
    {
        var path = Path.Combine(RepositoryFiles.Root, "tests", "BriPipeline.Core.Tests", "Workbooks", "Written", file);
        using var content = File.OpenRead(path);
        return WorkbookReader.Read(content, file).Workbook!;
    }
}
