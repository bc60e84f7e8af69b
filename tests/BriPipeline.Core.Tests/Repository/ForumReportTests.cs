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
                rows.Add(
                    row.Groups["year"] is { Success: true } year
                        ? $"{row.Groups["subject"].Value}-{year.Value}"
                        : $"{row.Groups["subject"].Value}-2023-07",
                    row.Groups["words"].Value
                );
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Sentence_StandsInTheSample(string summary, string words)
    {
        var documents = Directory
            .EnumerateDirectories(Path.Combine(RepositoryFiles.Root, "tests/BriPipeline.Core.Tests/Golden/Summaries"))
            .Order(StringComparer.Ordinal)
            .Select(folder => Path.Combine(folder, summary, "en.docx.txt"));

        Assert.Contains(words, File.ReadAllText(documents.First(File.Exists)), StringComparison.Ordinal);
    }

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

    [GeneratedRegex(@"\| `(?<subject>[A-Z0-9]+-[A-Z]+)( (?<year>\d{4}))?` \| [^|]+ \| `(?<words>[^`]+)` \|")]
    private static partial Regex Row();
}
