using System.Text;
using BriPipeline.Core.Formats.Files;

namespace BriPipeline.Core.Tests.Formats;

public sealed class StatisticalFileTests
{
    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("{\"text\":\"no statistics\"}")]
    [InlineData("{ not JSON")]
    [InlineData("[1, 2]")]
    [InlineData("[]")]
    [InlineData("")]
    public void OtherFiles_AreLeftAlone(string text) => Assert.Null(Read(text));

    [Fact]
    public void Records_BecomeATable_WithNumbersAsTheyStand()
    {
        var sheet = Read(
            """{"data":[{"value":13060205479.110,"area":"CHN"},{"area":"RUS","note":null}]}"""
        )!.Workbook!.Sheets[0];

        Assert.Equal(["value", "area", "note"], Row(sheet, 1));
        Assert.Equal(["13060205479.110", "CHN", ""], Row(sheet, 2));
        Assert.Equal(["", "RUS", ""], Row(sheet, 3));
    }

    [Fact]
    public void PcAxis_JoinsTextsOverLines_AndPassesOtherLanguagesOver()
    {
        var sheet = Read(
            "CHARSET=\"ANSI\";\nSTUB=\"country\";\nSTUB[ru]=\"страна\";\nHEADING=\"year\";\nVALUES(\"country\")=\"A very \"\n\"long name\";\nVALUES(\"year\")=\"2022\",\"2023\";\nDATA=\n1.5 \"..\";\n"
        )!.Workbook!.Sheets[0];

        Assert.Equal(["country", "year", "value"], Row(sheet, 1));
        Assert.Equal(["A very long name", "2022", "1.5"], Row(sheet, 2));
        Assert.Equal(["A very long name", "2023", ".."], Row(sheet, 3));
    }

    [Theory]
    [InlineData("CHARSET=\"ANSI\";\nSTUB=\"c\";\n", "no DATA")]
    [InlineData("CHARSET=\"ANSI\";\nSTUB=\"c\";\nDATA=\n1;\n", "no VALUES")]
    [InlineData("CHARSET=\"ANSI\";\nSTUB=\"c\";\nVALUES(\"c\")=\"a\";\nDATA=\n1 2;\n", "more numbers")]
    [InlineData(
        "CHARSET=\"ANSI\";\nSTUB=\"c\";\nVALUES(\"c\")=\"a\";\nKEYS(\"c\")=VALUES;\nDATA=\n\"b\",1;\n",
        "no key"
    )]
    [InlineData(
        "CHARSET=\"ANSI\";\nSTUB=\"c\";\nVALUES(\"c\")=\"a\";\nKEYS(\"c\")=VALUES;\nDATA=\n\"a\",1\n\"a\",2;\n",
        "have the keys"
    )]
    [InlineData(
        "CHARSET=\"ANSI\";\nSTUB=\"c\";\nVALUES(\"c\")=\"a\";\nKEYS(\"c\")=VALUES;\nDATA=\n\"a\";\n",
        "lacks numbers"
    )]
    [InlineData(
        "CHARSET=\"ANSI\";\nSTUB=\"c\";\nVALUES(\"c\")=\"a\";\nKEYS(\"c\")=VALUES;\nDATA=\n\"a\",1 2;\n",
        "lacks numbers"
    )]
    [InlineData(
        "CHARSET=\"ANSI\";\nSTUB=\"c\",\"d\";\nVALUES(\"c\")=\"a\";\nVALUES(\"d\")=\"a\";\nKEYS(\"c\")=VALUES;\nDATA=\n\"a\",1;\n",
        "have KEYS"
    )]
    [InlineData(
        "{\"data\":{\"structures\":[{},{}],\"dataSets\":[{\"structure\":0},{\"structure\":1}]}}",
        "several structures"
    )]
    [InlineData(
        "{\"id\":[\"a\"],\"size\":[3],\"dimension\":{\"a\":{\"category\":{\"index\":[\"x\"]}}},\"value\":[1,2,3]}",
        "more or fewer codes"
    )]
    public void BrokenFiles_SayWhatIsWrong(string text, string why) =>
        Assert.Contains(why, Assert.Single(Read(text)!.Findings).Message, StringComparison.Ordinal);

    private static Core.Workbooks.WorkbookReadResult? Read(string text) =>
        StatisticalFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "file");

    private static IEnumerable<string> Row(Core.Workbooks.Sheet sheet, int row) =>
        Enumerable.Range(1, sheet.ColumnCount).Select(column => sheet[row, column].Raw);
}
