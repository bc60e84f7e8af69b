using System.Text;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Layouts;

/// <summary>DESIGN section 4, rule 11: a row of figures is never a header because a figure lies between 1900 and 2100, and years
/// over columns may have gaps.</summary>
public sealed class RowKindsTests
{
    [Theory]
    [InlineData("Country,2021\nChina,150.4\nRuritania,2015\nItaly,88.2", "words-or-periods figures figures figures")]
    [InlineData(
        "Страна,2021,2022\nКитай,150.4,1.5\nРуритания,1998,2015\nИталия,88.2,2",
        "words-or-periods figures figures figures"
    )]
    [InlineData("国家,2021\n卢里坦尼亚,2015\n日本,88.2", "words-or-periods figures figures")]
    [InlineData(
        "Partner,Flow,Year,Value\nChina,Exports,2018,150.4\nRuritania,Imports,2019,2016",
        "words-or-periods figures figures"
    )]
    [InlineData("Year,Exports\n2014,1950.5\n2015,2016\n2016,1800", "words-or-periods figures figures figures")]
    [InlineData(
        "Country,2021,2022\nChina,1.5,2.5\nImports,2019,2020\nChina,3.5,4.5",
        "words-or-periods figures words-or-periods figures"
    )]
    [InlineData(",1961,1978,1979\nAlbania,,1.5,2.5", "words-or-periods figures")]
    [InlineData("Country,1989,1979,1961\nAlbania,0.5,1.5,2.5", "words-or-periods figures")]
    [InlineData("Country,2022,2023\n,5%,6%\nBrazil,30,40", "words-or-periods figures figures")]
    [InlineData(
        "Country,2022,2023\nRuritania,5%,6 %\nQuux,7%,\nBrazil,30,40",
        "words-or-periods figures figures figures"
    )]
    [InlineData("Страна,2022,2023\n2023,\"5,5%\",\"6,5%\"\nИталия,30,40", "words-or-periods figures figures")]
    // Years far apart stand over figures that are no years.
    [InlineData("code,2010,2024\n08,1.5,2.5\n09,3.5,4.5\n10,5.5,6.5", "words-or-periods figures figures figures")]
    [InlineData("Quux,2010,2024\nChina,1950,2.5\nItaly,3.5,4.5\nJapan,5.5,6.5", "figures figures figures figures")]
    [InlineData(
        "Quux,Corge,Garply\nRuritania,2010,2024\nChina,1.5,2.5\nItaly,3.5,4.5\nJapan,5.5,6.5",
        "words-or-periods figures figures figures figures"
    )]
    // Shares beside figures have a header of their own.
    [InlineData("Country,2022,2022\n,USD,%\nBrazil,30,40", "words-or-periods words-or-periods figures")]
    [InlineData("Country,2022,2022\n,USD,5%\nBrazil,30,40", "words-or-periods words-or-periods figures")]
    public void Row_IsAHeader_OnlyWhereItHeadsColumns(string csv, string kinds)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var sheet = WorkbookReader.Read(content, "a.csv").Workbook!.Sheets[0];

        var found = RowKinds.Of(sheet, new(SourceProfile.Unknown("a")));

        Assert.Equal(
            kinds,
            string.Join(' ', found.Skip(1).Select(kind => kind == RowKind.Figures ? "figures" : "words-or-periods"))
        );
    }
}
