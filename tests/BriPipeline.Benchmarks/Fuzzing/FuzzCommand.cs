using System.Diagnostics;
using System.Globalization;
using BriPipeline.Core.Layouts;

namespace BriPipeline.Benchmarks.Fuzzing;

/// <summary><c>fuzz COUNT [FIRST-SEED]</c>: a long round over the golden readings and, where it is there, the corpus.</summary>
internal static class FuzzCommand
{
    /// <summary>Processor time that a file may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const long MostBytes = 300_000;

    public static int Run(int count, int first)
    {
        var round = new FuzzRound(Seeds(FolderOf("BriPipeline.sln")));
        var failures = 0;
        // A file that takes longer than each before it, and longer than most, is named.
        var slowest = TimeSpan.FromSeconds(1);
        for (var seed = first; seed < first + count; seed++)
        {
            if (round.Run(seed) is { } failure)
            {
                failures++;
                Console.WriteLine(failure);
            }

            if (round.Longest > slowest)
            {
                slowest = round.Longest;
                Console.WriteLine(
                    FormattableString.Invariant($"seed {seed}: {slowest.TotalSeconds:0.0} s of processor time")
                );
            }
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count} files from seed {first}: {failures} failures; {round.Found} with findings of their own, {round.SaidByTheFile} whose cells say something else; longest {round.Longest.TotalSeconds:0.0} s, {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB"
            )
        );
        return failures == 0 && round.Longest <= Patience ? 0 : 1;
    }

    /// <summary>The golden readings and the smaller real files.</summary>
    public static IEnumerable<(string Path, SourceProfile Profile)> Seeds(string root)
    {
        var golden = Path.Combine(root, "tests", "BriPipeline.Core.Tests", "Golden", "Readings");
        foreach (var folder in Directory.EnumerateDirectories(golden).Order(StringComparer.Ordinal))
        {
            yield return (
                Directory.EnumerateFiles(folder, "workbook*").Single(),
                ProfileOf(Path.Combine(folder, "profile.json"))
            );
        }

        var corpus = Path.Combine(root, "..", "shared", "corpus");
        if (!Directory.Exists(corpus))
        {
            yield break;
        }

        foreach (
            var path in Directory
                .EnumerateFiles(Path.Combine(corpus, "files"), "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
        {
            if (!path.EndsWith(".json", StringComparison.Ordinal) && new FileInfo(path).Length < MostBytes)
            {
                var source = Path.GetFileName(Path.GetDirectoryName(path)!);
                yield return (path, ProfileOf(Path.Combine(corpus, "sources", source + ".json")));
            }
        }
    }

    private static SourceProfile ProfileOf(string path) =>
        File.Exists(path) ? SourceProfile.Parse(File.ReadAllText(path)) : SourceProfile.Unknown("fuzz");

    private static string FolderOf(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, file)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? Directory.GetCurrentDirectory();
    }
}
