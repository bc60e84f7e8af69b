using System.Diagnostics;

namespace BriPipeline.Core.Tests.Repository;

/// <summary>The checkout that the tests were built from.</summary>
internal static class RepositoryFiles
{
    /// <summary>The folder of <c>BriPipeline.sln</c>.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The published workbooks beside the checkout, which not every machine has.</summary>
    public static string Corpus { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared", "corpus"));

    /// <summary>Cases of readings beside the checkout, each with what must come out of it.</summary>
    public static string Cases { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared", "cases"));

    /// <summary>Files that are or will be committed, as paths below <see cref="Root"/> with forward slashes.</summary>
    public static IReadOnlyList<string> Tracked { get; } =
    [
        .. Git("ls-files", "-z", "--cached", "--others", "--exclude-standard")
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal)
            .Where(path => File.Exists(Path.Combine(Root, path))),
    ];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? output : throw new InvalidOperationException("The tests need a git checkout.");
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "BriPipeline.sln"))
            ? folder
            : FindRoot(
                Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder))
                    ?? throw new InvalidOperationException("No BriPipeline.sln above the test assembly.")
            );
}
