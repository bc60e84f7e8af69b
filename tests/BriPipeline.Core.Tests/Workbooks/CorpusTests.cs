using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks;

/// <summary>Cells of real publications, as a person reads them off the file.</summary>
public sealed class CorpusTests
{
    [Theory]
    [InlineData("kz-bns-partners-2022", ".xls", "2022", 78, 4, "13060205.47911")]
    [InlineData("kz-bns-partners-2022", ".xls", "2022", 4, 5, "тыс. долларов США")]
    [InlineData("kz-bns-partners-2022", ".xls", "2021", 77, 4, "9772505.63304")]
    [InlineData("kg-nsc-export-partners", ".xlsx", "Лист1", 4, 4, "1994")]
    [InlineData("us-usitc-dataweb", ".xlsx", "FAS Value", 101, 4, "125,801,943,398")]
    [InlineData("us-usitc-dataweb", ".xlsx", "FAS Value", 30, 4, "15761734576")]
    [InlineData("us-census-country", ".xlsx", "country", 1, 1, "year")]
    [InlineData("uz-stat-export-csv", ".csv", "", 1, 1, "Code")]
    [InlineData("eu-eurostat-comext-csv", "06_38_12.719Z.csv", "", 1, 1, "REPORTER")]
    [InlineData("cn-gacc-csv-gbk", ".csv", "", 1, 1, "数据年月")]
    [InlineData("cn-gacc-csv-gbk", ".csv", "", 3, 10, "16,536,067,327")]
    [InlineData("am-armstat-htmlxls", ".xls", "table1", 2, 4, "234522.3809")]
    [InlineData("am-armstat-htmlxls", ".xls", "table1", 199, 5, "83628.44266")]
    [InlineData("cn-gacc-html", ".html", "table1", 5, 4, "22,297.0")]
    [InlineData("cn-gacc-html", ".html", "table1", 11, 8, "-18.7")]
    public void Read_GivesTheCell_AtItsPublishedAddress(
        string entry,
        string ending,
        string sheetName,
        int row,
        int column,
        string raw
    )
    {
        var workbook = Read(entry, ending);
        var sheet = workbook.Sheets.Single(candidate => candidate.Name == sheetName);
        var found = Enumerable
            .Range(1, sheet.ColumnCount)
            .Single(place =>
                sheet.AnchorOf(row, place) == new CellAddress(row, place)
                && sheet.AddressOf(row, place) == new CellAddress(row, column)
            );
        Assert.Equal(raw, sheet[row, found].Raw.Trim('\u00A0', '\u200B'));
    }

    [Fact]
    public void Read_KeepsMergedHeadings_OfAnXls()
    {
        var sheet = Read("kz-bns-partners-2022", ".xls").Sheets.Single(candidate => candidate.Name == "2022");
        Assert.Equal(9, sheet.MergedRanges.Count);
        Assert.Equal(7, sheet.ColumnCount);
        Assert.Equal("#,##0.0", sheet[78, 4].NumberFormat);
    }

    [Fact]
    public void Read_CountsValuesOnly_WhenFormattingReachesFurther()
    {
        var sheet = Read("kg-nsc-export-soms", ".xlsx").Sheets[0];
        Assert.InRange(sheet.RowCount, 9, 20);
    }

    [Fact]
    public void Read_FindsNothingAmiss_InAnyPublication()
    {
        foreach (var path in Corpus.Paths())
        {
            using var content = File.OpenRead(path);
            var result = WorkbookReader.Read(content, Path.GetFileName(path));
            Assert.Equal([], result.Findings.Select(finding => $"{path}: {finding.Place} {finding.Message}"));
        }
    }

    private static Workbook Read(string entry, string ending)
    {
        var path = Corpus.PathOf(entry, ending);
        using var content = File.OpenRead(path);
        var result = WorkbookReader.Read(content, Path.GetFileName(path));
        Assert.Empty(result.Findings);
        return result.Workbook!;
    }
}
