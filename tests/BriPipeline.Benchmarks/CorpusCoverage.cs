using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;

namespace BriPipeline.Benchmarks;

/// <summary>What became of the numbers of a folder of files, the worst file first, with the word or rule that cost most.</summary>
/// <remarks>FOLDER holds a folder for each source, or a folder <c>files</c> with them; the profile of a source is <c>SOURCE.json</c>
/// in the folder of profiles that is given, else in <c>sources</c> or <c>profiles</c> beside them. Answer keys (<c>KEY…</c>) are passed over.</remarks>
internal static class CorpusCoverage
{
    public static int Run(string folder, string? profiles)
    {
        var files = Directory.Exists(Path.Combine(folder, "files")) ? Path.Combine(folder, "files") : folder;
        var known = new[] { profiles, Path.Combine(folder, "sources"), Path.Combine(folder, "profiles") }
            .OfType<string>()
            .Where(Directory.Exists)
            .ToList();
        var rows = Directory
            .EnumerateFiles(files, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) is var name && !name.StartsWith("KEY", StringComparison.Ordinal))
            .Where(path => Path.GetFileName(path) != "SOURCE.md")
            .Order(StringComparer.Ordinal)
            .Select(path => (Path: Path.GetRelativePath(files, path), Coverage: Read(path, known)))
            .OrderBy(row => row.Coverage.Share)
            .ThenByDescending(row => row.Coverage.NotUnderstood)
            .ToList();
        Console.WriteLine("accounted     all    read explain waiting refused unknown  file");
        foreach (var (path, coverage) in rows)
        {
            Console.WriteLine($"{Line(coverage)}  {path}");
            foreach (var cost in Costs(coverage))
            {
                Console.WriteLine($"{Number(cost.Numbers), 18}  {cost.Fate}: {cost.Code} {Shown(cost.About)}");
            }
        }

        var all = rows.Select(row => row.Coverage).Aggregate(Coverage.None, Add);
        Console.WriteLine($"{Line(all)}  {rows.Count} files");
        return 0;
    }

    private static Coverage Read(string path, List<string> profiles)
    {
        var source = Path.GetFileName(Path.GetDirectoryName(path)!);
        var profile = profiles.Select(one => Path.Combine(one, $"{source}.json")).FirstOrDefault(File.Exists);
        using var content = File.OpenRead(path);
        return Reading
            .Read(
                content,
                Path.GetFileName(path),
                profile is null ? SourceProfile.Unknown("corpus") : SourceProfile.Parse(File.ReadAllText(profile))
            )
            .Coverage;
    }

    /// <summary>What cost most of all that became no value and is not explained, and what else is not understood.</summary>
    private static IEnumerable<CoverageLine> Costs(Coverage coverage)
    {
        var open = coverage.Lines.Where(line => line.Fate != NumberFate.Explained).ToList();
        return open.Take(1).Union(open.Where(line => line.Fate == NumberFate.NotUnderstood).Take(3));
    }

    private static Coverage Add(Coverage one, Coverage other) =>
        new(
            one.All + other.All,
            one.Read + other.Read,
            one.Explained + other.Explained,
            one.Waiting + other.Waiting,
            one.Refused + other.Refused,
            one.NotUnderstood + other.NotUnderstood,
            []
        );

    private static string Line(Coverage coverage) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{100 * coverage.Share, 8:0.0}% {coverage.All, 7} {coverage.Read, 7} {coverage.Explained, 7} {coverage.Waiting, 7} {coverage.Refused, 7} {coverage.NotUnderstood, 7}"
        );

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Shown(string about) => about.Length > 80 ? about[..80] + "…" : about;
}
