using BriPipeline.Core.Language;
using BriPipeline.Core.Observations.Labels;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Tests.Observations;

/// <summary>Short signs of currencies: only where a unit stands, and those that mean other things elsewhere only for their own reporter.</summary>
public sealed class CurrencySignsTests
{
    [Theory]
    [InlineData("AGO", "Milhões de Kz", "AOA 6")]
    [InlineData("AGO", "MILHÕES DE KZ", "AOA 6")]
    [InlineData("AGO", "Valor em Kz", "AOA")]
    [InlineData("BIH", "u hiljadama KM / in thousand KM", "BAM 3")]
    [InlineData("BIH", "000 KM", "BAM 3")]
    [InlineData("BIH", "Vrijednost (KM)", "BAM")]
    [InlineData("MMR", "in K million", "MMK 6")]
    [InlineData("ZMB", "K'million", "ZMW 6")]
    [InlineData("PNG", "K'000", "PGK 3")]
    [InlineData("ZAF", "R million", "ZAR 6")]
    [InlineData("BGD", "Tk in crore", "BDT 7")]
    [InlineData("CMR", "millions de FCFA", "XAF 6")]
    [InlineData("CIV", "millions de FCFA", "XOF 6")]
    [InlineData("MDA", "mil. lei", "MDL 6")]
    [InlineData("NIC", "millones de C$", "NIO 6")]
    [InlineData("CZE", "v tis. Kč", "CZK 3")]
    // Without its reporter a sign that several currencies share is each of them, and one that is a code of an area none.
    [InlineData("KAZ", "K million", "MMK 6, MWK 6, PGK 6, ZMW 6")]
    [InlineData("KAZ", "million KZ", "6")]
    [InlineData("COM", "KM million", "6")]
    [InlineData("KAZ", "Milhões de Kz", "AOA 6")]
    // No place of a unit.
    [InlineData("AGO", "KZ", "")]
    [InlineData("BIH", "Comoros (KM)", "")]
    [InlineData("ZAF", "Annex R", "")]
    [InlineData("BIH", "KM, RO, SR", "")]
    public void Units_TakesSigns_WhereAUnitStands(string reporter, string text, string expected)
    {
        var profile = SourceProfile.Parse($$"""{ "name": "a", "reporter": "{{reporter}}" }""");
        var units = new LabelTexts(profile, null, CurrencyOfArea.Of(reporter)).Units(text);

        Assert.Equal(
            expected,
            string.Join(
                ", ",
                units.Select(unit => $"{unit.Unit?.Code} {unit.Power}".Trim()).Order(StringComparer.Ordinal)
            )
        );
    }
}
