using System.Text.RegularExpressions;

namespace BriPipeline.Core.Tests.Repository;

/// <summary>Whatever a reader may paste is run by a test, or the page says why not.</summary>
public sealed partial class CodeBlockTests
{
    private const string Excuse = "Not run by the tests: ";

    /// <summary>By language: the tests that run or read all its blocks, on the pages that they look at. Null where a block is no
    /// code.</summary>
    private static readonly Dictionary<string, (string Pages, string Tests)?> Runners = new(StringComparer.Ordinal)
    {
        ["text"] = null,
        ["mermaid"] = null,
        ["sh"] = (
            "^(README|docs/[a-z-]+)[.]md$",
            "tests/BriPipeline.Local.Tests/CommandLine/DocumentedCommandsTests.cs"
        ),
        ["json"] = ("^docs/[a-z-]+[.]md$", "tests/BriPipeline.Core.Tests/Repository/DocumentedJsonTests.cs"),
        ["bash"] = ("^docs/app-developer[.]md$", "tests/BriPipeline.Local.Tests/Downstream/SampleExamplesTests.cs"),
        ["csharp"] = ("^docs/app-developer[.]md$", "tests/BriPipeline.Local.Tests/Downstream/DownstreamPageTests.cs"),
        ["http"] = ("^docs/app-developer[.]md$", "tests/BriPipeline.Local.Tests/Downstream/DownstreamPageTests.cs"),
        ["js"] = ("^docs/app-developer[.]md$", "tests/BriPipeline.Local.Tests/Downstream/SampleExamplesTests.cs"),
        ["python"] = ("^docs/app-developer[.]md$", "tests/BriPipeline.Local.Tests/Downstream/DownstreamPageTests.cs"),
        ["r"] = ("^docs/app-developer[.]md$", "tests/BriPipeline.Local.Tests/Downstream/SampleExamplesTests.cs"),
    };

    [Fact]
    public void EveryBlock_IsRunByATest_OrSaysWhyNot()
    {
        var blocks = MarkdownPage.All.SelectMany(page => Fence().Matches(page.Text).Select(fence => (page, fence)));

        Assert.Empty(
            blocks
                .Where(block => !block.fence.Groups["after"].Value.StartsWith(Excuse, StringComparison.Ordinal))
                .Where(block => !IsRun(block.page.Path, block.fence.Groups["language"].Value))
                .Select(block => $"{block.page.Path}: {block.fence.Groups["language"].Value}")
        );
        Assert.All(Runners.Values.OfType<(string, string Tests)>(), runner => Assert.True(Exists(runner.Tests)));
    }

    /// <summary>A block that stands indented has no language, so that no test would find it.</summary>
    [Fact]
    public void NoBlock_StandsIndented() =>
        Assert.Empty(
            MarkdownPage.All.SelectMany(page =>
                Indented().Matches(Fence().Replace(page.Text, "")).Select(match => $"{page.Path}: {match.Value.Trim()}")
            )
        );

    private static bool IsRun(string page, string language) =>
        Runners.TryGetValue(language, out var runner)
        && (runner is not { } one || Regex.IsMatch(page, one.Pages, RegexOptions.None, TimeSpan.FromSeconds(1)));

    private static bool Exists(string path) => File.Exists(Path.Combine(RepositoryFiles.Root, path));

    [GeneratedRegex(
        @"^```(?<language>\w*)\n(?<code>.*?)^```(?=\n+(?<after>[^\n]*))",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Fence();

    [GeneratedRegex(@"(?<=\n\n) {4}\S[^\n]*")]
    private static partial Regex Indented();
}
