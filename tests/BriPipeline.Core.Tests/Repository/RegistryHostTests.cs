namespace BriPipeline.Core.Tests.Repository;

/// <summary>A committed file that names a registry ties every machine to it; where packages come from is the machine's own matter.</summary>
public sealed class RegistryHostTests
{
    // Put together here, so that this file is not the one that names them.
    private static readonly string[] Hosts =
    [
        Host("nuget", "org"),
        Host("npmjs", "org"),
        Host("npmjs", "com"),
        Host("yarnpkg", "com"),
        Host("npm.pkg.github", "com"),
        Host("nuget.pkg.github", "com"),
        Host("pkgs.dev.azure", "com"),
        Host("myget", "org"),
        Host("jfrog", "io"),
        Host("pypi", "org"),
        Host("pythonhosted", "org"),
    ];

    [Fact]
    public void Repository_NamesNoPackageRegistry()
    {
        var found =
            from path in RepositoryFiles.Tracked
            let text = RepositoryFiles.Read(path)
            from host in Hosts
            where text.Contains(host, StringComparison.OrdinalIgnoreCase)
            select $"{path}: {host}";

        Assert.Empty(found);
    }

    [Fact]
    public void LockFiles_NameNoDownloadAddress()
    {
        var locks = RepositoryFiles.Tracked.Where(path =>
            Path.GetFileName(path) is "packages.lock.json" or "package-lock.json"
        );

        Assert.NotEmpty(locks);
        Assert.All(
            locks,
            path => Assert.DoesNotContain("\"resolved\": \"http", RepositoryFiles.Read(path), StringComparison.Ordinal)
        );
    }

    private static string Host(string name, string domain) => name + "." + domain;
}
