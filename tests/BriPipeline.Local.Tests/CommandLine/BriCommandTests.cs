using BriPipeline.Local.CommandLine;

namespace BriPipeline.Local.Tests.CommandLine;

public sealed class BriCommandTests
{
    [Theory]
    [InlineData("read")]
    [InlineData("bogus")]
    [InlineData("read a.xlsx --columns some")]
    [InlineData("read a.xlsx --nonsense")]
    [InlineData("import a.xlsx")]
    [InlineData("import --source kz-bns")]
    [InlineData("summarise")]
    [InlineData("summarise 2022-13")]
    [InlineData("summarise someday")]
    [InlineData("export --format parquet")]
    [InlineData("export --from 20x2")]
    [InlineData("export --as-of yesterday")]
    [InlineData("export --flow Z")]
    [InlineData("accept --source kz-bns")]
    [InlineData("retry a.xlsx")]
    [InlineData("sources add")]
    [InlineData("serve --port none")]
    public async Task Run_Ends2AndSaysWhy_WhenUsageIsWrong(string arguments)
    {
        var run = await Bri.RunAsync(arguments.Split(' '));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("bri: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("Usage: bri", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Run_NamesEveryCommandOfTheContract_WhenAskedForHelp()
    {
        var run = await Bri.RunAsync("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.All(
            [
                "serve",
                "read",
                "import",
                "summarise",
                "export",
                "accept",
                "retry",
                "replay",
                "discard",
                "sources",
                "verify",
            ],
            command => Assert.Contains($"  {command}", run.Output, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("read", "--source --sources --findings --explain --columns")]
    [InlineData("import", "--source --sources --data")]
    [InlineData("summarise", "--subject")]
    [InlineData("export", "--reporter --partner --flow --commodity --from --to --as-of --format")]
    [InlineData("verify", "--repair")]
    [InlineData("serve", "--samples --port --data")]
    public async Task Run_NamesEveryOptionOfTheContract_WhenAskedForHelp(string command, string options)
    {
        var run = await Bri.RunAsync(command, "--help");

        Assert.All(options.Split(' '), option => Assert.Contains(option, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("raed x", "Did you mean read?")]
    [InlineData("sumarise 2022", "Did you mean summarise?")]
    [InlineData("sources ad kz-bns", "No office matches 'ad kz-bns'")]
    [InlineData("read a.xlsx --explian", "Did you mean --explain?")]
    [InlineData("export --reporter Kazakhstan", "Write \"KAZ\" (Kazakhstan).")]
    [InlineData("export --partner Китай", "Write \"CHN\" (China).")]
    [InlineData("export --flow exports", "Write \"X\".")]
    [InlineData("export --commodity 27", "Write \"HS.27\".")]
    [InlineData("summarise 2022 --subject Kazakhstan-CHN", "Write \"KAZ\" (Kazakhstan).")]
    public async Task Run_SaysWhatWasMeant(string arguments, string advice)
    {
        var run = await Bri.RunAsync(arguments.Split(' '));

        Assert.Contains(advice, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("'x'", run.Error, StringComparison.Ordinal);
    }

    public static TheoryData<string> Examples => [.. CommandExamples.All.SelectMany(one => one.Lines)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Examples_AreUnderstood(string line) =>
        Assert.Empty(new BriCommand(Terminal.OfProcess()).ErrorsOf(line["bri ".Length..].Split(" >")[0]));

    [Fact]
    public async Task Help_EndsWithTheExamplesOfEveryCommand()
    {
        foreach (var (command, lines) in CommandExamples.All)
        {
            var run = await Bri.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

            Assert.EndsWith(string.Join("\n  ", lines) + "\n\n", run.Output, StringComparison.Ordinal);
        }

        var names = CommandExamples.All.Select(one => one.Command);
        var help = await Bri.RunAsync("--help");
        Assert.All(
            help.Output.Split("Commands:\n")[1].Split("\n\n")[0].Split('\n'),
            line => Assert.Contains(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], names)
        );
    }

    [Theory]
    [InlineData("bri re", "read replay retry")]
    [InlineData("bri export --format ", "csv json sdmx-csv")]
    [InlineData("bri export --reporter KA", "KAZ LKA")]
    public async Task Suggest_CompletesCommandsOptionsAndCodes(string line, string words)
    {
        var run = await Bri.RunAsync($"[suggest:{line.Length}]", line);

        Assert.Subset(run.Lines.ToHashSet(StringComparer.Ordinal), words.Split(' ').ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Completions_AskBriItself_InEveryShell()
    {
        foreach (var shell in CompletionsCommand.Shells)
        {
            var run = await Bri.RunAsync("completions", shell);

            Assert.Equal(0, run.ExitCode);
            Assert.Contains("[suggest:", run.Output, StringComparison.Ordinal);
        }
    }
}
