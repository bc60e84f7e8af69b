using BriPipeline.Core.Language;

namespace BriPipeline.Core.Tests.Language;

public sealed class AreaAdjectivesTests
{
    [Theory]
    [InlineData("Turkish exports by country", "TUR")]
    [InlineData("Philippine total imports", "PHL")]
    [InlineData("Main South African exports", "ZAF")]
    [InlineData("Turkish and Greek exports by country", "TUR", "GRC")]
    [InlineData("Chinese exports to Kazakhstan", "CHN", "KAZ")]
    [InlineData("Exportations françaises par pays", "FRA")]
    [InlineData("Importaciones españolas de Marruecos", "ESP", "MAR")]
    [InlineData("Российский экспорт по странам", "RUS")]
    [InlineData("структура казахстанского импорта", "KAZ")]
    [InlineData("Deutsche Ausfuhr nach Ländern", "DEU")]
    public void Areas_HoldTheCountry_WhereItsAdjectiveStandsBesideAFlow(string text, params string[] countries) =>
        Assert.Equal(countries, Codes(text));

    [Theory]
    [InlineData("Indian Ocean exports")]
    [InlineData("West Indian exports")]
    [InlineData("American Samoan exports")]
    [InlineData("Exports of Chinese goods")]
    [InlineData("Exports, Turkish lira")]
    [InlineData("Turkish coffee")]
    [InlineData("Korean exports")]
    [InlineData("Indiana exports")]
    public void Areas_HoldNone_WhereTheAdjectiveIsOfSomethingElseOrOfTwo(string text) => Assert.Empty(Codes(text));

    private static IEnumerable<string> Codes(string text) => ReadText.Of(text).Areas.Select(area => area.Area.Code);
}
