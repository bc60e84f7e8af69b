using System.Text.Json;

namespace BriPipeline.Core.Tests.Repository;

public sealed class ThirdPartyNoticesTests
{
    /// <summary>Every package that the program's lock files name has a line with its licence.</summary>
    [Fact]
    public void Notices_NameEveryPackage()
    {
        var locks = RepositoryFiles.Tracked.Where(path =>
            path.StartsWith("src/", StringComparison.Ordinal)
            && path.EndsWith("/packages.lock.json", StringComparison.Ordinal)
        );
        var packages = locks
            .SelectMany(Packages)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.OrdinalIgnoreCase);
        var named = RepositoryFiles
            .Read("THIRD-PARTY-NOTICES.md")
            .Split("| package | licence | made by |\n|---|---|---|\n")[1]
            .Split("\n\n")[0]
            .Split('\n')
            .Select(line => line.Split(" | "))
            .ToList();

        Assert.Equal(packages, named.Select(fields => fields[0].TrimStart('|', ' ')));
        Assert.All(named, fields => Assert.Matches("^[A-Z][A-Za-z0-9. -]+$", fields[1]));
    }

    private static List<string> Packages(string path)
    {
        using var json = JsonDocument.Parse(RepositoryFiles.Read(path));
        return
        [
            .. json
                .RootElement.GetProperty("dependencies")
                .EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => package.Value.TryGetProperty("resolved", out _))
                .Select(package => package.Name),
        ];
    }
}
