using System.Globalization;
using System.Text;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks.Text;

public sealed class DelimitedTextReaderTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Row_IsThePhysicalLine_WhereTheRecordStarts(string end)
    {
        var sheet = Reading.Text(
            string.Join(end, "name,value", "\"two", "lines\",1", "", "\"\"\"quoted\"\"\",\"1,5\"", "last,2", "")
        );
        Assert.Equal("", sheet.Name);
        Assert.Equal($"two{end}lines", sheet[2, 1].Text);
        Assert.Equal(["", ""], sheet.Row(3));
        Assert.Equal(["", ""], sheet.Row(4));
        Assert.Equal(["\"quoted\"", "1,5"], sheet.Row(5));
        Assert.Equal(["last", "2"], sheet.Row(6));
        Assert.Equal(6, sheet.RowCount);
    }

    [Fact]
    public void Field_IsTextAsStored()
    {
        var sheet = Reading.Text("code,share,name,date\n007, 1.50 ,,2022-01-01\n");
        Assert.Equal(
            [Cell.OfText("007"), Cell.OfText(" 1.50 "), Cell.Blank, Cell.OfDate(new DateTime(2022, 1, 1))],
            Cells(sheet, 2)
        );
    }

    [Fact]
    public void Field_IsAnError_WhenASpreadsheetPrintedOne() =>
        Assert.Equal(
            [Cell.OfError("#N/A"), Cell.OfError("#ДЕЛ/0!"), Cell.OfText("#1")],
            Cells(Reading.Text("#N/A,#ДЕЛ/0!,#1\n"), 1)
        );

    [Fact]
    public void Field_KeepsItsMarks_WhenQuotationIsMalformed() =>
        Assert.Equal(["\"12\"3", "4", "5\" pipe"], Reading.Text("\"12\"3,\"4\",5\" pipe\na,b,c\n").Row(1));

    [Theory]
    [InlineData("country;2021;2022\nRussia;1,5;2,5\nChina;3,5;4,5\n", "Russia")]
    [InlineData("Exports, by country, in tonnes\n\ncountry;2021;2022\nRussia;1,5;2,5\nChina;3,5;4,5\n", "Russia")]
    [InlineData("country\t2021\nRussia\t1,5\nChina, total; all\t3\n", "Russia")]
    [InlineData("country|2021\nRussia|1\n", "Russia")]
    [InlineData("country,2021\nRussia,1\n\"a;b;c;d\",1\n\"e;f;g;h\",1\n", "Russia")]
    [InlineData("sep=|\ncountry|a;b\nRussia|c;d\n", "Russia")]
    public void Delimiter_IsFoundByEvidence(string text, string expected)
    {
        var sheet = Reading.Text(text);
        Assert.Contains(
            Enumerable.Range(1, sheet.RowCount),
            row => sheet[row, 1].Text == expected && !sheet[row, 2].IsBlank
        );
    }

    [Fact]
    public void SeparatorLine_IsNoRecordButCounts() =>
        Assert.Equal(["a", "b;c"], Reading.Text("sep=,\na,b;c\n").Row(2));

    [Fact]
    public void LongTable_IsReadWhole()
    {
        const int Records = 50_000;
        var text = new StringBuilder("id,value\n");
        for (var i = 1; i <= Records; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i},\"{i * 3}\"\n");
        }

        var sheet = Reading.Text(text.ToString());
        Assert.Equal(["50000", "150000"], sheet.Row(Records + 1));
        Assert.Equal(["32768", "98304"], sheet.Row(32769));
    }

    private static IEnumerable<Cell> Cells(Sheet sheet, int row) =>
        Enumerable.Range(1, sheet.ColumnCount).Select(column => sheet[row, column]);
}
