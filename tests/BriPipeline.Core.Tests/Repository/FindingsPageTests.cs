using System.Text.RegularExpressions;
using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Tests.Repository;

/// <summary>What <c>docs/findings.md</c> says of the finding codes is what the code says.</summary>
public sealed partial class FindingsPageTests
{
    private static readonly Dictionary<Severity, string> Severities = new()
    {
        [Severity.RejectWorkbook] = "reject-workbook",
        [Severity.RejectCell] = "reject-cell",
        [Severity.Warning] = "warning",
        [Severity.Note] = "note",
    };

    [Fact]
    public void Page_ListsEveryFindingCode_AndNoOther()
    {
        var expected = FindingCodes
            .All.Values.OrderByDescending(code => code.Severity)
            .ThenBy(code => code.Id, StringComparer.Ordinal)
            .Select(code => $"| `{code.Id}` | {Severities[code.Severity]} | {code.Title} |");
        var listed = FindingRow()
            .Matches(RepositoryFiles.Read("docs/findings.md"))
            .Select(match => match.Value.TrimEnd());
        Assert.Equal(expected, listed);
    }

    [GeneratedRegex(
        @"^\| `[a-z-]+` \| (reject-workbook|reject-cell|warning|note) \| .* \|\r?$",
        RegexOptions.Multiline
    )]
    private static partial Regex FindingRow();
}
