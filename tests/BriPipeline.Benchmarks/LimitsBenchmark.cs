using System.Globalization;
using System.Text;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;

namespace BriPipeline.Benchmarks;

/// <summary>How soon, in how much memory and by which finding files end that hold too much, each in a process of its own.</summary>
internal static class LimitsBenchmark
{
    private const int MaxSeconds = 10;
    private const long MaxBytes = 500L << 20;

    /// <param name="part">Of the names of files that are meant; empty for all.</param>
    public static int Run(string part)
    {
        var folder = Directory.CreateTempSubdirectory("bri-limits-").FullName;
        var above = 0;
        try
        {
            var self = typeof(LimitsBenchmark).Assembly.Location;
            foreach (var (name, write) in OversizedFiles.All)
            {
                if (!name.Contains(part, StringComparison.Ordinal))
                {
                    continue;
                }

                var file = Path.Combine(folder, name);
                write(file);
                using var output = new MemoryStream();
                var run = Measured.Run(output, self, "pass-limit", file);
                var isAbove = run.ExitCode != 0 || run.Processor.TotalSeconds > MaxSeconds || run.PeakBytes > MaxBytes;
                above += isAbove ? 1 : 0;
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{(isAbove ? "ABOVE" : "ok   ")} {name}: {run.Processor.TotalSeconds:F1} s of processor, {run.PeakBytes >> 20} MB: {Encoding.UTF8.GetString(output.ToArray()).Trim()}"
                    )
                );
                File.Delete(file);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return above == 0 ? 0 : 1;
    }

    public static void PassLimit(string file)
    {
        using var content = File.OpenRead(file);
        var reading = Reading.Read(content, Path.GetFileName(file), SourceProfile.Unknown("limits"));
        Console.WriteLine(
            string.Join(
                "; ",
                reading.Findings.Select(finding => $"{finding.Code.Id}: {finding.Message}").DefaultIfEmpty("no finding")
            )
        );
    }
}
