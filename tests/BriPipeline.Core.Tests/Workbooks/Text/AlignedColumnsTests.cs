using System.Text;
using BriPipeline.Core.Workbooks;
using BriPipeline.Core.Workbooks.Text;

namespace BriPipeline.Core.Tests.Workbooks.Text;

/// <summary>Texts that are set in columns by blanks.</summary>
public sealed class AlignedColumnsTests
{
    [Fact]
    public void Split_GivesTheFields_WhereAllLinesAreBlankBetweenThem() =>
        Assert.Equal(
            [
                "Exports by country, 2023",
                "",
                "Country|2022|2023",
                "World|1 234.5|2,345.5",
                "  United States|34.5|45.5",
                "  China|4.5|",
                "",
            ],
            Split(
                """
                Exports by country, 2023

                Country             2022     2023
                World            1 234.5  2,345.5
                  United States     34.5     45.5
                  China              4.5
                --------------------------------
                """
            )
        );

    [Theory]
    [InlineData("a comma before the gap", "Country,   2022\nChina,      1.5\nItaly,      2.5")]
    [InlineData("a semicolon", "Country   2022;\nChina      1.5;\nItaly      2.5;")]
    [InlineData("no place that is blank in all lines", "Country   2022\nChina and Hong  1.5\nItaly      2.5")]
    [InlineData("two lines", "Country   2022\nChina      1.5")]
    [InlineData(
        "prose with a gap",
        "Exports grew.  Imports fell.\nA line.\nA line.\nA line.\nAnother  line.\nA third  one."
    )]
    public void Find_GivesNothing_WhereSomethingElseMayPartTheFields(string why, string text)
    {
        Assert.NotNull(why);

        Assert.Null(AlignedColumns.Find(text.Split('\n')));
    }

    [Fact]
    public void Reader_TakesTheColumns()
    {
        using var content = new MemoryStream(
            Encoding.UTF8.GetBytes("Country   2022   2023\nChina      1.5    2.5\nItaly      3.5    4.5\n")
        );

        var sheet = WorkbookReader.Read(content, "a.txt").Workbook!.Sheets[0];

        Assert.Equal(("Italy", "3.5", "4.5"), (sheet[3, 1].Raw, sheet[3, 2].Raw, sheet[3, 3].Raw));
    }

    private static IEnumerable<string> Split(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var columns = AlignedColumns.Find(lines);
        Assert.NotNull(columns);
        return lines.Select(line => string.Join('|', columns.Split(line)));
    }
}
