using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks.SpreadsheetXml;

public sealed class SpreadsheetXmlReaderTests
{
    [Theory]
    [InlineData("<Cell><Data ss:Type='Number'>13165.8</Data></Cell>", "13165.8")]
    [InlineData("<Cell><Data ss:Type='Number'>13165,8</Data></Cell>", "#DAMAGED!")]
    [InlineData("<Cell ss:StyleID='code'><Data ss:Type='Number'>101</Data></Cell>", "0101")]
    [InlineData("<Cell ss:StyleID='out'><Data ss:Type='Number'>101</Data></Cell>", "#STRUCK-OUT!")]
    [InlineData("<Cell ss:StyleID='up'><Data ss:Type='Number'>1</Data></Cell>", "¹")]
    [InlineData("<Cell><ss:Data ss:Type='String' xmlns='h'>2022<Sup>1</Sup><S>old</S></ss:Data></Cell>", "2022¹")]
    [InlineData("<Cell><Data ss:Type='DateTime'>2023-01-31T00:00:00.000</Data></Cell>", "2023-01-31")]
    [InlineData("<Cell><Data ss:Type='Boolean'>1</Data></Cell>", "TRUE")]
    [InlineData("<Cell><Data ss:Type='Error'>#DIV/0!</Data></Cell>", "#DIV/0!")]
    [InlineData("<Cell><Comment><Data>note</Data></Comment></Cell>", "")]
    public void Cell_IsWhatIsShown(string cell, string raw) =>
        Assert.Equal(raw, Read($"<Row>{cell}</Row>").Sheet[1, 1].Raw);

    [Fact]
    public void Places_FollowOneAnotherOrAreStated()
    {
        const string One = "<Data ss:Type='Number'>1</Data>";
        var (sheet, findings) = Read(
            $"<Column/><Column ss:Hidden='1' ss:Span='1'/><Row ss:Hidden='1'><Cell ss:MergeAcross='1'>{One}</Cell><Cell ss:Index='4'>{One}</Cell></Row><Row ss:Index='4'><Cell>{One}</Cell><Cell ss:Formula='=A1'/></Row>"
        );
        Assert.Equal(["1", "", "", "1"], sheet.Row(1));
        Assert.Equal(["1", "", "", ""], sheet.Row(4));
        Assert.Equal("A1:B1", Assert.Single(sheet.MergedRanges).ToString());
        Assert.Equal([false, true, true, false], Enumerable.Range(1, 4).Select(sheet.IsColumnHidden));
        Assert.True(sheet.IsRowHidden(1));
        Assert.Equal(FindingCodes.FormulaWithoutValue, Assert.Single(findings).Code);
    }

    [Theory]
    [InlineData("<Row ss:Index='2'/><Row ss:Index='1'/>")]
    [InlineData("<Row><Cell ss:Index='16385'/></Row>")]
    [InlineData("<Row>")]
    public void Read_RefusesWhatNoSheetCanHold(string rows) =>
        Assert.Equal(FindingCodes.WorkbookDamaged, Reading.Refusal(File(rows)).Code);

    private static (Sheet Sheet, IReadOnlyList<Finding> Findings) Read(string rows)
    {
        var (workbook, findings) = WorkbookReader.Read(File(rows), "a.xls");
        return (workbook!.Sheets[0], findings);
    }

    private static MemoryStream File(string rows) =>
        new(
            Encoding.UTF8.GetBytes(
                $"""
                <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>
                <Style ss:ID="code"><NumberFormat ss:Format="0000"/></Style><Style ss:ID="out"><Font ss:StrikeThrough="1"/></Style><Style ss:ID="up"><Font ss:VerticalAlign="Superscript"/></Style>
                </Styles><Worksheet ss:Name="S"><Table>{rows}</Table></Worksheet></Workbook>
                """
            )
        );
}
