using System.Text.RegularExpressions;
using BriPipeline.Core.Tests.Golden;

namespace BriPipeline.Core.Tests.Repository;

/// <summary>The page that follows a report of a forum: each of its sentences stands where the page says.</summary>
public sealed partial class ForumReportTests
{
    private const string Page = "docs/forum-report.md";

    public static TheoryData<string, string> Words
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (Match row in Row().Matches(RepositoryFiles.Read(Page)))
            {
                rows.Add(row.Groups["subject"].Value, row.Groups["words"].Value);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Sentence_StandsInTheSample(string subject, string words) =>
        Assert.Contains(
            words,
            RepositoryFiles.Read(
                $"tests/BriPipeline.Core.Tests/Golden/Summaries/forum-2023/{subject}-2023-07/en.docx.txt"
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Page_LeavesNoSentenceOpen() =>
        Assert.All(
            RepositoryFiles
                .Read(Page)
                .Split('\n')
                .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
                .Skip(1),
            line => Assert.True(Row().IsMatch(line) || line.Contains("| not kept: ", StringComparison.Ordinal), line)
        );

    [GeneratedRegex(@"\| `(?<subject>[A-Z0-9]+-[A-Z]+)` \| [^|]+ \| `(?<words>[^`]+)` \|")]
    private static partial Regex Row();
}
