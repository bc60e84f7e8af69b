using BriPipeline.Core.Language;
using BriPipeline.Core.Tests.Repository;

namespace BriPipeline.Core.Tests.Language;

/// <summary>Names as databases, customs offices and statistical offices print them, in <c>area-names.txt</c>.</summary>
public sealed class AreaNameListTests
{
    private const string List = "tests/BriPipeline.Core.Tests/Language/area-names.txt";

    [Fact]
    public void Find_GivesTheOneArea_OrNone_OfEveryNameOfTheList()
    {
        var rows = RepositoryFiles
            .Read(List)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .ToList();
        Assert.True(rows.Count > 400);

        var different = rows.Where(row => Found(row[0]) != row[1]).Select(row => $"{row[0]}: {Found(row[0])}");
        Assert.Equal("", string.Join('\n', different));
    }

    private static string Found(string name) => AreaCodeList.Standard.Find(name) is [var area] ? area.Code : "?";
}
