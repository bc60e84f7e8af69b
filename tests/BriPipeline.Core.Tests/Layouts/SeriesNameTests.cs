using BriPipeline.Core.Layouts;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Tests.Layouts;

/// <summary>Names of series in parts.</summary>
public sealed class SeriesNameTests
{
    [Theory]
    [InlineData("CN: Export FOB: Kazakhstan", "CN / Export FOB / Kazakhstan")]
    [InlineData("China - Imports - Kazakhstan", "China / Imports / Kazakhstan")]
    [InlineData("Exportaciones, Estados Unidos", " / Exportaciones / Estados Unidos")]
    [InlineData("Exports: China, People's Republic of", null)]
    [InlineData("Exports, total", null)]
    [InlineData("Exports of carrots, China", null)]
    [InlineData("China, Exports", null)]
    [InlineData("Exports", null)]
    public void Name_HasParts_OnlyWhereEachIsUnderstood(string text, string? expected)
    {
        var found = SeriesName.Of(text, new(SourceProfile.Unknown("a")));

        Assert.Equal(expected, found is null ? null : $"{found.Owner} / {found.Flow} / {found.Partner}");
    }
}
