using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Language;

public sealed class AreaCodeListTests
{
    private static readonly AreaCodeList Areas = AreaCodeList.Standard;

    [Theory]
    // Languages.
    [InlineData("China", "CHN")]
    [InlineData("КИТАЙ", "CHN")]
    [InlineData("中国", "CHN")]
    [InlineData("Қытай", "CHN")]
    [InlineData("Кытай", "CHN")]
    [InlineData("Xitoy", "CHN")]
    [InlineData("Çin", "CHN")]
    [InlineData("Qozogʻiston", "KAZ")]
    [InlineData("Ўзбекистон", "UZB")]
    [InlineData("Öýbekistan", "")]
    [InlineData("Deutschland", "DEU")]
    [InlineData("Reunion", "REU")]
    [InlineData("Kosovo", "XKX")]
    // What is not China.
    [InlineData("China (Sar Hong Kong)", "HKG")]
    [InlineData("Китай (Сар Гонконг)", "HKG")]
    [InlineData("Hong Kong, China", "HKG")]
    [InlineData("Taiwan, China", "TWN")]
    [InlineData("Taiwan. China province", "TWN")]
    [InlineData("Тайвань (Китай)", "TWN")]
    [InlineData("Republic of China", "TWN")]
    [InlineData("China (Somewhere)", "")]
    // Inverted, with remarks, with titles.
    [InlineData("Молдова, Республика", "MDA")]
    [InlineData("Korea, Republic of (South Korea)", "KOR")]
    [InlineData("Korea, Democratic People’s Republic of (North Korea)", "PRK")]
    [InlineData("Bolivia (Plurinational State of)", "BOL")]
    [InlineData("Республика Латвия", "LVA")]
    [InlineData("Ирак, Республика Ирак", "IRQ")]
    [InlineData("Тринидад\nИ Тобаго", "TTO")]
    [InlineData("United States (US)", "USA")]
    [InlineData("Ireland (Eire)", "IRL")]
    [InlineData("Гибралтар (Брит.)", "GIB")]
    [InlineData("Belgium (incl. Luxembourg 'LU' -> 1998)", "BEL")]
    [InlineData("Germany (incl. German Democratic Republic 'DD' from 1991)", "DEU")]
    [InlineData("Congo (Brazzaville)", "COG")]
    [InlineData("Congo (Kinshasa)", "COD")]
    [InlineData("Congo (Leopoldville)", "")]
    [InlineData("Guinea (Equatorial)", "GNQ")]
    [InlineData("Georgia (South Ossetia)", "")]
    [InlineData("of which: Germany", "DEU")]
    [InlineData("в том числе: Россия", "RUS")]
    [InlineData("其中:德国", "DEU")]
    // Former states.
    [InlineData("USSR", "SUN")]
    [InlineData("Yugoslavia (former)", "YUG")]
    // Ambiguous names give every candidate.
    [InlineData("Korea", "KOR PRK")]
    [InlineData("Виргинские острова", "VGB VIR")]
    [InlineData("Congo", "COG")]
    [InlineData("Sudan", "SDN")]
    [InlineData("Guinea", "GIN")]
    // Groups, regions, residuals.
    [InlineData("Всего", "001")]
    [InlineData("Total 2", "001")]
    [InlineData("Весь мир", "001")]
    [InlineData("World, Not Seasonally Adjusted", "001")]
    [InlineData("ЕВРОПА", "150")]
    [InlineData("Страны СНГ", "_CIS")]
    [InlineData("КМШ", "_CIS")]
    [InlineData("Страны вне ЕАЭС", "_CIS_NON_EAEU _NON_EAEU")]
    [InlineData("  Страны вне ЕС", "_EUROPE_NON_EU _NON_EU")]
    [InlineData("Остальные страны мира", "_OTHER")]
    [InlineData("Total EU27 [note 2]", "_EU27_2020")]
    [InlineData("Total Non EU [note 3]", "_NON_EU")]
    [InlineData("European Union - 27 countries (AT, BE, BG)", "_EU27_2020")]
    [InlineData("European Union (AT-01/1995, GB-01/1973->01/2020)", "_EU")]
    [InlineData("Euro area - 20 countries (AT, BE, CY)", "_EA20")]
    [InlineData("Euro area (AT-01/1999, BE-01/1999)", "_EA")]
    [InlineData("Jointly build the countries along Belt and Road Routes", "_BRI")]
    [InlineData("共建“一带一路”国家", "_BRI")]
    [InlineData("Неопределенные страны", "899")]
    // Refused.
    [InlineData("NAFTA with Mexico (Consump)", "")]
    [InlineData("Advanced Technology Products", "")]
    [InlineData("Chna", "")]
    [InlineData("in", "")]
    [InlineData("no", "")]
    [InlineData("", "")]
    public void Find_GivesEveryAreaOfTheName(string label, string codes) =>
        Assert.Equal(
            codes,
            string.Join(' ', Areas.Find(label).Select(area => area.Code).Order(StringComparer.Ordinal))
        );

    [Fact]
    public void Find_LetsLanguagesDecide_WhereSeveralAreasRemain()
    {
        Assert.Equal(2, Areas.Find("Микронезия").Count);
        Assert.Equal("057", Assert.Single(Areas.Find("Микронезия", ["ru"])).Code);
    }

    [Theory]
    [InlineData(AreaCodeScheme.Alpha2, "KZ", "KAZ")]
    [InlineData(AreaCodeScheme.Alpha2, "XK", "XKX")]
    [InlineData(AreaCodeScheme.Alpha2, "B5", null)]
    [InlineData(AreaCodeScheme.Alpha3, "KAZ", "KAZ")]
    [InlineData(AreaCodeScheme.Alpha3, "SUN", "SUN")]
    [InlineData(AreaCodeScheme.Numeric, "008", "ALB")]
    [InlineData(AreaCodeScheme.Numeric, "8", "ALB")]
    [InlineData(AreaCodeScheme.Numeric, "891", "SCG")]
    [InlineData(AreaCodeScheme.Numeric, "142", "142")]
    [InlineData(AreaCodeScheme.Numeric, "0", null)]
    [InlineData(AreaCodeScheme.Numeric, "x", null)]
    public void FindCode_GivesTheAreaOfAPublicCode(AreaCodeScheme scheme, string code, string? expected) =>
        Assert.Equal(expected, Areas.FindCode(scheme, code)?.Code);

    [Theory]
    [InlineData("KAZ", "en", "Kazakhstan")]
    [InlineData("KAZ", "ru", "Казахстан")]
    [InlineData("CHN", "zh", "中国")]
    [InlineData("_CIS", "ru", "СНГ")]
    [InlineData("SUN", "kk", "USSR")]
    [InlineData("150", "ru", "Европа")]
    [InlineData("_UNKNOWN", "en", "_UNKNOWN")]
    public void NameOf_GivesTheNameInTheLanguage(string code, string language, string name) =>
        Assert.Equal(name, Areas.NameOf(new Area(code), language));

    [Theory]
    [InlineData("_EAEU", "KGZ", "2015-07", false)]
    [InlineData("_EAEU", "KGZ", "2015-08", true)]
    [InlineData("_EU", "GBR", "2019", true)]
    [InlineData("_EU", "GBR", "2020", false)]
    [InlineData("_NON_EU", "GBR", "2020", true)]
    [InlineData("_CIS_NON_EAEU", "UZB", "2022", true)]
    [InlineData("_CIS_NON_EAEU", "KAZ", "2022", false)]
    [InlineData("143", "KAZ", "2022", true)]
    [InlineData("001", "KAZ", "2022", true)]
    [InlineData("_BRI", "KAZ", "2022", false)]
    public void IsMember_AsksTheLastDayOfThePeriod(string group, string country, string period, bool expected) =>
        Assert.Equal(expected, Areas.IsMember(new Area(group), new Area(country), TimePeriod.Parse(period)));

    [Theory]
    [InlineData("143", "2022", "KAZ KGZ TJK TKM UZB")]
    [InlineData("_EAEU", "2014", "")]
    [InlineData("_EAEU", "2022", "ARM BLR KAZ KGZ RUS")]
    [InlineData("_SCO", "2016", "CHN KAZ KGZ RUS TJK UZB")]
    [InlineData("_CIS_NON_EAEU", "2022", "AZE MDA TJK TKM UZB")]
    [InlineData("_BRI", "2022", "")]
    public void Members_GivesCountriesOfThatDay(string group, string period, string codes) =>
        Assert.Equal(
            codes,
            string.Join(' ', Areas.Members(new Area(group), TimePeriod.Parse(period)).Select(area => area.Code))
        );

    [Theory]
    [InlineData("Основные показатели внешней торговли Республики Казахстан", "KAZ")]
    [InlineData("Экспорт и импорт товаров Российской Федерации по группам стран", "RUS")]
    [InlineData("(4) China's Total Export & Import Values by Country/Region", "CHN")]
    [InlineData("Trade of Kazakhstan with China and Hong Kong, 2023", "KAZ CHN HKG")]
    [InlineData("Экспорт в страны СНГ", "_CIS")]
    [InlineData("UK trade in goods annual exports to all countries", "GBR")]
    [InlineData("中国与哈萨克斯坦贸易", "CHN KAZ")]
    [InlineData("Trade with Taiwan, China in 2023", "TWN")]
    [InlineData("Trade with Congo, Dem. Rep.", "COD")]
    // None is meant.
    [InlineData("(thousand US dollars)", "")]
    [InlineData("тыс. долларов США", "")]
    [InlineData("FAS Value", "")]
    [InlineData("Exports of turkey meat", "")]
    [InlineData("tell us more", "")]
    // A longer name is another one, unless what stands beside it is known.
    [InlineData("New Mexico exports by country", "")]
    [InlineData("Estados Unidos Mexicanos", "MEX")]
    [InlineData("Guinea Tropical", "")]
    [InlineData("Außenhandel der Bundesrepublik Deutschland", "DEU")]
    [InlineData("Foreign Trade Kazakhstan", "KAZ")]
    public void FindIn_GivesMentionedAreas(string text, string codes) =>
        Assert.Equal(codes, string.Join(' ', ReadText.Of(text).Areas.Select(mention => mention.Area.Code)));

    [Fact]
    public void Find_ReadsEveryCldrNameInItsLanguage()
    {
        using var cldr = CodeListResource.Read("CodeLists/cldr-names.json");
        var wrong =
            from language in cldr.RootElement.GetProperty("names").EnumerateObject()
            from entry in language.Value.EnumerateObject()
            from name in entry.Value.EnumerateArray()
            let found = Areas.Find(name.GetString()!, [language.Name])
            where found.Count != 1 || found[0].Code != entry.Name
            select $"{language.Name} {entry.Name} {name} -> {string.Join(' ', found)}";
        // Offices call South Africa so and Congo (Brazzaville) by its ISO short name; 中非 is Central Africa or its republic.
        Assert.Equal(
            """
            ru 018 Южная Африка -> ZAF
            kk COD Конго -> COG
            zh 017 中非 -> CAF 017
            ky 018 Түштүк Африка -> ZAF
            uz 018 Janubiy Afrika -> ZAF
            nb COD Kongo -> COG
            """,
            string.Join('\n', wrong)
        );
    }

    /// <summary>No two areas have one name in the further list, and no name of it hides one of CLDR's.</summary>
    [Fact]
    public void Find_ReadsEveryFurtherNameInItsLanguage()
    {
        using var further = CodeListResource.Read("CodeLists/country-names.json");
        var names = (
            from language in further.RootElement.GetProperty("names").EnumerateObject()
            from entry in language.Value.EnumerateObject()
            from name in entry.Value.EnumerateArray()
            select (Language: language.Name, Code: entry.Name, Name: name.GetString()!)
        ).ToList();

        Assert.True(names.Count > 900, $"{names.Count} names");
        Assert.Empty(
            from name in names
            let found = Areas.Find(name.Name, [name.Language])
            where found.Count != 1 || found[0].Code != name.Code
            select $"{name.Language} {name.Code} {name.Name} -> {string.Join(' ', found)}"
        );
    }

    [Theory]
    [InlineData("Članice EU-a", "_EU")]
    [InlineData("Państwa członkowskie Unii Europejskiej", "_EU")]
    [InlineData("EU 회원국", "_EU")]
    [InlineData("ЕАЭО-ға мүше мемлекеттер", "_EAEU")]
    [InlineData("Länder der GUS", "_CIS")]
    [InlineData("กลุ่มประเทศอาเซียน", "_ASEAN")]
    [InlineData("Länder außerhalb der EU", "_NON_EU")]
    [InlineData("Страны, не входящие в ЕАЭС", "_NON_EAEU")]
    [InlineData("EU:n ulkopuoliset maat", "_NON_EU")]
    // Another word is left, nothing is left, or no group is the rest of the world.
    [InlineData("Новые страны ЕС", "")]
    [InlineData("EU candidate countries", "")]
    [InlineData("Member states", "")]
    [InlineData("Countries outside Asia", "")]
    [InlineData("😀", "")]
    public void Find_ReadsGroupsWithWordsForTheirCountries(string label, string codes) =>
        Assert.Equal(codes, string.Join(' ', Areas.Find(label).Select(area => area.Code)));

    [Theory]
    [InlineData("Ausfuhr in Länder außerhalb der EU", "_NON_EU")]
    [InlineData("Exports to countries of the EU", "_EU")]
    [InlineData("Вывоз в страны вне СНГ", "_NON_CIS")]
    public void FindIn_HearsWhatLiesOutsideOfAGroup(string text, string code) =>
        Assert.Equal([code], ReadText.Of(text).Areas.Select(mention => mention.Area.Code));
}
