using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Readings;
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

    /// <summary>The hand-checked cells of both folders of the corpus; skips the test where one is absent.</summary>
    public static IEnumerable<CheckedCell> CheckedCells() =>
        Files()
            .Select(file => file.Root)
            .Distinct()
            .SelectMany(root => CheckedCell.ReadAll(Path.Combine(root, "cells.csv")));

    /// <summary>Every published file of both folders of the corpus with its profile; skips the test where one is absent.</summary>
    public static IReadOnlyList<CorpusFile> Files()
    {
        var more = Root + "-2";
        Assert.SkipUnless(Directory.Exists(more), "../shared/corpus-2 is not beside the repository.");
        return
        [
            .. new[] { Root, more }.SelectMany(root =>
                Directory
                    .EnumerateFiles(Path.Combine(root, "files"), "*", SearchOption.AllDirectories)
                    .Where(path => !Path.GetFileName(path).StartsWith("KEY", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal)
                    .Select(path => new CorpusFile(root, Path.GetFileName(Path.GetDirectoryName(path)!), path))
            ),
        ];
    }
}

/// <summary>One published file.</summary>
/// <param name="Entry">The name of its folder and of its profile.</param>
internal sealed record CorpusFile(string Root, string Entry, string Path)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public SourceProfile Profile =>
        System.IO.Path.Combine(Root, "sources", $"{Entry}.json") is var path && File.Exists(path)
            ? SourceProfile.Parse(File.ReadAllText(path))
            : SourceProfile.Unknown("corpus");

    public Reading Read()
    {
        using var content = File.OpenRead(Path);
        return Reading.Read(content, Name, Profile);
    }

    public override string ToString() => $"{Entry}/{Name}";
}
