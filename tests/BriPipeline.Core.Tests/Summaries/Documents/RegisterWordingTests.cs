using BriPipeline.Core.Summaries;
using BriPipeline.Core.Summaries.Documents;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Summaries.Documents;

/// <summary>What the registers say, in the words of a language.</summary>
public sealed class RegisterWordingTests
{
    private static readonly RegisterRow Target = SampleTrade.Registers().Single(row => row.Kind == RegisterKind.Target);

    [Theory]
    [InlineData("en", "May 2023")]
    [InlineData("ru", "май 2023 г.")]
    [InlineData("zh", "2023年5月")]
    public void Date_IsAsExactAsTheSource(string language, string expected) =>
        Assert.Equal(expected, Of(language).Date(Target).Replace('\u00A0', ' '));

    [Theory]
    [InlineData("en", "reported on 7 September 2023")]
    [InlineData("zh", "2023年9月7日报道")]
    public void Date_IsThatOfTheReport_WhereTheSourceTellsNone(string language, string expected) =>
        Assert.Equal(expected, Of(language).Date(Target with { Date = null }));

    [Theory]
    [InlineData("en", "more than 22,000 million USD")]
    [InlineData("ru", "более 22 000 млн долл. США")]
    [InlineData("kk", "22 000 млн-нан астам АҚШ доллары")]
    [InlineData("zh", "超过220亿美元")]
    public void Money_CountsAsSentencesDo(string language, string expected) =>
        Assert.Equal(
            expected,
            Of(language).Money(Target with { Amount = 22_000_000_000, Qualifier = "more than" }).Replace('\u00A0', ' ')
        );

    [Theory]
    [InlineData("en", "Heads of state of Kazakhstan and China")]
    [InlineData("ru", "Главы государств Казахстана и Китая")]
    public void Speaker_IsInTheLanguage(string language, string expected) =>
        Assert.Equal(expected, Of(language).Speaker(Target));

    [Theory]
    [InlineData("en", "A minister")]
    [InlineData("ru", "A minister (англ.)")]
    public void Speaker_IsMarked_WhereTheRegisterHasEnglishOnly(string language, string expected) =>
        Assert.Equal(
            expected,
            Of(language)
                .Speaker(
                    Target with
                    {
                        Speaker = "A minister",
                        Words = new Dictionary<string, string>(StringComparer.Ordinal),
                    }
                )
        );

    private static RegisterWording Of(string language)
    {
        var texts = SummaryTexts.All.Single(texts => texts.Language == language);
        return new(texts, new(texts));
    }
}
