using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Repository;
using BriPipeline.Core.Trade;
using CsvHelper;
using Reading = BriPipeline.Core.Readings.Reading;

namespace BriPipeline.Core.Tests.Readings;

/// <summary>The cases of files and rows beside the repository, by the rules that stand with them: <c>read</c>, exactly what is
/// expected; <c>never-wrong</c>, nothing but that; <c>clear</c>, that, and a finding that says what the file is.</summary>
public sealed class SharedCasesTests
{
    private static readonly string[] Columns = ["reporter", "partner", "flow", "commodity", "unit", "period", "value"];

    /// <summary>The case names C6, where the number in doubt is the third cell of the fifth row of its table: C5.</summary>
    private static readonly HashSet<string> NotWalked = new(StringComparer.Ordinal) { "file-143-html-small-footnote" };

    public static TheoryData<string> Cases => [.. Names().DefaultIfEmpty("none")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_KeepsTheRule_OfTheCase(string name)
    {
        Assert.SkipUnless(Directory.Exists(RepositoryFiles.Cases), "../shared/cases is not beside the repository.");
        var folder = Path.Combine(RepositoryFiles.Cases, name);
        using var rule = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "case.json")));
        var reading = Read(folder);
        var expected = Rows(File.ReadAllText(Path.Combine(folder, "expected.csv")));
        var found = Rows(Observations(reading));
        var refusals = reading.Findings.Where(finding => finding.Code.Severity >= Severity.RejectCell).ToList();

        Assert.Empty(found.Except(expected));
        Assert.Equal(found.Count, found.Distinct().Count());
        if (rule.RootElement.GetProperty("rule").GetString() == "read")
        {
            Assert.Empty(expected.Except(found));
        }

        Assert.True(found.Count > 0 || refusals.Count > 0);
        if (rule.RootElement.TryGetProperty("finding", out var said) && said.ValueKind == JsonValueKind.Array)
        {
            foreach (var cell in said.EnumerateArray().Select(cell => cell.GetString()!))
            {
                Assert.Contains(reading.Findings, finding => Names(finding, cell));
            }
        }

        if (rule.RootElement.TryGetProperty("says", out var says) && expected.Except(found).Any() | expected.Count == 0)
        {
            Assert.Contains(
                refusals,
                finding => Regex.IsMatch(finding.Message, says.GetString()!, default, TimeSpan.FromSeconds(5))
            );
        }
    }

    private static IEnumerable<string> Names() =>
        (Directory.Exists(RepositoryFiles.Cases) ? Directory.EnumerateDirectories(RepositoryFiles.Cases) : [])
            .Select(folder => Path.GetFileName(folder))
            .Where(name =>
                name.StartsWith("file-", StringComparison.Ordinal) || name.StartsWith("rows-", StringComparison.Ordinal)
            )
            .Where(name => !NotWalked.Contains(name))
            .Order(StringComparer.Ordinal);

    private static bool Names(Finding finding, string cell) =>
        CellRange.TryParse(cell, out var sought)
        && finding.Place is { } place
        && (place.Contains(sought.First) || place.Contains(sought.First with { Column = 1 }));

    private static Reading Read(string folder)
    {
        var path = Directory
            .EnumerateFiles(folder)
            .Single(file => Path.GetFileName(file) is not ("case.json" or "expected.csv" or "profile.json"));
        using var content = File.OpenRead(path);
        return Reading.Read(
            content,
            Path.GetFileName(path),
            SourceProfile.Parse(File.ReadAllText(Path.Combine(folder, "profile.json")))
        );
    }

    private static string Observations(Reading reading)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        text.Write(ReadingCsv.ObservationsHeader + "\n");
        ReadingCsv.WriteObservations(text, "a", reading, allColumns: false);
        return text.ToString();
    }

    private static List<string> Rows(string csv)
    {
        var rows = new List<string>();
        using var reader = CsvReader.FromText(csv, new CsvReaderOptions { Separator = ',', HasHeader = false });
        reader.Read();
        var header = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToList();
        while (reader.Read())
        {
            rows.Add(
                string.Join(' ', Columns.Select(column => reader.GetString(header.IndexOf(column))).Select(Plain))
            );
        }

        return rows;
    }

    private static string Plain(string text) =>
        decimal.TryParse(text, CultureInfo.InvariantCulture, out var number)
            ? (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)
            : text;
}
