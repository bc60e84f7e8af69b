using BriPipeline.Core.Formats;

namespace BriPipeline.Core.Tests.Formats;

public sealed class HeadingSpellingTests
{
    [Theory]
    [InlineData("Trade Value (US$)", "Trade.Value..US..")]
    [InlineData("Trade Value (US$)", "trade_value_us")]
    [InlineData("Trade Value (US$)", "TradeValueUS")]
    [InlineData("2nd Partner Code", "X2nd.Partner.Code")]
    [InlineData("refYear", "ref_year")]
    [InlineData("Région", "RÉGION")]
    public void Of_IsOneSpelling_ForWhatProgramsMakeOfAHeading(string heading, string made) =>
        Assert.Equal(HeadingSpelling.Of(heading), HeadingSpelling.Of(made));

    [Theory]
    [InlineData("Partner Share (%)", "Partner Share")]
    [InlineData("Exports +/-", "Exports")]
    [InlineData("Export", "Exports")]
    public void Of_IsAnother_ForAnotherMeaning(string heading, string other) =>
        Assert.NotEqual(HeadingSpelling.Of(heading), HeadingSpelling.Of(other));

    [Theory]
    [InlineData("Exported.value.in.2015", "Exported value in 2015")]
    [InlineData("X2015", "2015")]
    [InlineData("Exported value in 2015", "Exported value in 2015")]
    [InlineData("No. 5", "No. 5")]
    public void Parted_IsTheWords_ThatAProgramJoined(string heading, string words) =>
        Assert.Equal(words, HeadingSpelling.Parted(heading));
}
