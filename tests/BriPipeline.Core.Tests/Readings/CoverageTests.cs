using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Golden;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Readings;

/// <summary>Each number of a file has one fate: the fates add up to all numbers that the file holds, counted here by themselves.</summary>
public sealed class CoverageTests
{
    public static TheoryData<string> Cases => [.. GoldenReading.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Coverage_AddsUpToAllNumbers_OfTheCase(string name)
    {
        var golden = GoldenReading.Of(name);
        using var content = File.OpenRead(golden.Workbook);
        AssertAddsUp(Reading.Read(content, Path.GetFileName(golden.Workbook), golden.Profile));
    }

    /// <summary>Of all numbers of all publications at least 97 % are accounted for, and no fewer of any but the few that are named here with what
    /// they hold.</summary>
    [Fact]
    public void Coverage_AddsUpToAllNumbers_OfEachPublication()
    {
        const decimal enough = 0.97m;
        string[] lower =
        [
            // Exchange rates, and no trade.
            "negatives/4.02.00.01 Номинальный курс отдельных валют..XLS",
            // Headings over groups of columns that start elsewhere than the groups.
            "nisr-rw/2025Q1_Trade_report_annexTables.xlsx",
            // A block of figures below the tables, over which no heading stands.
            "ru-fcs-2014/WEB_UTSA_04[1](24).xls",
        ];
        var (all, accounted) = (0, 0);
        var low = new List<string>();
        foreach (var file in Corpus.Files())
        {
            var reading = file.Read();
            AssertAddsUp(reading);
            all += reading.Coverage.All;
            accounted += reading.Coverage.Accounted;
            if (reading.Coverage.Share < enough)
            {
                low.Add(file.ToString());
            }
        }

        // Most publications are there, or little would be proved.
        Assert.InRange(all, 1_000_000, int.MaxValue);
        Assert.InRange(accounted, enough * all, all);
        Assert.Empty(low.Except(lower, StringComparer.Ordinal));
    }

    [Fact]
    public void Coverage_TellsWhatBecameOfEachNumber()
    {
        var coverage = CoverageOf(
            "Exports of Kazakhstan, thousand US dollars",
            "Code,Country,2021,2022,\"2022, share, %\"",
            "156,China,10431,9987,40.1",
            "643,Russia,5120,-4987,20.1",
            "990,Atlantis,3302,3498,14.2",
            "380,Italy,2411,2290,9.2"
        );

        // Two years over columns, four codes and four shares.
        Assert.Equal((18, 5, 10, 2, 1, 0), Counts(coverage));
        Assert.Equal((2, "area-unknown", "Atlantis"), Largest(coverage, NumberFate.Waiting));
        Assert.Equal((1, "value-negative", ""), Largest(coverage, NumberFate.Refused));
        Assert.False(coverage.IsLow);
    }

    [Fact]
    public void Coverage_IsLow_WhereATableIsNotUnderstood()
    {
        var coverage = CoverageOf("China,10431,9987", "Russia,5120,4987", "Italy,3302,3498", "Japan,2411,2290");

        Assert.Equal((8, 0, 0, 0, 0, 8), Counts(coverage));
        Assert.True(coverage.IsLow);
    }

    private static Coverage CoverageOf(params string[] lines)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        var profile = SourceProfile.Parse(
            """{ "name": "kz", "reporter": "KAZ", "defaults": { "commodity": "TOTAL" } }"""
        );
        var reading = Reading.Read(content, "exports.csv", profile);
        AssertAddsUp(reading);
        return reading.Coverage;
    }

    private static (int, int, int, int, int, int) Counts(Coverage coverage) =>
        (coverage.All, coverage.Read, coverage.Explained, coverage.Waiting, coverage.Refused, coverage.NotUnderstood);

    private static (int, string, string) Largest(Coverage coverage, NumberFate fate) =>
        coverage.Lines.First(line => line.Fate == fate) is var line ? (line.Numbers, line.Code, line.About) : default;

    private static void AssertAddsUp(Reading reading)
    {
        var coverage = reading.Coverage;
        var numbers =
            from sheet in reading.Workbook?.Sheets ?? []
            from row in Enumerable.Range(1, sheet.RowCount)
            from column in Enumerable.Range(1, sheet.LastColumn(row))
            where NumberText.IsNumber(sheet[row, column])
            select 1;
        Assert.Equal(reading.Layout is null ? 0 : numbers.Count(), coverage.All);
        Assert.Equal(coverage.All, coverage.Parts.Sum(part => part.Numbers));
        Assert.Equal(coverage.All - coverage.Read, coverage.Lines.Sum(line => line.Numbers));
        Assert.Equal(
            reading.Observations().Count(observation => NumberText.IsRawNumber(observation.Provenance.Raw)),
            coverage.Read
        );
        Assert.DoesNotContain(coverage.Lines, line => line.Code == NumberCause.Uncounted);
        // Whatever is asked or refused has a finding that says so.
        Assert.All(
            coverage.Lines.Where(line => line.Fate is NumberFate.Waiting or NumberFate.Refused),
            line => Assert.Contains(reading.Findings, finding => finding.Code.Id == line.Code)
        );
    }
}
