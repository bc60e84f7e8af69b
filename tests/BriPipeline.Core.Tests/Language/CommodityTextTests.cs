using BriPipeline.Core.Language;

namespace BriPipeline.Core.Tests.Language;

public sealed class CommodityTextTests
{
    [Theory]
    [InlineData("SI3_AGG - TO - Total merchandise", "TOTAL")]
    [InlineData("TO - Всего", "TOTAL")]
    [InlineData("TOTAL - 总值", "TOTAL")]
    [InlineData("Total merchandise", "TOTAL")]
    // Digits are a commodity's, and words are no code.
    [InlineData("27 - Total", "HS.27")]
    [InlineData("Mineral fuels - Total", null)]
    [InlineData("SI3_AGG - AG - Agricultural products", null)]
    public void Read_FindsTheTotal_BehindCodesOfCapitals(string text, string? code) =>
        Assert.Equal(code, CommodityText.Read(text, LabelKind.Words, null, Lexicon.Read(text))?.Code);

    [Theory]
    [InlineData("27", true)]
    [InlineData("2", true)]
    [InlineData("270900", true)]
    [InlineData("8501102000", true)]
    [InlineData("77", false)]
    [InlineData("2799", false)]
    [InlineData("00", false)]
    [InlineData("4375", false)]
    [InlineData("27a", false)]
    [InlineData("", false)]
    [InlineData("85011020001", false)]
    public void MayBeCode_KnowsChaptersAndHeadings(string digits, bool isCode) =>
        Assert.Equal(isCode, HarmonizedSystem.MayBeCode(digits));
}
