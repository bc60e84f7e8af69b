namespace BriPipeline.Local.Tests.CommandLine;

public sealed class ReadCommandTests : IDisposable
{
    private const string Header =
        "file,reporter,partner,flow,commodity,unit,period,value,multiplier,status,sheet,cell,raw";

    private const string Profile =
        """{ "name": "kz-test", "reporter": "KAZ", "defaults": { "unit": "USD", "multiplier": 3, "commodity": "TOTAL" } }""";

    private const string Table = """
        Partner,Period,Exports,Imports
        China,2022,13060205.47911,11143739.7
        Russia,2022,9091390.9,"17,338.5"

        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Read_PrintsEveryFigure_WithItsCell()
    {
        folder.Write("kz-test.json", Profile);
        var file = folder.Write("partners.csv", Table.Replace("\"17,338.5\"", "17338.5", StringComparison.Ordinal));

        var run = await Bri.RunAsync("read", file, "--source", "kz-test", "--sources", folder.Path);

        Assert.Equal(
            [
                Header,
                "partners.csv,KAZ,CHN,X,TOTAL,USD,2022,13060205479.11,3,A,,C2,13060205.47911",
                "partners.csv,KAZ,CHN,M,TOTAL,USD,2022,11143739700,3,A,,D2,11143739.7",
                "partners.csv,KAZ,RUS,X,TOTAL,USD,2022,9091390900,3,A,,C3,9091390.9",
                "partners.csv,KAZ,RUS,M,TOTAL,USD,2022,17338500,3,A,,D3,17338.5",
            ],
            run.Lines.Select(WithoutZeros),
            StringComparer.Ordinal
        );
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("all", false)]
    public async Task Read_SaysThatSeriesAreVariants_WhereNoColumnDoes(string columns, bool says)
    {
        folder.Write("kz-test.json", Profile);
        var file = folder.Write(
            "adjusted.csv",
            """
            Partner,Period,Flow,Adjustment,Value
            China,2022-01,Exports,Not seasonally adjusted,100.5
            China,2022-01,Exports,Seasonally adjusted,110.5
            China,2022-02,Exports,Not seasonally adjusted,101.5
            China,2022-02,Exports,Seasonally adjusted,111.5

            """
        );

        string[] arguments = ["read", file, "--source", "kz-test", "--sources", folder.Path];
        var run = await Bri.RunAsync(columns.Length == 0 ? arguments : [.. arguments, "--columns", columns]);

        Assert.Equal(5, run.Lines.Count);
        Assert.Equal(says, run.Error.Contains("series of variants (SA)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_TakesTheFilesOfAFolder_UnderTheirPaths()
    {
        folder.Write("kz-test.json", Profile);
        foreach (var name in new[] { "b.csv", "a.csv", ".hidden.csv", "2022/a.csv" })
        {
            var file = Path.Combine(folder.Path, "in", name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, Table, TestContext.Current.CancellationToken);
        }

        var run = await Bri.RunAsync(
            "read",
            Path.Combine(folder.Path, "in"),
            "--source",
            "kz-test",
            "--sources",
            folder.Path
        );

        Assert.Equal(
            ["2022/a.csv", "a.csv", "b.csv"],
            run.Lines.Skip(1).Select(line => line.Split(',')[0]).Distinct(StringComparer.Ordinal)
        );
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Read_Ends2_WhenAFolderIsEmpty_OrANameIsMistyped()
    {
        folder.Write("exports.csv", Table);
        var empty = Directory.CreateDirectory(Path.Combine(folder.Path, "empty")).FullName;

        var nothing = await Bri.RunAsync("read", empty);
        var mistyped = await Bri.RunAsync("read", Path.Combine(folder.Path, "export.csv"));

        Assert.Equal((2, 2), (nothing.ExitCode, mistyped.ExitCode));
        Assert.Contains("no files", nothing.Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean exports.csv?", mistyped.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_PrintsTheWorstFindings()
    {
        folder.Write("kz-test.json", Profile);
        var names = string.Concat(Enumerable.Range(1, 7).Select(number => $"Atlantis {(char)('A' + number)},2022,7\n"));
        var file = folder.Write("partners.csv", $"Partner,Period,Exports\nChina,2022,100\n{names}");

        var run = await Bri.RunAsync("read", file, "--source", "kz-test", "--sources", folder.Path);

        var lines = run.Error.Split('\n');
        Assert.Equal(5, lines.Count(line => line.StartsWith("  refused ", StringComparison.Ordinal)));
        Assert.Contains("  ... and 2 more; --findings FILE lists them", lines);
    }

    [Fact]
    public async Task Read_AddsColumns_WhenAskedForAll()
    {
        var run = await Bri.RunAsync("read", folder.Write("a.csv", "x\n"), "--columns", "all");

        Assert.Equal($"{Header},variant,valuation,edition,partner_label,commodity_label", run.Lines[0]);
    }

    [Fact]
    public async Task Read_Ends3_WhenSomeCellsWereRejected()
    {
        folder.Write("kz-test.json", Profile);
        var file = folder.Write(
            "partners.csv",
            "Partner,Period,Exports\nChina,2022,100\nRussia,2022,200\nAtlantis,2022,7\n"
        );
        var findings = Path.Combine(folder.Path, "findings.csv");

        var run = await Bri.RunAsync(
            "read",
            file,
            "--source",
            "kz-test",
            "--sources",
            folder.Path,
            "--findings",
            findings
        );

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(3, run.Lines.Count);
        var lines = await File.ReadAllLinesAsync(findings, TestContext.Current.CancellationToken);
        Assert.Equal("file,severity,code,sheet,cell,raw,message", lines[0]);
        Assert.Contains(
            lines,
            line => line.StartsWith("partners.csv,reject-cell,area-unknown,", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Read_Ends4WithTheHeaderAlone_WhenAFileIsRejected()
    {
        var file = folder.Write("empty.xlsx", "");

        var run = await Bri.RunAsync("read", file);

        Assert.Equal(4, run.ExitCode);
        Assert.Equal(Header + "\n", run.Output);
        Assert.Contains("empty.xlsx: rejected: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_Ends2BeforePrinting_WhenAFileIsMissing()
    {
        var file = folder.Write("a.csv", Table);

        var run = await Bri.RunAsync("read", file, Path.Combine(folder.Path, "none.xlsx"));

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("none.xlsx", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_TakesNoDefaults_WhenTheFolderDoesNotKnowTheSource()
    {
        var file = folder.Write("a.csv", Table);

        var known = await Bri.RunAsync("read", file, "--source", "other");
        var run = await Bri.RunAsync("read", file, "--source", "other", "--sources", folder.Path);

        Assert.Equal((known.ExitCode, known.Output), (run.ExitCode, run.Output));
        Assert.Contains("There is no profile", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kz-test", "{ \"name\": \"kz-test\", \"reprter\": \"KAZ\" }", "reprter")]
    [InlineData("Not A Name", null, "cannot name a source")]
    public async Task Read_Ends2_WhenTheProfileCannotBeUsed(string source, string? profile, string why)
    {
        if (profile is not null)
        {
            folder.Write($"{source}.json", profile);
        }

        var run = await Bri.RunAsync(
            "read",
            folder.Write("a.csv", Table),
            "--source",
            source,
            "--sources",
            folder.Path
        );

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_SaysHowItUnderstoodTheFile_WhenAskedToExplain()
    {
        var run = await Bri.RunAsync("read", folder.Write("a.csv", Table), "--explain");

        Assert.Contains("a.csv: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("  row 1 header; rows 2–3 figures", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("header;", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_PrintsAFigureOnce_WhenItStandsTwice()
    {
        var file = folder.Write(
            "twice.csv",
            "Partner,Period,\"Exports, USD\"\nChina,2022,5\nChina,2022,5\nRussia,2022,7\n"
        );
        folder.Write("kz-test.json", Profile);

        var run = await Bri.RunAsync("read", file, "--source", "kz-test", "--sources", folder.Path);

        Assert.Equal(["CHN", "RUS"], run.Output.Split('\n')[1..^1].Select(line => line.Split(',')[2]));
    }

    /// <summary>The value says the same with and without zeros at its end.</summary>
    private static string WithoutZeros(string line)
    {
        var fields = line.Split(',');
        if (fields[7].Contains('.', StringComparison.Ordinal))
        {
            fields[7] = fields[7].TrimEnd('0').TrimEnd('.');
        }

        return string.Join(',', fields);
    }
}
