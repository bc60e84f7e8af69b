using System.Text.Json;

namespace BriPipeline.Local.Tests.CommandLine;

/// <summary>The commands that need storage, against the Azurite that runs for the folder.</summary>
public sealed class StorageCommandTests : IAsyncLifetime
{
    private const string Profile =
        """{ "name": "kz-test", "reporter": "KAZ", "defaults": { "unit": "USD", "multiplier": 3, "commodity": "TOTAL" } }""";

    private readonly TemporaryFolder folder = new();
    private AzuriteProcess azurite = null!;

    public async ValueTask InitializeAsync()
    {
        azurite = await AzuriteProcess.StartAsync(
            folder.Path,
            inMemory: true,
            _ => { },
            TestContext.Current.CancellationToken
        );
        folder.Write("kz-test.json", Profile);
    }

    public async ValueTask DisposeAsync()
    {
        await azurite.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Import_ThenExport_GivesTheRowsWithTheirCells()
    {
        var import = await ImportAsync("Partner,Period,Exports\nChina,2022,100.5\nRussia,2022,7\n");

        var export = await RunAsync("export", "--reporter", "KAZ", "--partner", "CHN");

        Assert.Equal(0, import.ExitCode);
        Assert.StartsWith("kz-test/a.csv: done: 2 figures: 2 added", import.Lines[0], StringComparison.Ordinal);
        Assert.Contains("Using the Azurite", import.Error, StringComparison.Ordinal);
        Assert.Equal(2, export.Lines.Count);
        Assert.StartsWith("KAZ,CHN,X,TOTAL,USD,kz-test,,A,2022,100500,3,", export.Lines[1], StringComparison.Ordinal);
        Assert.Contains(",C2,100.5,", export.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WritesNothing_WhenTheFileComesAgain_AndTellsTheEdits_WhenItWasEdited()
    {
        const string Table = "Partner,Period,Exports\nChina,2022,100\nRussia,2022,7\n";
        await ImportAsync(Table);

        var again = await ImportAsync(Table);
        var edited = await ImportAsync(Table.Replace("100", "101", StringComparison.Ordinal));

        Assert.Contains(" 0 added, 0 revised, 0 retracted", again.Lines[0], StringComparison.Ordinal);
        Assert.Contains(" 0 added, 1 revised, 0 retracted", edited.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_TakesTheFilesOfAFolder_AndReplayEndsAsItDoes()
    {
        foreach (var (name, partner) in new[] { ("a.csv", "China"), ("2022/b.csv", "Atlantis") })
        {
            var file = Path.Combine(folder.Path, "in", name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(
                file,
                $"Partner,Period,Exports\n{partner},2022,100.5\nRussia,202{name.Length % 3},7\n",
                TestContext.Current.CancellationToken
            );
        }

        var folderOfFiles = Path.Combine(folder.Path, "in");
        var import = await RunAsync("import", folderOfFiles, "--source", "kz-test", "--sources", folder.Path);
        var replay = await RunAsync("replay", "--source", "kz-test");

        Assert.Equal(["kz-test/2022/b.csv", "kz-test/a.csv"], import.Lines.Select(line => line.Split(": ")[0]));
        Assert.Contains("  refused A2 area-unknown: ", import.Error, StringComparison.Ordinal);
        Assert.Contains("  refused A2 area-unknown: ", replay.Error, StringComparison.Ordinal);
        Assert.Equal((3, 3), (import.ExitCode, replay.ExitCode));
    }

    [Fact]
    public async Task Import_LeavesReportAndAnnotatedWorkbook_WhenThereAreFindings()
    {
        var clean = await ImportAsync("Partner,Period,Exports\nChina,2022,100\n");

        var found = await ImportAsync("Partner,Period,Exports\nChina,2022,100\nAtlantis,2022,7\n");

        Assert.DoesNotContain("report", clean.Error, StringComparison.Ordinal);
        var files = found
            .Error.Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.StartsWith(folder.Path, StringComparison.Ordinal) && File.Exists(line))
            .ToList();
        Assert.Equal(5, files.Count);
        Assert.Contains(
            "Atlantis",
            await File.ReadAllTextAsync(files[0], CancellationToken.None),
            StringComparison.Ordinal
        );
        Assert.EndsWith("/a.xlsx", files[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_Ends4WithTheCause_WhenTheFileIsRejected()
    {
        var run = await ImportAsync("just words\n");

        Assert.Equal(4, run.ExitCode);
        Assert.StartsWith("kz-test/a.csv: rejected: ", run.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_Ends3WithItsQuestions_AndAskInTheStoreLetsTheNextRunRead()
    {
        const string Table = "Partner,Period,Exports\nChina,2022,100\nFarland,2022,7\n";
        var first = await ImportAsync(Table);

        var ask = await Bri.RunAsync(
            new StringReader("?UZB\n"),
            "ask",
            Path.Combine(folder.Path, "a.csv"),
            "--source",
            "kz-test",
            "--data",
            folder.Path
        );
        var again = await RunAsync("replay", "a.csv", "--source", "kz-test");

        Assert.Equal(3, first.ExitCode);
        Assert.EndsWith("; 1 question", first.Lines[0], StringComparison.Ordinal);
        Assert.Contains(
            "question: Which country or group does “Farland” stand for? (1 figures",
            first.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(0, ask.ExitCode);
        Assert.Contains("1 added", again.Lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("questions", again.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_FindsNoDifference_AfterAnImport()
    {
        await ImportAsync("Partner,Period,Exports\nChina,2022,100\nRussia,2022,7\n");

        var run = await RunAsync("verify");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Export_GivesAnEmptyList_WhenNothingIsStored()
    {
        var run = await RunAsync("export", "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(0, JsonDocument.Parse(run.Output).RootElement.GetArrayLength());
    }

    [Fact]
    public async Task Summarise_SaysWhatToDo_WhenThePeriodHasNoFigures()
    {
        var run = await RunAsync("summarise", "2022");

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("import a workbook", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accept_SaysThatThereIsNothing_WhenNoSuchUploadIsHeld()
    {
        var run = await RunAsync("accept", "none.csv", "--source", "kz-test");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("nothing to accept", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_ReadsARejectedUploadAgain_WithTheProfileAsItIsNow()
    {
        File.Delete(Path.Combine(folder.Path, "kz-test.json"));
        var file = folder.Write("a.csv", "Partner,Period,Exports\nChina,2022,100\nRussia,2022,7\n");
        var first = await RunAsync("import", file, "--source", "kz-test");
        folder.Write("kz-test.json", Profile);
        await RunAsync(
            "import",
            folder.Write("other.csv", "just words\n"),
            "--source",
            "kz-test",
            "--sources",
            folder.Path
        );

        var again = await RunAsync("retry", "a.csv", "--source", "kz-test");

        Assert.Equal(4, first.ExitCode);
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("2 added", again.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_AppliesTheDifference_WhenANameGetsAnAlias()
    {
        await ImportAsync("Partner,Period,Exports\nChina,2022,100\nRussia,2022,7\nАтлантида,2022,3\n");
        var same = await RunAsync("replay");
        var aliases = Directory.CreateDirectory(Path.Combine(folder.Path, "reference")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(aliases, "aliases.json"),
            """{ "Атлантида": "PRT" }""",
            TestContext.Current.CancellationToken
        );

        var replay = await RunAsync("replay", "--sources", aliases);

        Assert.Contains("2 figures: 0 added", same.Lines[0], StringComparison.Ordinal);
        Assert.Contains("3 figures: 1 added", replay.Lines[0], StringComparison.Ordinal);
        Assert.Contains(",PRT,X,", (await RunAsync("export")).Output, StringComparison.Ordinal);
    }

    private Task<Bri> ImportAsync(string table) =>
        RunAsync("import", folder.Write("a.csv", table), "--source", "kz-test", "--sources", folder.Path);

    private Task<Bri> RunAsync(params string[] arguments) => Bri.RunAsync([.. arguments, "--data", folder.Path]);
}
