using System.Text.RegularExpressions;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Sources;

public sealed partial class GalleryTests
{
    public static TheoryData<string> Names => [.. Gallery.Standard.All.Select(entry => entry.Name)];

    [Fact]
    public void All_HoldsFortyOfficesAndMore_EachOnce()
    {
        var names = Gallery.Standard.All.Select(entry => entry.Name).ToList();

        Assert.True(names.Count >= 40);
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, name => Assert.True(SourceName.IsValid(name), name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Entry_SaysWhoPublishes_InFourLanguages_AndWhereItWasSeen(string name)
    {
        var entry = Gallery.Standard.Named(name)!;

        Assert.Equal(["en", "kk", "ru", "zh"], entry.Title.Keys.Order(StringComparer.Ordinal));
        Assert.All(entry.Title.Values, title => Assert.False(string.IsNullOrWhiteSpace(title)));
        Assert.Matches(Cyrillic(), entry.Title["kk"]);
        Assert.Matches(Han(), entry.Title["zh"]);
        Assert.NotEmpty(entry.Languages);
        Assert.NotEmpty(entry.Seen);
        Assert.All(entry.Seen, seen => Assert.True(seen.Length > 10, seen));
        Assert.True(entry.Reporter is null || new Area(entry.Reporter).IsCountry);
    }

    /// <summary>What the gallery gives is a profile without a fault.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void ToProfile_GivesAProfile_ThatIsRead(string name)
    {
        var profile = Gallery.Standard.Named(name)!.ToProfile("my-source");

        Assert.Equal(profile.ToJson(), SourceProfile.Parse(profile.ToJson()).ToJson());
        Assert.Equal("my-source", profile.Name);
    }

    [Theory]
    [InlineData("Uzbekistan", "uz-stat")]
    [InlineData("узбекистан", "uz-stat")]
    [InlineData("Өзбекстан", "uz-stat")]
    [InlineData("乌兹别克斯坦", "uz-stat")]
    [InlineData("UZB", "uz-stat")]
    [InlineData("uz", "uz-stat")]
    [InlineData("Статкомитет", "kg-nsc")]
    [InlineData("comtrade", "un-comtrade")]
    [InlineData("comtr", "un-comtrade")]
    [InlineData("statistics kazakhstan bureau", "kz-bns")]
    [InlineData("ФТС", "ru-fcs")]
    [InlineData("海关", "cn-gacc")]
    [InlineData("Turkey", "tr-turkstat")]
    [InlineData("South Korea", "kr-kcs")]
    [InlineData("Великобритания", "uk-ons")]
    [InlineData("МВФ", "imf-dots")]
    public void Find_TakesWordsOfAnyLanguage_CodesAndBeginnings(string text, string name) =>
        Assert.Contains(name, Gallery.Standard.Find(text).Select(entry => entry.Name));

    [Theory]
    [InlineData("Uzbekistan", "uz-stat")]
    [InlineData("Kyrgyzstan", "kg-nsc")]
    [InlineData("comtrade", "un-comtrade")]
    [InlineData("Japan", "jp-customs")]
    public void Find_GivesNothingElse_WhereOneIsMeant(string text, string name) =>
        Assert.Equal([name], Gallery.Standard.Find(text).Select(entry => entry.Name));

    [Fact]
    public void Find_GivesNothing_ForWordsOfNone() => Assert.Empty(Gallery.Standard.Find("Atlantis statistics"));

    [Fact]
    public void Find_GivesAll_WithoutWords() => Assert.Equal(Gallery.Standard.All, Gallery.Standard.Find(" , "));

    [GeneratedRegex(@"\p{IsCyrillic}|Trade Map|UNCTAD")]
    private static partial Regex Cyrillic();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
