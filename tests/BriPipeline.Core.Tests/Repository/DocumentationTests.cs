using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Repository;

/// <summary>The pages lead somewhere, name what is there, and README stays short.</summary>
public sealed partial class DocumentationTests
{
    private const int MaxReadmeLines = 150;
    private const string Samples = "src/BriPipeline.Local/Samples";
    private const string SampleSource = "sample-kz-yearly";
    private const string SampleFile = "kazakhstan-partners-2022.xlsx";

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
                .Tracked.Where(path => path.StartsWith("docs/", StringComparison.Ordinal) && path != "docs/README.md")
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

    /// <summary>The rows of the example are what the sample gives.</summary>
    [Fact]
    public void Readme_ShowsWhatIsRead()
    {
        var profile = SourceProfile.Parse(RepositoryFiles.Read($"{Samples}/sources/{SampleSource}.json"));
        using var content = Sample();
        var reading = Reading.Read(content, SampleFile, profile, null, new(2024, 1, 1));
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        ReadingCsv.WriteObservations(writer, SampleFile, reading, allColumns: false);
        var shown = RepositoryFiles.Read("README.md").Split("```csv\n")[1].Split("```")[0].TrimEnd().Split('\n');

        Assert.Equal(ReadingCsv.ObservationsHeader, shown[0]);
        Assert.NotEmpty(shown[1..]);
        Assert.Empty(shown[1..].Except(writer.ToString().Split('\n'), StringComparer.Ordinal));
    }

    /// <summary>The sheet of the example is the sample's.</summary>
    [Fact]
    public void Readme_ShowsTheSheetThatIsRead()
    {
        using var content = Sample();
        var sheet = WorkbookReader.Read(content, SampleFile).Workbook!.Sheets[0];
        var rows = RepositoryFiles
            .Read("README.md")
            .Split('\n')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(fields => fields.Length == 9 && int.TryParse(fields[1], CultureInfo.InvariantCulture, out _))
            .ToList();

        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var number = int.Parse(row[1], CultureInfo.InvariantCulture);
            Assert.Equal(row[2..8], Enumerable.Range(1, 6).Select(column => sheet[number, column].Raw.Trim()));
        }
    }

    private static FileStream Sample() =>
        File.OpenRead(Path.Combine(RepositoryFiles.Root, Samples, SampleSource, SampleFile));

    [GeneratedRegex(@"(?<count>\d+) languages", RegexOptions.ExplicitCapture)]
    private static partial Regex Languages();

    [GeneratedRegex(@"^\| `(?<room>[A-Z]\w+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex RoomRow();
}
