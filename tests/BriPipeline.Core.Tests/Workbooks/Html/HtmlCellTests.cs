using System.Text;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks.Html;

/// <summary>A cell of a page as its reader sees it.</summary>
public sealed class HtmlCellTests
{
    [Theory]
    [InlineData("<td>12.5<sup>1</sup>", "12.5¹")]
    [InlineData("<td>12.5<span style='vertical-align: super'>1</span>", "12.5¹")]
    [InlineData("<td>12.5<sup><a href='#n'>1</a></sup>", "12.5¹")]
    [InlineData("<td>12.5<small>1</small>", "12.5\n1")]
    [InlineData("<td>12.5 <a href='#n'>1</a>", "12.5\n1")]
    [InlineData("<td><small>12.5</small>", "12.5")]
    [InlineData("<td><a href='/china'>12.5</a>", "12.5")]
    [InlineData("<td>United <a>States</a>", "United States")]
    [InlineData("<td><div>131</div><div>147</div>", "131\n147")]
    [InlineData("<td><div>131</div>147", "131\n147")]
    [InlineData("<td><p>Trade</p><p>balance</p>", "Trade balance")]
    [InlineData("<td><s>14</s> 15", "15")]
    [InlineData("<td><del>14</del><ins>15</ins>", "15")]
    [InlineData("<td><span style='text-decoration:line-through'>14</span>15", "15")]
    [InlineData("<td><s>14</s>", "#STRUCK-OUT!")]
    [InlineData("<td>5<noscript>6</noscript><span style='display: none'>7</span><span hidden>8</span>", "5")]
    [InlineData("<td x:num='14728.4321'>14,728", "14728.4321")]
    [InlineData("<td x:num>14,728", "14,728")]
    [InlineData("<td x:num='0.5'>50%", "50%")]
    [InlineData("<td x:num='44927'>Jan-23", "Jan-23")]
    [InlineData("<td x:num='14728.4'>14", "#DAMAGED!")]
    [InlineData("<td x:num='14728,4'>14,728", "#DAMAGED!")]
    public void Cell_IsWhatIsShown(string cell, string raw)
    {
        using var content = Reading.Bytes($"<html><table><tr>{cell}</td></tr></table></html>");
        Assert.Equal(raw, WorkbookReader.Read(content, "a.html").Workbook!.Sheets[0][1, 1].Raw);
    }

    [Fact]
    public void LinesInACell_StandAboveTheTablesInIt()
    {
        using var content = Reading.Bytes(
            "<html><p>Trade of the year</p><table><tr><td><p>Menu</p></td><td><p>Exports</p><table><tr><td>1</td></tr></table></td></tr></table></html>"
        );
        var sheets = WorkbookReader.Read(content, "a.html").Workbook!.Sheets;
        Assert.Equal(["Trade of the year", "Exports"], sheets[1].Above);
    }

    [Theory]
    [InlineData("quoted-printable", "<td>Caf=C3=A9=\n</td><td x:num=3D\"5\">5</td>")]
    [InlineData("base64", null)]
    [InlineData("8bit", "<td>Café</td><td>5</td>")]
    public void WebArchive_IsReadAsItsPages(string encoding, string? row)
    {
        const string Page = "<html><meta charset=utf-8><table><tr>{0}</tr></table></html>";
        var body = row is null
            ? Convert.ToBase64String(
                Encoding.UTF8.GetBytes(Page.Replace("{0}", "<td>Café</td><td>5</td>", StringComparison.Ordinal))
            )
            : Page.Replace("{0}", row, StringComparison.Ordinal);
        using var content = Reading.Bytes(
            $"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"--x\"\n\n----x\nContent-Type: text/html; charset=\"utf-8\"\nContent-Transfer-Encoding: {encoding}\n\n{body.Replace("charset=utf-8", encoding == "quoted-printable" ? "charset=3Dutf-8" : "charset=utf-8", StringComparison.Ordinal)}\n----x--\n"
        );
        Assert.Equal(["Café", "5"], WorkbookReader.Read(content, "a.xls").Workbook!.Sheets[0].Row(1));
    }

    [Fact]
    public void PageOfSheetJs_IsRead() =>
        Assert.Equal(
            "13,165.8",
            WorkbookReader
                .Read(
                    File.OpenRead(
                        Path.Combine(
                            Repository.RepositoryFiles.Root,
                            "tests/BriPipeline.Core.Tests/Workbooks/Written/sheetjs.html"
                        )
                    ),
                    "a.html"
                )
                .Workbook!.Sheets[0][3, 2]
                .Raw
        );
}
