using System.Text.Json;
using System.Text.RegularExpressions;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Summaries;

namespace BriPipeline.Core.Tests.Repository;

/// <summary>What the pages show as JSON is taken by whoever reads such files.</summary>
public sealed partial class DocumentedJsonTests
{
    private static readonly Dictionary<string, Action<string>[]> Readers = new(StringComparer.Ordinal)
    {
        ["docs/app-developer.md"] = [json => QuestionJson.ReadAnswers(json)],
        ["docs/exchange-formats.md"] = [json => PinnedLayout.Parse(json)],
        ["docs/pinned-layout.md"] = [json => PinnedLayout.Parse(json)],
        ["docs/profile.md"] = [json => SourceProfile.Parse(json)],
        ["docs/summaries.md"] =
        [
            json => SummaryChoice.Parse(json),
            json => SummaryChoice.Parse(json),
            json => SummaryOffice.Parse(json, default),
        ],
    };

    public static TheoryData<string> Pages => [.. Readers.Keys];

    [Fact]
    public void EveryPage_WithJson_IsRead() =>
        Assert.Equal(
            Readers.Keys.Order(StringComparer.Ordinal),
            MarkdownPage
                .All.Where(page => BlocksOf(page.Text).Any())
                .Select(page => page.Path)
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryBlock_IsTaken(string page)
    {
        var blocks = BlocksOf(RepositoryFiles.Read(page)).ToList();

        Assert.Equal(Readers[page].Length, blocks.Count);
        foreach (var (read, json) in Readers[page].Zip(blocks))
        {
            read(json);
        }
    }

    [Fact]
    public void FaultsOfAProfile_AreToldAsThePageShows()
    {
        const string Profile = """
            { "name": "a", "reporter": "Uzbekistan", "defaults": { "unit": "thousand USD", "multiplier": 1000, "flow": "exports" }, "fiscalYear": 7 }
            """;
        var shown = RepositoryFiles.Read("docs/profile.md").Split("```text\n")[1].Split("```")[0].TrimEnd();

        Assert.Equal(shown, Assert.ThrowsAny<JsonException>(() => SourceProfile.Parse(Profile)).Message);
    }

    private static IEnumerable<string> BlocksOf(string page) =>
        Json().Matches(page).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^```json\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Json();
}
