using System.Text.RegularExpressions;
using BriPipeline.Core.Tests.Repository;

namespace BriPipeline.Functions.Tests.Infra;

/// <summary><c>docs/azure.md</c> lists what the app consists of.</summary>
public sealed partial class AzurePageTests
{
    [Fact]
    public void Page_ListsEveryFunction()
    {
        var section = RepositoryFiles.Read("docs/azure.md").Split("## Functions")[1].Split("\n## ")[0];

        Assert.Equal(
            FunctionMethods.All.Select(function => function.Name).Order(StringComparer.Ordinal),
            section
                .Split('\n')
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .SelectMany(line => Name().Matches(line.Split('|')[1]))
                .Select(name => name.Groups["name"].Value)
                .Order(StringComparer.Ordinal)
        );
    }

    [GeneratedRegex("`(?<name>[A-Za-z]+)`")]
    private static partial Regex Name();
}
