using BriPipeline.Core.Sources;

namespace BriPipeline.Local.Tests.CommandLine;

public sealed class SourceCommandsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Sources_ListsAllOffices()
    {
        var run = await Bri.RunAsync("sources");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Gallery.Standard.All.Select(entry => entry.Name), run.Lines.Select(line => line.Split(' ')[0]));
    }

    [Theory]
    [InlineData("uz-stat", "Uzbekistan")]
    [InlineData("kz-bns", "бюро", "Казахстан")]
    [InlineData("un-comtrade", "comtrade")]
    public async Task Sources_ListsWhatWordsFind(string name, params string[] words)
    {
        var run = await Bri.RunAsync(["sources", .. words]);

        Assert.StartsWith(name, Assert.Single(run.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_SaysSo_WhenNothingIsFound()
    {
        var run = await Bri.RunAsync("sources", "Atlantis");

        Assert.Empty(run.Output);
        Assert.Contains("No office matches 'Atlantis'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_WritesAProfile_ThatReads()
    {
        var run = await Bri.RunAsync("sources", "add", "jp-customs", "--source", "japan", "--sources", folder.Path);
        var file = folder.Write("exports.csv", "Partner,Period,Exports\nChina,2022,100\n");
        var read = await Bri.RunAsync("read", file, "--source", "japan", "--sources", folder.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Path.Combine(folder.Path, "japan.json"), Assert.Single(run.Lines));
        Assert.Contains("customs.go.jp", run.Error, StringComparison.Ordinal);
        var profile = SourceProfile.Parse(
            await File.ReadAllTextAsync(run.Lines[0], TestContext.Current.CancellationToken)
        );
        Assert.Equal(
            ("japan", "JPN", "JPY", 3),
            (profile.Name, profile.Reporter, profile.Defaults!.Unit, profile.Defaults.Multiplier)
        );
        Assert.DoesNotContain("is not a source profile", read.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_LeavesAProfileAlone_ThatIsThere()
    {
        folder.Write("jp-customs.json", "mine");

        var run = await Bri.RunAsync("sources", "add", "jp-customs", "--sources", folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is there already", run.Error, StringComparison.Ordinal);
        Assert.Equal(
            "mine",
            await File.ReadAllTextAsync(
                Path.Combine(folder.Path, "jp-customs.json"),
                TestContext.Current.CancellationToken
            )
        );
    }

    [Theory]
    [InlineData("Uzbekistan", "Do you mean uz-stat?")]
    [InlineData("atlantis", "bri sources lists all of them")]
    public async Task Add_NamesWhatIsMeant_WhenThereIsNoSuchOffice(string name, string said)
    {
        var run = await Bri.RunAsync("sources", "add", name, "--sources", folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_RefusesANameThatIsNone()
    {
        var run = await Bri.RunAsync("sources", "add", "jp-customs", "--source", "My Source", "--sources", folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("cannot name a source", run.Error, StringComparison.Ordinal);
    }

    /// <summary>A profile that is wrong is told line by line, never as a stack trace.</summary>
    [Fact]
    public async Task Read_TellsAllThatIsWrongInAProfile()
    {
        folder.Write("a.json", """{ "name": "a", "reporter": "Uzbekistan", "defaults": { "flow": "exports" } }""");

        var run = await Bri.RunAsync("read", folder.Write("a.csv", "x\n"), "--source", "a", "--sources", folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Write \"UZB\" (Uzbekistan).", run.Error, StringComparison.Ordinal);
        Assert.Contains("Write \"X\".", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
