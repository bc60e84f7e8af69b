using System.Text.RegularExpressions;
using BriPipeline.Core.Tests.Repository;

namespace BriPipeline.Functions.Tests.Infra;

/// <summary>What can be set and what can go wrong stands on the operator's page.</summary>
public sealed partial class OperatorPageTests
{
    private static readonly string Page = RepositoryFiles.Read("docs/operator.md");

    [Fact]
    public void Page_ListsEveryParameter() =>
        Assert.Equal(
            Parameter().Matches(RepositoryFiles.Read("infra/main.bicep")).Select(match => match.Groups["name"].Value),
            Row().Matches(Page).Select(match => match.Groups["name"].Value)
        );

    [Fact]
    public void Page_SaysWhatToDoOnEveryAlert() =>
        Assert.Equal(
            Rule()
                .Matches(RepositoryFiles.Read("infra/modules/alerts.bicep"))
                .Select(match => match.Groups["name"].Value),
            Advice().Matches(Page).Select(match => match.Groups["name"].Value)
        );

    [GeneratedRegex(@"^param (?<name>\w+) ", RegexOptions.Multiline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^\| `(?<name>[a-zA-Z]+)` \| (?:`[A-Z_]+`)? ?\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^    name: '(?<name>[a-z-]+)'", RegexOptions.Multiline)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\*\*`(?<name>[a-z-]+)`\*\*:", RegexOptions.Multiline)]
    private static partial Regex Advice();
}
