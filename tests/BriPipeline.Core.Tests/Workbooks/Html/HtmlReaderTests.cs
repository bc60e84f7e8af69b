using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks.Html;

public sealed class HtmlReaderTests
{
    [Fact]
    public void Spans_BecomeMergedRanges_AndAddressesStayThoseOfThePage()
    {
        var sheet = Reading.Text(
            """
            <!DOCTYPE html><table>
            <tr><th rowspan=2>Country<th colspan=2>Export<th colspan=2>Import</tr>
            <tr><th>3<th>1 to 3<th>3<th>1 to 3</tr>
            <tr><td>Total<td>1<td>2<td>3<td>4</tr>
            </table>
            """
        );
        Assert.Equal("table1", sheet.Name);
        Assert.Equal(["A1:A2", "B1:C1", "D1:E1"], sheet.MergedRanges.Select(range => range.ToString()));
        Assert.Equal(["Country", "Export", "", "Import", ""], sheet.Row(1));
        Assert.Equal(["", "3", "1 to 3", "3", "1 to 3"], sheet.Row(2));
        Assert.Equal(["Total", "1", "2", "3", "4"], sheet.Row(3));
        Assert.Equal("C1", sheet.AddressOf(1, 4).ToString());
        Assert.Equal("C1", sheet.AddressOf(1, 5).ToString());
        Assert.Equal("A2", sheet.AddressOf(2, 2).ToString());
        Assert.Equal("A1", sheet.AddressOf(2, 1).ToString());
        Assert.Equal("E3", sheet.AddressOf(3, 5).ToString());
    }

    [Fact]
    public void RowSpan_EndsWithItsSection()
    {
        var sheet = Reading.Text(
            "<table><thead><tr><th rowspan=9>a<th>b</thead><tbody><tr><td>1<td rowspan=0>2<tr><td>3</tbody></table>"
        );
        Assert.Equal(["1", "2"], sheet.Row(2));
        Assert.Equal("B2:B3", Assert.Single(sheet.MergedRanges).ToString());
    }

    [Fact]
    public void Tables_AreNumberedInDocumentOrder_AndHoldOnlyTheirOwnText()
    {
        var workbook = Reading.Workbook(
            Reading.Bytes(
                "<html><table><tr><td>frame <table><tr><td>inner</table> end</table><table><tr><td>last</table>"
            )
        );
        Assert.Equal(["table1", "table2", "table3"], workbook.Sheets.Select(sheet => sheet.Name));
        Assert.Equal(["frame end", "inner", "last"], workbook.Sheets.Select(sheet => sheet[1, 1].Raw));
        Assert.All(workbook.Sheets, sheet => Assert.Equal((1, 1), (sheet.RowCount, sheet.ColumnCount)));
    }

    [Theory]
    [InlineData("\n  of\n which  ", "of which")]
    [InlineData("&nbsp;&nbsp; Germany&nbsp;", "\u00A0\u00A0 Germany\u00A0")]
    [InlineData("a<br>b", "a\nb")]
    [InlineData("<p>a</p><p>b</p>", "a b")]
    [InlineData("12.5<sup>1</sup>", "12.5¹")]
    [InlineData("<b>1</b>2", "12")]
    [InlineData("<span style='display: none'>99</span>1", "1")]
    [InlineData("1<script>2</script>", "1")]
    [InlineData("&lt;b&gt; &amp;", "<b> &")]
    public void Text_IsWhatAReaderOfThePageSees(string cell, string expected) =>
        Assert.Equal(expected, Reading.Text($"<table><tr><td>{cell}</td></tr></table>")[1, 1].Raw);

    [Fact]
    public void Error_IsAnError() =>
        Assert.Equal(Cell.OfError("#N/A"), Reading.Text("<table><tr><td>#N/A</table>")[1, 1]);

    [Fact]
    public void HiddenRow_IsMarked()
    {
        var sheet = Reading.Text("<table><tr style='display:none'><td>1</tr><tr><td>2</table>");
        Assert.Equal([true, false], Enumerable.Range(1, 2).Select(sheet.IsRowHidden));
    }

    [Theory]
    [InlineData("windows-1251", "Экспорт")]
    [InlineData("gb2312", "大豆进口")]
    [InlineData("koi8-r", "Экспорт")]
    public void DeclaredEncoding_IsUsed(string name, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page =
            $"<html><meta http-equiv=Content-Type content='text/html; charset={name}'><table><tr><td>{text}</table>";
        Assert.Equal(text, Reading.Text(page, Encoding.GetEncoding(name))[1, 1].Text);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-7")]
    [InlineData("no-such")]
    public void DeclaredEncoding_IsNotBelieved_WhenTheBytesContradictItOrThereIsNone(string name) =>
        Assert.Equal(
            "Экспорт",
            Reading
                .Text($"<html><meta charset={name}><table><tr><td>Экспорт</table>", new UTF8Encoding(false))[1, 1]
                .Text
        );

    [Fact]
    public void DeepCell_KeepsItsText() =>
        Assert.Equal("1", Reading.Text($"<table><tr><td>{Repeat("<i>", 1_500)}1</table>")[1, 1].Raw);

    [Fact]
    public void PageTooDeepToReadWhole_IsRefused() =>
        Assert.Equal(
            FindingCodes.WorkbookDamaged,
            Reading.Refusal(Reading.Bytes($"<html>{Repeat("<div>", 3_000)}<table><tr><td>1")).Code
        );

    [Theory]
    [InlineData("<h1>{0}</h1><table><tr><td>1</table>", 32_767, true)]
    [InlineData("<h1>{0}</h1><table><tr><td>1</table>", 32_768, false)]
    [InlineData("<table><caption>{0}</caption><tr><td>1</table>", 32_768, false)]
    public void Heading_LongerThanACell_IsRefused(string page, int length, bool isRead)
    {
        var bytes = Reading.Bytes("<html>" + page.Replace("{0}", Repeat("a", length), StringComparison.Ordinal));

        if (isRead)
        {
            Assert.Equal(length, Reading.Sheet(bytes).Above[0].Length);
        }
        else
        {
            var refusal = Reading.Refusal(bytes);
            Assert.Equal(FindingCodes.WorkbookHoldsTooMuch, refusal.Code);
            Assert.Contains("32,767", refusal.Message, StringComparison.Ordinal);
        }
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
