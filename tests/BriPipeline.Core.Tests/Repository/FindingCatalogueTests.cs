using System.Reflection;
using System.Text.RegularExpressions;
using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Tests.Repository;

/// <summary>Whoever adds a finding gives it a name, a sentence and something to do about it.</summary>
public sealed partial class FindingCatalogueTests
{
    [Fact]
    public void Catalogue_HoldsEveryCode()
    {
        var codes = typeof(FindingCodes)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Count(field => field.FieldType == typeof(FindingCode));

        Assert.Equal(codes, FindingCodes.All.Count);
        Assert.NotEqual(0, codes);
    }

    [Fact]
    public void Codes_SayWhatWasFoundAndWhatToDo() =>
        Assert.All(
            FindingCodes.All.Values,
            code =>
            {
                Assert.Matches(KebabCase(), code.Id);
                Assert.NotEmpty(code.Title.Trim());
                Assert.Matches(Sentence(), code.Template);
                Assert.Matches(Sentence(), code.Advice);
            }
        );

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();

    /// <summary>Begins with a capital, a quotation or an argument; ends with a full stop, or with an argument to be copied as it is.</summary>
    [GeneratedRegex("^[\\p{Lu}\"'{0-9].*[.}]$", RegexOptions.Singleline)]
    private static partial Regex Sentence();
}
