using BriPipeline.Core.Tests.Repository;

namespace BriPipeline.Core.Tests;

/// <summary>Real publications, used in place and never copied: tests that need them are skipped where they are absent.</summary>
internal static class Corpus
{
    /// <summary>The corpus's folder; skips the test where it is absent.</summary>
    public static string Root
    {
        get
        {
            Assert.SkipUnless(
                Directory.Exists(RepositoryFiles.Corpus),
                "../shared/corpus is not beside the repository."
            );
            return RepositoryFiles.Corpus;
        }
    }

    /// <summary>The only file of an entry with that ending.</summary>
    public static string PathOf(string entry, string ending) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, "files", entry))
            .Single(path => path.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Every published file, without the answer keys beside them.</summary>
    public static IEnumerable<string> Paths() =>
        Directory
            .EnumerateFiles(Path.Combine(Root, "files"), "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
