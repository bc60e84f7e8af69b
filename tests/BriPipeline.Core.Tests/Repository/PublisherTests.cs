using System.Text.Json;
using System.Text.RegularExpressions;

namespace BriPipeline.Core.Tests.Repository;

/// <summary>Workbooks are read by their content: the program knows no publisher by name, file or address.</summary>
public sealed partial class PublisherTests
{
    // Samples reproduce published figures, and must therefore name who published them.
    private const string Samples = "src/BriPipeline.Local/Samples/";

    // Formats are known by their columns; their descriptions cite who documents them.
    private const string Descriptions = "src/BriPipeline.Core/Formats/Descriptions/";

    // The gallery is a list of publishers, from which people choose; nothing is read by it.
    private const string Gallery = "src/BriPipeline.Core/Sources/gallery.json";

    [Fact]
    public void Source_NamesNoPublisherOfTheCorpus()
    {
        Assert.SkipUnless(Directory.Exists(RepositoryFiles.Corpus), "../shared/corpus is not here.");
        var names = Names().ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.NotEmpty(names);

        var found =
            from path in RepositoryFiles.Tracked
            where path.StartsWith("src/", StringComparison.Ordinal)
            where !path.StartsWith(Samples, StringComparison.Ordinal)
            where !path.StartsWith(Descriptions, StringComparison.Ordinal)
            where path != Gallery
            let text = RepositoryFiles.Read(path)
            from name in names
            where text.Contains(name, StringComparison.OrdinalIgnoreCase)
            select $"{path}: {name}";

        Assert.Empty(found);
    }

    private static IEnumerable<string> Names()
    {
        var corpus = RepositoryFiles.Corpus;
        var folders = Directory.EnumerateDirectories(Path.Combine(corpus, "files"));
        var files = folders.SelectMany(Directory.EnumerateFiles);
        var publishers = Directory
            .EnumerateFiles(Path.Combine(corpus, "sources"), "*.json")
            .Select(profile => JsonDocument.Parse(File.ReadAllText(profile)).RootElement)
            .Where(profile => profile.TryGetProperty("publisher", out _))
            .Select(profile => profile.GetProperty("publisher").GetString()!);
        var addresses = Address().Matches(File.ReadAllText(Path.Combine(corpus, "README.md")));
        return
        [
            .. folders.Select(folder => Path.GetFileName(folder)),
            .. files.Select(file => Path.GetFileName(file)),
            .. publishers,
            .. addresses.Select(address => address.Groups["host"].Value),
        ];
    }

    /// <summary>A publisher's site in brackets behind its name.</summary>
    [GeneratedRegex(@"\((?<host>([a-z-]+\.)+[a-z]{2,})\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
