using System.Text.RegularExpressions;

namespace BriPipeline.Core.Tests.Repository;

/// <summary>A page of the documentation: its links, its anchors and the files of the repository that it names.</summary>
/// <param name="Path">Below the root of the repository.</param>
internal sealed partial record MarkdownPage(string Path, string Text)
{
    public static MarkdownPage Read(string path) => new(path, RepositoryFiles.Read(path));

    /// <summary>README, the other pages of the root and those of <c>docs</c>.</summary>
    public static IReadOnlyList<MarkdownPage> All { get; } =
    [
        .. RepositoryFiles
            .Tracked.Where(path =>
                path.EndsWith(".md", StringComparison.Ordinal)
                && (!path.Contains('/', StringComparison.Ordinal) || path.StartsWith("docs/", StringComparison.Ordinal))
            )
            .Select(Read),
    ];

    /// <summary>Targets of links that lead into the repository.</summary>
    public IEnumerable<string> Links =>
        Link()
            .Matches(WithoutCode)
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal));

    /// <summary>Targets of links to other sites; this machine's own address is none.</summary>
    public IEnumerable<Uri> ExternalLinks =>
        OutsideLink()
            .Matches(WithoutCode)
            .Select(match => new Uri(match.Groups["target"].Value))
            .Where(target => !target.IsLoopback);

    /// <summary>What a link may name behind <c>#</c>: the headings, as GitHub spells them.</summary>
    public IEnumerable<string> Anchors =>
        Heading().Matches(WithoutFences).Select(match => AnchorOf(match.Groups["text"].Value));

    /// <summary>Files and folders of the repository that stand in code spans, such as <c>src/BriPipeline.Core/Trade</c>.</summary>
    public IEnumerable<string> NamedPaths =>
        NamedPath().Matches(WithoutFences).Select(match => match.Groups["path"].Value);

    /// <summary>Links that lead to no file or no heading.</summary>
    public IEnumerable<string> BrokenLinks =>
        Links.Where(target => !Leads(target)).Select(target => $"{Path}: {target}");

    /// <summary>Named paths where there is nothing.</summary>
    public IEnumerable<string> MissingPaths =>
        NamedPaths.Where(path => !Exists(path)).Select(path => $"{Path}: {path}");

    private string WithoutFences => Fence().Replace(Text, "");

    private string WithoutCode => CodeSpan().Replace(WithoutFences, "");

    private bool Leads(string target)
    {
        var parts = target.Split('#', 2);
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        var path =
            parts[0].Length == 0
                ? Path
                : System
                    .IO.Path.GetRelativePath(
                        RepositoryFiles.Root,
                        System.IO.Path.Combine(RepositoryFiles.Root, folder, Uri.UnescapeDataString(parts[0]))
                    )
                    .Replace('\\', '/');
        return (path == Path || Exists(path))
            && (parts.Length == 1 || AnchorsOf(path).Contains(parts[1], StringComparer.Ordinal));
    }

    private IEnumerable<string> AnchorsOf(string path) => path == Path ? Anchors : Read(path).Anchors;

    private static bool Exists(string path) =>
        System.IO.Path.Exists(System.IO.Path.Combine(RepositoryFiles.Root, path.TrimEnd('/')));

    private static string AnchorOf(string heading) =>
        NoAnchor().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"(\]\(|<)(?<target>https?://[^)>\s]+)[)>]", RegexOptions.ExplicitCapture)]
    private static partial Regex OutsideLink();

    [GeneratedRegex(@"^#{1,6} (?<text>.+?)\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^```.*?^```\r?$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"`(?<path>(src|tests|docs|infra|\.ci|\.github)/[\w./-]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex NamedPath();

    [GeneratedRegex(@"[^\p{L}\p{N}_ -]")]
    private static partial Regex NoAnchor();
}
