using System.Text.RegularExpressions;
using BriPipeline.Core.Language;
using BriPipeline.Core.Tests.Repository;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Language;

public sealed partial class CodeNamesTests
{
    public static TheoryData<string> Languages => [.. CodeNames.All.Select(names => names.Language)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryCodeOfAClosedList_HasAName(string language)
    {
        var names = In(language);

        Assert.Equal(Enum.GetNames<TradeFlow>().Order(), names.CodesOf("flow").Order());
        Assert.Equal(Enum.GetNames<Frequency>().Order(), names.CodesOf("frequency").Order());
        Assert.Equal(Enum.GetNames<ObservationStatus>().Order(), names.CodesOf("status").Order());
        Assert.Equal(In("en").CodesOf("variant"), names.CodesOf("variant"));
    }

    /// <summary>Every unit of quantity that a word or a documented format gives.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryUnitThatCanBeRead_HasAName(string language)
    {
        var units = RepositoryFiles
            .Tracked.Where(path =>
                path.StartsWith("src/BriPipeline.Core/", StringComparison.Ordinal)
                && path.EndsWith(".json", StringComparison.Ordinal)
            )
            .SelectMany(path => Quantity().Matches(RepositoryFiles.Read(path)))
            .Select(match => match.Groups[1].Value)
            .Append("KG")
            .Append("USD")
            .Distinct(StringComparer.Ordinal)
            .ToList();

        Assert.True(units.Count > 10);
        Assert.All(units, unit => Assert.NotNull(In(language).Of("unit", unit)));
    }

    [Theory]
    [InlineData("ru", "area", "KAZ", "Казахстан")]
    [InlineData("zh", "area", "001", "世界")]
    [InlineData("kk", "unit", "KZT", "Қазақстан теңгесі")]
    // Kazakh has no name of it: English stands in.
    [InlineData("kk", "unit", "XDR", "Special Drawing Rights")]
    [InlineData("en", "unit", "ABC", null)]
    [InlineData("en", "commodity", "HS.27", null)]
    [InlineData("en", "area", "QQQ", null)]
    public void Of_GivesTheName(string language, string list, string code, string? name) =>
        Assert.Equal(name, In(language).Of(list, code));

    private static CodeNames In(string language) => CodeNames.All.Single(names => names.Language == language);

    [GeneratedRegex("\"(?:unit[.])?(Q[.][A-Z0-9]{2,3})")]
    private static partial Regex Quantity();
}
