using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Summaries;

public sealed class SummaryTextsTests
{
    [Theory]
    [InlineData("en", "2023-07", "July 2023", "in July 2023")]
    [InlineData("ru", "2023-07", "июль 2023 г.", "в июле 2023 года")]
    [InlineData("kk", "2023-07", "2023 ж. шілде", "2023 жылғы шілдеде")]
    [InlineData("zh", "2023-07", "2023年7月", "2023年7月")]
    [InlineData("en", "2023-01--2023-07", "January–July 2023", "in January–July 2023")]
    [InlineData("ru", "2022-08--2023-07", "август 2022 г. – июль 2023 г.", "за август 2022 г. – июль 2023 г.")]
    [InlineData("zh", "2022", "2022年", "2022年")]
    public void Period_HasTheFormsOfItsLanguage(string language, string period, string heading, string sentence)
    {
        var format = new SummaryFormat(SummaryTexts.All.Single(texts => texts.Language == language));

        Assert.Equal(heading, Plain(format.Period(TimePeriod.Parse(period))));
        Assert.Equal(sentence, Plain(format.InPeriod(TimePeriod.Parse(period))));
    }

    [Theory]
    [InlineData("en", "24,203.9")]
    [InlineData("ru", "24 203,9")]
    [InlineData("kk", "24 203,9")]
    [InlineData("zh", "24,203.9")]
    public void Millions_HasTheMarksOfItsLanguage(string language, string expected) =>
        Assert.Equal(
            expected,
            Plain(
                new SummaryFormat(SummaryTexts.All.Single(texts => texts.Language == language)).Millions(
                    24_203_945_208.3m
                )
            )
        );

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
