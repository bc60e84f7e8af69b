using System.Globalization;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Golden;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Readings.Mutations;

/// <summary>Random edits of labels never make an observation wrong that was right: it stays right or becomes a finding.</summary>
/// <remarks><c>BRI_MUTATIONS</c> asks for more mutations of each workbook, <c>BRI_MUTATION_SEED</c> for other ones, and
/// <c>BRI_MUTATION_FOLDER</c> for those of a folder of workbooks with profiles beside them.</remarks>
public sealed class MutatedReadingTests(ITestOutputHelper output)
{
    private const int MaxSheet = 8_000;

    private static readonly string Readings = Path.Combine(GoldenFile.Folder, "Readings");
    private static readonly int Rounds = Setting("BRI_MUTATIONS", 8);
    private static readonly int Seed = Setting("BRI_MUTATION_SEED", 20_26_11);

    [Fact]
    public void Read_StaysRightOrFinds_WhenLabelsOfAGoldenCaseAreEdited()
    {
        var wrong = new List<string>();
        var mutated = 0;
        foreach (var folder in Directory.EnumerateDirectories(Readings).Order(StringComparer.Ordinal))
        {
            var path = Directory.EnumerateFiles(folder, "workbook*").Single();
            mutated += Mutate(path, ProfileAt(Path.Combine(folder, "profile.json")), wrong);
        }

        Judge(mutated, wrong);
        Assert.True(mutated >= 2_000, $"{mutated} mutated workbooks");
    }

    [Fact]
    public void Read_StaysRightOrFinds_WhenLabelsOfARealPublicationAreEdited()
    {
        var wrong = new List<string>();
        var mutated = 0;
        foreach (var path in Corpus.Paths())
        {
            var entry = Path.GetFileName(Path.GetDirectoryName(path)!);
            mutated += Mutate(path, ProfileAt(Path.Combine(Corpus.Root, "sources", $"{entry}.json")), wrong);
        }

        Judge(mutated, wrong);
    }

    [Fact]
    public void Read_StaysRightOrFinds_WhenLabelsOfAGivenFolderAreEdited()
    {
        var folder = Environment.GetEnvironmentVariable("BRI_MUTATION_FOLDER");
        Assert.SkipWhen(folder is null, "BRI_MUTATION_FOLDER names no folder.");
        var wrong = new List<string>();
        var mutated = 0;
        foreach (var path in Directory.EnumerateFiles(Path.Combine(folder!, "pub"), "*", SearchOption.AllDirectories))
        {
            var entry = Path.GetFileName(Path.GetDirectoryName(path)!);
            mutated += Mutate(path, ProfileAt(Path.Combine(folder!, "sources", $"{entry}.json")), wrong);
        }

        Judge(mutated, wrong);
    }

    private void Judge(int mutated, List<string> wrong)
    {
        output.WriteLine($"{mutated} mutated workbooks, seed {Seed}, {wrong.Count} wrong");
        Assert.True(wrong.Count == 0, $"seed {Seed}, {wrong.Count} wrong:\n{string.Join('\n', wrong.Take(60))}");
    }

    private static int Mutate(string path, SourceProfile profile, List<string> wrong)
    {
        using var content = File.OpenRead(path);
        if (
            WorkbookReader.Read(content, Path.GetFileName(path)).Workbook is not { } workbook
            || workbook.Sheets.Any(sheet => sheet.RowCount * sheet.ColumnCount > MaxSheet)
        )
        {
            return 0;
        }

        var before = Reading.Of(workbook, profile);
        var right = Stored(before);
        // Of a documented format a label is a code: another code of its list is another thing, and nothing in the file contradicts it.
        if (before.Format is not null)
        {
            return 0;
        }

        var mutator = new Mutator(workbook, before.Layout!.Tables, new Random(Seed));
        if (!mutator.HasLabels || right.Count == 0)
        {
            return 0;
        }

        for (var round = 0; round < Rounds; round++)
        {
            var mutation = mutator.Next();
            var after = Stored(Reading.Of(MutatedSheet.With(workbook, mutation.Sheet, mutation.Edits), profile));
            foreach (var (place, observation) in after)
            {
                if (
                    right.GetValueOrDefault(place) is { } known
                    && MutationOracle.Wrong(known, observation, mutation) is { } reason
                )
                {
                    wrong.Add(
                        $"{Path.GetFileName(Path.GetDirectoryName(path))}: {mutation}: {place} {reason}: {known.Key} 10^{known.Multiplier} -> {observation.Key} 10^{observation.Multiplier}"
                    );
                    break;
                }
            }
        }

        return Rounds;
    }

    /// <summary>What would be stored, by place; a table that is held stores nothing.</summary>
    private static Dictionary<string, Observation> Stored(Reading reading) =>
        reading.Outcome == ReadingOutcome.Held
            ? []
            : reading
                .Observations()
                .ToDictionary(one => $"{one.Provenance.Sheet}!{one.Provenance.Cell}", StringComparer.Ordinal);

    private static SourceProfile ProfileAt(string path) =>
        File.Exists(path) ? SourceProfile.Parse(File.ReadAllText(path)) : SourceProfile.Unknown("golden");

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value)
            ? value
            : otherwise;
}
