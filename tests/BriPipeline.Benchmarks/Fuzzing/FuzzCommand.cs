using System.Diagnostics;
using System.Globalization;

namespace BriPipeline.Benchmarks.Fuzzing;

/// <summary><c>fuzz COUNT [FIRST-SEED]</c>: a long round over the golden readings and, where it is there, the corpus.</summary>
internal static class FuzzCommand
{
    /// <summary>Processor time that a file may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static int Run(int count, int first)
    {
        var round = new FuzzRound(SeedFiles.In(FolderOf("BriPipeline.sln")));
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
