using System.Text;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Layouts;

/// <summary>The roles of the columns of a small table that is drawn as lines of cells with bars between them.</summary>
internal static class DrawnTable
{
    public static IEnumerable<IReadOnlyList<ColumnRole>> Tables(
        Workbook workbook,
        SourceProfile profile,
        IReadOnlyCollection<RoleRule> rules
    )
    {
        var evidence = new CellEvidence(profile);
        foreach (var sheet in workbook.Sheets)
        {
            var kinds = RowKinds.Of(sheet, evidence);
            foreach (var area in new TableFinder(sheet, kinds).Find())
            {
                yield return RoleVerdict.OfTable(new(sheet, kinds, area, evidence), rules);
            }
        }
    }

    public static IReadOnlyList<ColumnRole> Roles(string drawn) =>
        Assert.Single(Tables(Workbook(drawn), SourceProfile.Unknown("a"), RoleRules.All));

    /// <summary>"A label-rule B other-rule".</summary>
    public static string Rules(string drawn) =>
        string.Join(' ', Roles(drawn).Select(role => $"{(char)('A' + role.Column - 1)} {role.Rule}"));

    private static Workbook Workbook(string drawn)
    {
        var lines = drawn
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => string.Join(',', line.Split('|').Select(cell => $"\"{cell.Trim()}\"")));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return WorkbookReader.Read(content, "a.csv").Workbook!;
    }
}
