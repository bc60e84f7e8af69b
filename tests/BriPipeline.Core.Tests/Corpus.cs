namespace BriPipeline.Core.Tests;

/// <summary>Real publications, used in place and never copied: tests that need them are skipped where they are absent.</summary>
internal static class Corpus
{
    private const string Absent = "../shared/corpus is not beside the repository";

    private static readonly string? Root = Find();

    /// <summary>The only file of an entry with that ending; skips the test where the corpus is absent.</summary>
    public static string PathOf(string entry, string ending)
    {
        Assert.SkipWhen(Root is null, Absent);
        return Directory
            .EnumerateFiles(Path.Combine(Root, "files", entry))
            .Single(path => path.EndsWith(ending, StringComparison.Ordinal));
    }

    /// <summary>Every published file, without the answer keys beside them.</summary>
    public static IEnumerable<string> Paths()
    {
        Assert.SkipWhen(Root is null, Absent);
        return Directory
            .EnumerateFiles(Path.Combine(Root, "files"), "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BriPipeline.sln")))
            {
                var corpus = Path.Combine(folder.FullName, "..", "shared", "corpus");
                return Directory.Exists(corpus) ? corpus : null;
            }
        }

        return null;
    }
}
