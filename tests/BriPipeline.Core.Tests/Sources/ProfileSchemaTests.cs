using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Golden;

namespace BriPipeline.Core.Tests.Sources;

public sealed class ProfileSchemaTests
{
    /// <summary>The schema in the documentation is the one that is generated; UPDATE_GOLDEN=1 rewrites it.</summary>
    [Fact]
    public void Documentation_HasTheSchemaThatIsGenerated() =>
        GoldenFile.Equal("../../../docs/profile.schema.json", Encoding.UTF8.GetBytes(ProfileSchema.Write()));

    [Fact]
    public void EveryKey_HasADescription()
    {
        using var schema = JsonDocument.Parse(ProfileSchema.Write());
        var properties = schema.RootElement.GetProperty("properties");

        Assert.Equal(
            ProfileCheck.Keys.Keys.Except(["pinned"]).Order(StringComparer.Ordinal),
            properties.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal)
        );
        Assert.All(
            properties.EnumerateObject(),
            property => Assert.True(property.Value.TryGetProperty("description", out _), property.Name)
        );
        Assert.All(
            properties.GetProperty("defaults").GetProperty("properties").EnumerateObject(),
            property => Assert.True(property.Value.TryGetProperty("description", out _), property.Name)
        );
    }

    /// <summary>Codes of the lists that are not written out have the form that the schema allows, and other texts have not.</summary>
    [Theory]
    [InlineData("unit", "USD KG Q.H87", "usd,thousand USD,Q.")]
    [InlineData("commodity", "TOTAL HS.27 HTS.0101 SITC.333 N.cotton", "27,HS 27,Total")]
    [InlineData("period", "2022 2022-Q3 2022-07 2023-01--2023-07 2018-07-17--2019-07-16", "July,2022-13,22")]
    [InlineData("language", "en kk", "Russian,EN")]
    public void Patterns_AllowCodes(string list, string codes, string others)
    {
        using var schema = JsonDocument.Parse(ProfileSchema.Write());
        var pattern = schema.RootElement.GetProperty("$defs").GetProperty(list).GetProperty("pattern").GetString()!;

        Assert.All(codes.Split(' '), code => Assert.Matches(pattern, code));
        Assert.All(others.Split(','), text => Assert.DoesNotMatch(pattern, text));
    }
}
