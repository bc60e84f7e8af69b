using System.Xml.Linq;

namespace BriPipeline.Core.Tests.Repository;

public sealed class SolutionLayoutTests
{
    /// <summary>The projects in the order of the design: each references only those above it, and none the two hosts at its end.</summary>
    private static readonly string[] Order = ["Core", "Storage", "Web", "Functions", "Local"];

    [Fact]
    public void Source_HoldsTheProjectsOfTheDesign()
    {
        var projects = Directory
            .EnumerateDirectories(Path.Combine(RepositoryFiles.Root, "src"))
            .Select(folder => Path.GetFileName(folder));

        Assert.Equivalent(Order.Select(name => "BriPipeline." + name), projects, strict: true);
    }

    [Theory]
    [InlineData("Core")]
    [InlineData("Storage")]
    [InlineData("Web")]
    [InlineData("Functions")]
    [InlineData("Local")]
    public void Project_ReferencesOnlyThoseAboveIt(string name)
    {
        var allowed = Order.TakeWhile(other => other != name).Where(other => other is not ("Functions" or "Local"));

        Assert.All(References(name), other => Assert.Contains(other, allowed, StringComparer.Ordinal));
    }

    /// <summary>A project without these lines is left out of a build without a word.</summary>
    [Theory]
    [InlineData("Debug")]
    [InlineData("Release")]
    public void Solution_BuildsEveryProject(string configuration)
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryFiles.Root, "BriPipeline.sln"));
        var projects = lines.Where(line => line.Contains(".csproj\"", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(projects);
        Assert.All(
            projects,
            project =>
            {
                var id = project[project.LastIndexOf('{')..(project.LastIndexOf('}') + 1)];
                Assert.Contains($"\t\t{id}.{configuration}|Any CPU.Build.0 = {configuration}|Any CPU", lines);
            }
        );
    }

    private static IEnumerable<string> References(string name) =>
        XDocument
            .Load(Path.Combine(RepositoryFiles.Root, "src", $"BriPipeline.{name}", $"BriPipeline.{name}.csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
            .Select(project => project["BriPipeline.".Length..]);
}
