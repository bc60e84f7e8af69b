namespace BriPipeline.Local.Tests.CommandLine;

public sealed class AskCommandTests : IDisposable
{
    private const string Profile =
        """{ "name": "kz-test", "reporter": "KAZ", "defaults": { "unit": "USD", "multiplier": 6, "commodity": "TOTAL" } }""";

    private const string Table =
        "Exports by country,,\nCountry,2022,2023\nFarland,10,12\nNearland,7,8\nChina,1.5,2.5\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Ask_StoresChosenAndTypedAnswers_InTheProfile()
    {
        folder.Write("kz-test.json", Profile);
        var file = folder.Write("partners.csv", Table);

        var run = await AskAsync("?_NON_CIS\n?UZB\n", file);

        Assert.Contains("Which country or group does “Farland” stand for?", run.Error, StringComparison.Ordinal);
        Assert.Contains("6 figures would be stored; no question is open.", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
        var profile = await File.ReadAllTextAsync(Path.Combine(folder.Path, "kz-test.json"), CancellationToken.None);
        Assert.Contains("\"is\": \"_NON_CIS\"", profile, StringComparison.Ordinal);
        Assert.Contains($"\"by\": \"{Environment.UserName}\"", profile, StringComparison.Ordinal);
        var read = await Bri.RunAsync("read", file, "--source", "kz-test", "--sources", folder.Path);
        Assert.Equal((0, 7), (read.ExitCode, read.Lines.Count));
    }

    [Fact]
    public async Task Ask_LeavesAQuestionOpen_WhenItIsSkipped()
    {
        folder.Write("kz-test.json", Profile);
        var file = folder.Write("partners.csv", Table);

        var run = await AskAsync("\n?UZB\n", file);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("4 figures would be stored; 1 questions are left open.", run.Error, StringComparison.Ordinal);
        var read = await Bri.RunAsync("read", file, "--source", "kz-test", "--sources", folder.Path);
        Assert.Contains(
            "question: Which country or group does “Farland” stand for? (2 figures",
            read.Error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("“Nearland”", read.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_LeavesOut_ByTheKeyOfThatChoice()
    {
        folder.Write("kz-test.json", Profile);
        var file = folder.Write("partners.csv", Table.Replace("Nearland,7,8\n", "", StringComparison.Ordinal));
        var asked = await AskAsync("\n", file);
        var key = asked.Error.Split('\n').Single(line => line.Contains("[leave-out]", StringComparison.Ordinal)).Trim()[
            ..1
        ];

        var run = await AskAsync(key, file);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("2 figures would be stored; no question is open.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_AsksAgain_WhenATypedCodeIsNone()
    {
        folder.Write("kz-test.json", Profile);
        var file = folder.Write("partners.csv", Table.Replace("Nearland,7,8\n", "", StringComparison.Ordinal));

        var run = await AskAsync("?Nowhere at all\n?UZB\n", file);

        Assert.Contains("'Nowhere at all' is no answer", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    /// <summary>A source that has no profile gets one.</summary>
    [Fact]
    public async Task Ask_BeginsAProfile_WhereThereIsNone()
    {
        var file = folder.Write("partners.csv", "Country,\"Exports, thousand USD, 2022\"\nChina,10\nRussia,12\n");

        await AskAsync("?KAZ\n?TOTAL\n", file);

        var profile = await File.ReadAllTextAsync(Path.Combine(folder.Path, "kz-test.json"), CancellationToken.None);
        Assert.Contains("\"kind\": \"reporter\"", profile, StringComparison.Ordinal);
    }

    private Task<Bri> AskAsync(string keys, string file) =>
        Bri.RunAsync(new StringReader(keys), "ask", file, "--source", "kz-test", "--sources", folder.Path);
}
