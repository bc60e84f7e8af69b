using BriPipeline.Core.Sources;

namespace BriPipeline.Benchmarks.Fuzzing;

/// <summary>The files that are damaged: one of each format that few others are of, the golden readings and, where the corpus is
/// there, its smaller files.</summary>
internal static class SeedFiles
{
    private const long MaxBytes = 300_000;

    /// <param name="root">The folder of the solution.</param>
    public static IEnumerable<(string Path, SourceProfile Profile)> In(string root)
    {
        var ofFormats = new SourceProfile { Name = "fuzz", Reporter = "KAZ" };
        var own = Path.Combine(root, "tests", "BriPipeline.Benchmarks", "Fuzzing", "Seeds");
        foreach (var path in Directory.EnumerateFiles(own).Order(StringComparer.Ordinal))
        {
            yield return (path, ofFormats);
        }

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
            if (!path.EndsWith(".json", StringComparison.Ordinal) && new FileInfo(path).Length < MaxBytes)
            {
                var source = Path.GetFileName(Path.GetDirectoryName(path)!);
                yield return (path, ProfileOf(Path.Combine(corpus, "sources", source + ".json")));
            }
        }
    }

    private static SourceProfile ProfileOf(string path) =>
        File.Exists(path) ? SourceProfile.Parse(File.ReadAllText(path)) : SourceProfile.Unknown("fuzz");
}
