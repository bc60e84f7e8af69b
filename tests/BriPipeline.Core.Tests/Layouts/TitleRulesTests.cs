using BriPipeline.Core.Layouts;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Tests.Layouts;

/// <summary>Each rule of titles applies to some titles and is silent about others (DESIGN section 4, rule 6).</summary>
public sealed class TitleRulesTests
{
    [Theory]
    [InlineData("title-limits", "Exports by road", "road")]
    [InlineData("title-limits", "Экспорт автомобильным транспортом", "road")]
    [InlineData("title-limits", "Exports by country", null)]
    [InlineData("title-commodity-code", "Exports of HS code 27, USD million", "27")]
    [InlineData("title-commodity-code", "Экспорт по коду ТН ВЭД 2709", "2709")]
    [InlineData("title-commodity-code", "Exports by HS chapter, 2023", null)]
    [InlineData("title-commodity-code", "Table 27. Exports by HS chapter", null)]
    [InlineData("title-commodity-code", "Section XVI", "XVI")]
    [InlineData("title-commodity-code", "Раздел XVI", "XVI")]
    [InlineData("title-classification", "CN 8703", "8703")]
    [InlineData("title-classification", "Exports of NCM 0901, 2024", "0901")]
    [InlineData("title-classification", "ТН ВЭД 8703", "8703")]
    [InlineData("title-classification", "KN8703", "8703")]
    [InlineData("title-classification", "HS 2009", "2009")]
    [InlineData("title-classification", "CN 2024", null)]
    [InlineData("title-classification", "Exports to CN, 2024", null)]
    [InlineData("title-classification", "Exports, HS2", null)]
    [InlineData("title-code", "8703", "8703")]
    [InlineData("title-code", "8703.23", "8703.23")]
    [InlineData("title-code", "2024", null)]
    [InlineData("title-code", "14.1", null)]
    [InlineData("title-code", "Table 8703", null)]
    [InlineData("title-commodity-word", "Exports of quux", "quux")]
    [InlineData("title-commodity-word", "Quux exports", "Quux")]
    [InlineData("title-commodity-word", "Экспорт кваксы", "кваксы")]
    [InlineData("title-commodity-word", "Exports, quux edition", null)]
    [InlineData("title-region", "Foreign trade of Quux region", "Quux")]
    [InlineData("title-region", "Внешняя торговля Кваксской области", "Кваксской")]
    [InlineData("title-region", "某某市对外贸易", "某某市")]
    [InlineData("title-region", "Foreign trade of Kazakhstan", null)]
    [InlineData("title-days", "Trade, 1-20 December", "1-20 December")]
    [InlineData("title-days", "Внешняя торговля за 20 дней мая 2024 года", "20 дней мая")]
    [InlineData("title-days", "Trade, 1-31 December", null)]
    [InlineData("title-measures", "Growth of exports, per cent", "growth")]
    [InlineData("title-measures", "Темпы роста экспорта", "growth")]
    [InlineData("title-measures", "Exports, USD million", null)]
    [InlineData("title-unknown-words", "Exports, quux edition", "quux")]
    [InlineData("title-unknown-words", "Exports by country", null)]
    // Prose is no title.
    [InlineData("title-unknown-words", "The office revised its quux list on the advice of users.", null)]
    public void Rule_AppliesToATitle_OrIsSilent(string rule, string title, string? found) =>
        Assert.Equal(found, Rule(rule).Finds(Line(title)));

    [Theory]
    [InlineData("title-limits", "Exports by road")]
    [InlineData("title-commodity-code", "Exports of HS code 27, USD million")]
    [InlineData("title-commodity-word", "Exports of quux")]
    public void Commodity_ThatIsSaidElsewhere_LimitsNothing(string rule, string title) =>
        Assert.Null(Rule(rule).Finds(Line(title) with { CommodityIsSaid = true }));

    [Theory]
    [InlineData("title-region", "Foreign trade of Quux region")]
    [InlineData("title-commodity-word", "Quux exports")]
    [InlineData("title-measures", "Growth of exports")]
    public void NameOfASheet_IsNoTitle(string rule, string name) =>
        Assert.Null(Rule(rule).Finds(Line(name) with { IsCaption = false }));

    [Fact]
    public void EveryRule_HasARowThatAppliesAndOneThatIsSilent() =>
        Assert.Equal(
            TitleRules.All.Select(rule => rule.Name).Order(StringComparer.Ordinal),
            typeof(TitleRulesTests)
                .GetMethod(nameof(Rule_AppliesToATitle_OrIsSilent))!
                .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
                .Cast<InlineDataAttribute>()
                .GroupBy(row => (string)row.Data[0]!)
                .Where(rows => rows.Any(row => row.Data[2] is null) && rows.Any(row => row.Data[2] is not null))
                .Select(rows => rows.Key)
                .Order(StringComparer.Ordinal)
        );

    private static TitleRule Rule(string name) => Assert.Single(TitleRules.All, rule => rule.Name == name);

    private static TitleLine Line(string text) =>
        new(text, null, IsCaption: true, CommodityIsSaid: false, null, new(SourceProfile.Unknown("a")));
}
