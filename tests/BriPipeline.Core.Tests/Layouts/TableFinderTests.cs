using System.Text;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Layouts;

public sealed class TableFinderTests
{
    [Fact]
    public void Header_MergedOverTwoRows_BelongsToTheRowBelow()
    {
        const string Page = """
            <table>
            <tr><td colspan="5">Trade by country</td></tr>
            <tr><td rowspan="3">Country</td><td colspan="2" rowspan="2">Exports</td><td colspan="2" rowspan="2">Growth</td></tr>
            <tr></tr>
            <tr><td>2021</td><td>2022</td><td>2021</td><td>2022</td></tr>
            <tr><td>China</td><td>1.5</td><td>2.5</td><td>3.5</td><td>4.5</td></tr>
            <tr><td>Italy</td><td>5.5</td><td>6.5</td><td>7.5</td><td>8.5</td></tr>
            </table>
            """;
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Page));
        var workbook = WorkbookReader.Read(content, "a.html").Workbook!;

        var roles = Assert.Single(DrawnTable.Tables(workbook, SourceProfile.Unknown("a"), RoleRules.All));

        Assert.Equal(
            "area-names-partner figures figures measure measure",
            string.Join(' ', roles.Select(role => role.Rule))
        );
    }
}
