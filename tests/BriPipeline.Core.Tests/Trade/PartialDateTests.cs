using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Trade;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2023-05-18")]
    [InlineData("2023-05")]
    [InlineData("2023")]
    public void Parse_KeepsHowExactlyADateWasTold(string text) =>
        Assert.Equal(text, PartialDate.Parse(text).ToString());

    [Fact]
    public void First_IsTheFirstDayThatItMayBe() =>
        Assert.Equal(new DateOnly(2023, 5, 1), PartialDate.Parse("2023-05").First);

    [Theory]
    [InlineData("May 2023")]
    [InlineData("2023-13")]
    [InlineData("2023-5")]
    [InlineData("18.05.2023")]
    public void TryParse_TakesNoOtherForm(string text) => Assert.False(PartialDate.TryParse(text, out _));
}
