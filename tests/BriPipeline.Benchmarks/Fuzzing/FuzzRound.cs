using System.Diagnostics;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports.Annotation;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Benchmarks.Fuzzing;

/// <summary>Reads and annotates damaged copies of real files. Whatever is done to a file, reading ends without an exception; and an observation that the whole file does not give comes with a finding, or from cells that say so themselves.</summary>
public sealed class FuzzRound
{
    /// <summary>A fixed one, so that equal seeds read alike.</summary>
    private static readonly DateOnly Today = new(2026, 12, 31);

    private readonly List<(string Path, byte[] Bytes, SourceProfile Profile, Said Whole)> seeds = [];

    /// <param name="paths">Files to damage, each with the profile that reads it.</param>
    public FuzzRound(IEnumerable<(string Path, SourceProfile Profile)> paths)
    {
        foreach (var (path, profile) in paths)
        {
            var bytes = File.ReadAllBytes(path);
            seeds.Add((path, bytes, profile, Read(bytes, path, profile)));
        }
    }

    /// <summary>How often something was read that the file did not say before, without a finding, because its cells do now.</summary>
    public int SaidByTheFile { get; private set; }

    /// <summary>How many copies ended in a finding that the whole file does not have.</summary>
    public int Found { get; private set; }

    /// <summary>Processor time of the process during the run that took most of it.</summary>
    public TimeSpan Longest { get; private set; }

    /// <summary>Damages one file and reads it.</summary>
    /// <returns>What is wrong with the reader; null where nothing is.</returns>
    public string? Run(int seed)
    {
        var (path, bytes, profile, whole) = seeds[seed % seeds.Count];
        var damaged = Mutation.Of(bytes, seed);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        Said said;
        try
        {
            said = Read(damaged, path, profile);
        }
        // Whatever it is, it is reported with its seed.
        catch (Exception e)
        {
            return $"{Path.GetFileName(path)} {seed}: {e.GetType().Name}: {e.Message} {string.Join(" ", e.StackTrace?.Split('\n').Take(8).Select(line => line.Trim()) ?? [])}";
        }

        var took = Process.GetCurrentProcess().TotalProcessorTime - before;
        Longest = took > Longest ? took : Longest;
        if (said.Codes.Except(whole.Codes, StringComparer.Ordinal).Any())
        {
            Found++;
            return null;
        }

        if (said.Observations.IsSubsetOf(whole.Observations))
        {
            return null;
        }

        // A digit put in the place of another is what the file now says; where nothing guards its bytes nobody can tell.
        if (said.Cells != whole.Cells && !IsArchive(bytes))
        {
            SaidByTheFile++;
            return null;
        }

        return $"{Path.GetFileName(path)} {seed}: reads {said.Observations.Except(whole.Observations).First()} without a finding";
    }

    private static bool IsArchive(byte[] bytes) => bytes is [(byte)'P', (byte)'K', ..];

    private static Said Read(byte[] bytes, string path, SourceProfile profile)
    {
        var file = Path.GetFileName(path);
        using var content = new MemoryStream(bytes);
        var reading = Reading.Read(content, file, profile, today: Today);
        IReadOnlyList<ReportFinding> findings =
        [
            .. reading.Findings.Select(finding => ReportFinding.Of(file, finding)),
        ];
        if (findings.Count > 0)
        {
            AnnotatedWorkbook.Write(content, file, findings, Stream.Null);
        }

        var cells = new HashCode();
        foreach (var sheet in WorkbookReader.Read(content, file).Workbook?.Sheets ?? [])
        {
            for (var row = 1; row <= Math.Min(sheet.RowCount, 20_000); row++)
            {
                for (var column = 1; column <= Math.Min(sheet.ColumnCount, 100); column++)
                {
                    cells.Add(sheet[row, column].Raw, StringComparer.Ordinal);
                }
            }
        }

        return new(
            reading.Outcome == ReadingOutcome.Accepted
                ? reading.Observations().Select(one => (one.Key, one.Value)).ToHashSet()
                : [],
            [.. findings.Select(finding => $"{finding.Code} {finding.Sheet} {finding.Cell}")],
            cells.ToHashCode()
        );
    }

    private sealed record Said(HashSet<(ObservationKey, decimal)> Observations, HashSet<string> Codes, int Cells);
}
