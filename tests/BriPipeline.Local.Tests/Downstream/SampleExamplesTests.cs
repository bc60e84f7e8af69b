using System.Diagnostics;
using System.Text.RegularExpressions;
using BriPipeline.Local.Tests.Browser;

namespace BriPipeline.Local.Tests.Downstream;

/// <summary>The examples of <c>docs/app-developer.md</c> against the samples, run as they stand.</summary>
public sealed partial class SampleExamplesTests(BrowserHost host)
{
    /// <summary>By the language of a block: who may run it, what it needs, the file's ending, and who has it where it is not
    /// there.</summary>
    private static readonly Dictionary<string, Runner> Runners = new(StringComparer.Ordinal)
    {
        ["bash"] = new(["bash"], ["-c", "command -v curl"], ".sh", "curl"),
        ["csharp"] = new(["dotnet"], ["--version"], ".cs", "dotnet-sdk-10.0"),
        ["js"] = new(["node"], ["--version"], ".mjs", "nodejs"),
        // Where a machine has several, Debian's has Debian's packages.
        ["python"] = new(["/usr/bin/python3", "python3"], ["-c", "import pandas"], ".py", "python3-pandas"),
        ["r"] = new(["Rscript"], ["--version"], ".R", "r-base-core"),
    };

    public static TheoryData<string> Languages => [.. Blocks().Select(block => block.Language)];

    [Fact]
    public void Examples_AreThere() =>
        Assert.Equal(Runners.Keys.Order(), Blocks().Select(block => block.Language).Order());

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Example_PrintsWhatThePageShows(string language)
    {
        var runner = Runners[language];
        var program = await FindAsync(runner);
        Assert.SkipWhen(
            program is null,
            $"{runner.Programs[^1]} {string.Join(' ', runner.Check)} does not work here; Debian's package {runner.Package} has it."
        );
        var (_, code, shown) = Blocks().Single(block => block.Language == language);
        var address = (await host.AddressAsync()).ToString().TrimEnd('/');
        using var folder = new TemporaryFolder();
        var file = folder.Write(
            "example" + runner.Ending,
            code.Replace("http://localhost:5080", address, StringComparison.Ordinal)
        );

        var (exit, output) = await RunAsync(program!, language == "csharp" ? ["run", file] : [file]);

        Assert.Equal(0, exit);
        Assert.Equal(shown.TrimEnd(), output.ReplaceLineEndings("\n").TrimEnd());
    }

    private static async Task<string?> FindAsync(Runner runner)
    {
        foreach (var program in runner.Programs)
        {
            if (await RunAsync(program, runner.Check) is (0, _))
            {
                return program;
            }
        }

        return null;
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

    private sealed record Runner(string[] Programs, string[] Check, string Ending, string Package);

    [GeneratedRegex(
        @"```(?<language>\w+)\n(?<code>[^`]*)```\n\n```text\n(?<shown>[^`]*)```",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Block();
}
