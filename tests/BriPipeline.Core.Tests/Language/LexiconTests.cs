using BriPipeline.Core.Language;

namespace BriPipeline.Core.Tests.Language;

public sealed class LexiconTests
{
    [Theory]
    // Flows.
    [InlineData("Экспорт", "Flow:X")]
    [InlineData("export", "Flow:X")]
    [InlineData("2-EXPORT", "Flow:X")]
    [InlineData("Export & Import", "Flow:T")]
    [InlineData("进出口", "Flow:T")]
    [InlineData("出口", "Flow:X")]
    [InlineData("Товарооборот", "Flow:T")]
    [InlineData("сыртқы сауда айналымы", "Flow:T")]
    [InlineData("tashqi savdo aylanmasi", "Flow:T")]
    [InlineData("Domestic Exports", "Flow:DX")]
    [InlineData("Re-exports", "Flow:RX")]
    [InlineData("Реэкспорт", "Flow:RX")]
    [InlineData("import (countries of origin)", "Flow:M")]
    [InlineData("import (country of consignment)", "Flow:MC")]
    [InlineData("Dispatches", "Flow:X")]
    // Of goods or of tourists.
    [InlineData("Arrivals", "Flow:M Measure:not-trade")]
    [InlineData("Przywóz", "Flow:M")]
    [InlineData("Versendungen", "Flow:X")]
    [InlineData("صادرات", "Flow:X")]
    [InlineData("واردات", "Flow:M")]
    [InlineData("การส่งออก", "Flow:X")]
    [InlineData("İdxal", "Flow:M")]
    [InlineData("ներմուծման", "Flow:M")]
    [InlineData("საგარეო სავაჭრო ბრუნვა", "Flow:T")]
    [InlineData("निर्यात", "Flow:X")]
    [InlineData("আমদানি", "Flow:M")]
    [InlineData("ການສົ່ງອອກ", "Flow:X")]
    [InlineData("ការនាំចូល", "Flow:M")]
    [InlineData("ပို့ကုန်", "Flow:X")]
    [InlineData("Mauzo ya nje", "Flow:X")]
    [InlineData("የገቢ ንግድ", "Flow:M")]
    [InlineData("Shkëmbimet tregtare", "Flow:T")]
    [InlineData("Износ", "Flow:X")]
    [InlineData("E", "")]
    [InlineData("I", "")]
    // Dimensions over columns.
    [InlineData("Import Source", "Dimension:partner")]
    [InlineData("Export Destination", "Dimension:partner")]
    [InlineData("贸易伙伴编码", "Dimension:area-code")]
    [InlineData("CTY_CODE", "Dimension:area-code")]
    [InlineData("Country Code", "Dimension:area-code")]
    [InlineData("数据年月", "Dimension:period")]
    [InlineData("第一计量单位", "Dimension:unit")]
    [InlineData("STAT_PROCEDURE", "Dimension:procedure")]
    [InlineData("HTS Number", "Dimension:commodity-code")]
    // Units and powers of ten.
    [InlineData("US$ FOB", "Unit:USD Valuation:FOB")]
    [InlineData("VALUE_IN_EUR", "Dimension:value Unit:EUR")]
    [InlineData("тыс. долларов США", "Multiplier:3 Unit:USD")]
    [InlineData("(миң АКШ доллары)", "Multiplier:3 Unit:USD")]
    [InlineData("(thousand US dollars)", "Multiplier:3 Unit:USD")]
    [InlineData("(млрд. долл. США)", "Multiplier:9 Unit:USD")]
    [InlineData("(миң сому)", "Multiplier:3 Unit:KGS")]
    [InlineData("(тыс. сомов)", "Multiplier:3 Unit:KGS")]
    [InlineData("(thousand soms)", "Multiplier:3 Unit:KGS")]
    [InlineData("mlrd. so'm", "Multiplier:9 Unit:UZS")]
    [InlineData("Unit: CNY 100 Million", "Dimension:unit Unit:CNY Multiplier:8")]
    [InlineData("万美元", "Multiplier:4 Unit:USD")]
    [InlineData("हजार अमेरिकी डॉलर", "Multiplier:3 Unit:USD")]
    [InlineData("ລ້ານໂດລາສະຫະລັດ", "Multiplier:6 Unit:USD")]
    [InlineData("mil US$", "Unit:USD Multiplier:3")]
    [InlineData("in 1000 EUR", "Unit:EUR Multiplier:3")]
    [InlineData("亿元", "Multiplier:8 Unit:CNY")]
    [InlineData("人民币", "Unit:CNY")]
    [InlineData("千克", "Unit:KG")]
    [InlineData("тонн", "Unit:KG Multiplier:3")]
    [InlineData("£ million", "Unit:GBP Multiplier:6")]
    [InlineData("US$ '000", "Unit:USD Multiplier:3")]
    [InlineData("млн. тенге", "Multiplier:6 Unit:KZT")]
    [InlineData("тыс. м³", "Multiplier:3 Unit:Q.MTQ")]
    [InlineData("台湾", "")]
    // What looks like a currency code but is a word.
    [InlineData("try", "")]
    // Measures that are no observations.
    [InlineData("темп роста, %", "Measure:growth Measure:share")]
    [InlineData("同比", "Measure:growth")]
    [InlineData("удельный вес", "Measure:share")]
    [InlineData("差额", "Measure:balance")]
    // Variants and totals.
    [InlineData("World, Not Seasonally Adjusted", "Total:total Variant:NSA")]
    [InlineData("seasonally adjusted", "Variant:SA")]
    [InlineData("Всего", "Total:total")]
    [InlineData("Барлығы", "Total:total")]
    [InlineData("Jami", "Total:total")]
    // Limits.
    [InlineData("Экспорт услуг", "Flow:X Limit:services")]
    [InlineData("взаимная торговля", "Limit:eaeu-mutual")]
    [InlineData("goods carried by road", "Limit:road")]
    public void Read_GivesTerms(string text, string expected)
    {
        var terms = Lexicon.Read(text).Where(term => term.Kind != TermKind.Filler);
        Assert.Equal(expected, string.Join(' ', terms.Select(term => $"{term.Kind}:{term.Code}")));
    }

    [Fact]
    public void Read_GivesPlaceInTheTextAsGiven()
    {
        const string text = "  Всего, тыс.\nдолларов США";
        var found = Lexicon.Read(text).Select(term => text.Substring(term.Start, term.Length));
        Assert.Equal("Всего|тыс|долларов США", string.Join('|', found));
    }

    [Fact]
    public void Read_GivesBothUnits_WhenTheWordIsAmbiguous() =>
        Assert.Equal("KGS UZS", string.Join(' ', Lexicon.Read("som").Select(term => term.Code)));

    [Theory]
    [InlineData("Exports of goods by country", "")]
    [InlineData("Exports of widgets by country", "widgets")]
    [InlineData("Основные показатели внешней торговли", "")]
    public void Unexplained_GivesWordsThatNothingCovers(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', ReadText.Of(text).Unexplained));
}
