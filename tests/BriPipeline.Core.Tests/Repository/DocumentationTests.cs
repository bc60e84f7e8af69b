using System.Text.Json;
using System.Text.RegularExpressions;

namespace BriPipeline.Core.Tests.Repository;

/// <summary>The pages lead somewhere, name what is there, and README stays short.</summary>
public sealed partial class DocumentationTests
{
    private const int MaxReadmeLines = 150;

    [Fact]
    public void Readme_IsShort() =>
        Assert.InRange(RepositoryFiles.Read("README.md").TrimEnd().Split('\n').Length, 1, MaxReadmeLines);

    [Fact]
    public void Links_LeadToFilesAndHeadings()
    {
        Assert.True(MarkdownPage.All.Sum(page => page.Links.Count()) > 50);
        Assert.Empty(MarkdownPage.All.SelectMany(page => page.BrokenLinks));
    }

    [Fact]
    public void Paths_AreThere()
    {
        Assert.True(MarkdownPage.All.Sum(page => page.NamedPaths.Count()) > 20);
        Assert.Empty(MarkdownPage.All.SelectMany(page => page.MissingPaths));
    }

    [Theory]
    [InlineData("[a](../LICENSE) [b](store.md#tables) [c](#here)\n\n## Here\n", "")]
    [InlineData("[a](nowhere.md)", "nowhere.md")]
    [InlineData("[a](store.md#nowhere)", "store.md#nowhere")]
    [InlineData("[a](#there)\n\n## Here\n", "#there")]
    [InlineData("`[a](nowhere.md)`\n\n```text\n[b](nowhere.md)\n```\n", "")]
    [InlineData("[a](https://example.org/nowhere.md)", "")]
    public void BrokenLinks_AreFound(string text, string broken) =>
        Assert.Equal(
            broken.Length == 0 ? [] : [$"docs/page.md: {broken}"],
            new MarkdownPage("docs/page.md", text).BrokenLinks
        );

    [Theory]
    [InlineData("`src/BriPipeline.Core/Trade` `infra/main.bicep` `uploads/a.xlsx`", "")]
    [InlineData("`src/BriPipeline.Core/Nowhere`", "src/BriPipeline.Core/Nowhere")]
    public void MissingPaths_AreFound(string text, string missing) =>
        Assert.Equal(
            missing.Length == 0 ? [] : [$"docs/page.md: {missing}"],
            new MarkdownPage("docs/page.md", text).MissingPaths
        );

    [Fact]
    public void Index_ListsEveryPage() =>
        Assert.Equal(
            RepositoryFiles
                .Tracked.Where(path =>
                    path.StartsWith("docs/", StringComparison.Ordinal)
                    && path != "docs/README.md"
                    && !path.StartsWith("docs/pictures/", StringComparison.Ordinal)
                )
                .Select(path => path["docs/".Length..])
                .Order(StringComparer.Ordinal),
            MarkdownPage.Read("docs/README.md").Links.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void ContributorPage_ListsEveryRoom_InTheirOrder()
    {
        var rooms = RoomOrderTests.Rooms.Where(room =>
            Directory.Exists(Path.Combine(RepositoryFiles.Root, "src/BriPipeline.Core", room))
        );
        var page = RepositoryFiles.Read("docs/contributor.md").Split("## Rooms")[1].Split("\n## ")[0];

        Assert.Equal(rooms, RoomRow().Matches(page).Select(row => row.Groups["room"].Value));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/formats.md")]
    public void Page_CountsTheLanguagesOfNames(string page)
    {
        using var names = JsonDocument.Parse(
            RepositoryFiles.Read("src/BriPipeline.Core/Language/CodeLists/cldr-names.json")
        );
        var count = names.RootElement.GetProperty("names").EnumerateObject().Count();

        Assert.Equal(
            [$"{count}"],
            Languages().Matches(RepositoryFiles.Read(page)).Select(match => match.Groups["count"].Value)
        );
    }

    [GeneratedRegex(@"(?<count>\d+) languages", RegexOptions.ExplicitCapture)]
    private static partial Regex Languages();

    [GeneratedRegex(@"^\| `(?<room>[A-Z]\w+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex RoomRow();
}
