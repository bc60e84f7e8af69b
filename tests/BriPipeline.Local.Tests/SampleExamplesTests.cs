using System.Diagnostics;
using System.Text.RegularExpressions;
using BriPipeline.Local.Tests.Browser;

namespace BriPipeline.Local.Tests;

/// <summary>The examples of <c>docs/app-developer.md</c> against the samples, run as they stand.</summary>
public sealed partial class SampleExamplesTests(BrowserHost host)
{
    /// <summary>By the language of a block: who runs it, what it needs, and the file's ending.</summary>
    private static readonly Dictionary<string, (string Program, string[] Check, string Ending)> Runners = new(
        StringComparer.Ordinal
    )
    {
        ["bash"] = ("bash", ["-c", "command -v curl"], ".sh"),
        ["js"] = ("node", ["--version"], ".mjs"),
        ["python"] = ("python3", ["-c", "import pandas"], ".py"),
        ["r"] = ("Rscript", ["--version"], ".R"),
    };

    public static TheoryData<string> Languages => [.. Blocks().Select(block => block.Language)];

    [Fact]
    public void Examples_AreThere() =>
        Assert.Equal(Runners.Keys.Order(), Blocks().Select(block => block.Language).Order());

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Example_PrintsWhatThePageShows(string language)
    {
        var (program, check, ending) = Runners[language];
        Assert.SkipUnless(
            await RunAsync(program, check) is (0, _),
            $"{program} {string.Join(' ', check)} does not work here."
        );
        var (_, code, shown) = Blocks().Single(block => block.Language == language);
        var address = (await host.AddressAsync()).ToString().TrimEnd('/');
        using var folder = new TemporaryFolder();
        var file = folder.Write(
            "example" + ending,
            code.Replace("http://localhost:5080", address, StringComparison.Ordinal)
        );

        var (exit, output) = await RunAsync(program, file);

        Assert.Equal(0, exit);
        Assert.Equal(shown.TrimEnd(), output.ReplaceLineEndings("\n").TrimEnd());
    }

    private static IEnumerable<(string Language, string Code, string Shown)> Blocks() =>
        Block()
            .Matches(
                File.ReadAllText(Path.Combine(Repository.Root, "docs/app-developer.md"))
                    .Split("## Against the samples\n")[1]
                    .Split("\n## ")[0]
            )
            .Select(match => (match.Groups["language"].Value, match.Groups["code"].Value, match.Groups["shown"].Value));

    private static async Task<(int Exit, string Output)> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, output + (process.ExitCode == 0 ? "" : await errors));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (127, "");
        }
    }

    [GeneratedRegex(
        @"```(?<language>\w+)\n(?<code>[^`]*)```\n\n```text\n(?<shown>[^`]*)```",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Block();
}
