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
            ["serve", "read", "import", "summarise", "export", "accept", "retry", "replay", "sources", "verify"],
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
}
