using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Trade;

public sealed class TimePeriodTests
{
    [Theory]
    [InlineData("2022", Frequency.A)]
    [InlineData("2022-Q3", Frequency.Q)]
    [InlineData("2022-07", Frequency.M)]
    [InlineData("2023-01--2023-07", Frequency.C)]
    [InlineData("2022-11--2023-02", Frequency.C)]
    [InlineData("2018-07-17--2019-07-16", Frequency.F)]
    public void Parse_ReadsWhatToStringPrints(string text, Frequency frequency)
    {
        var period = TimePeriod.Parse(text);
        Assert.Equal(frequency, period.Frequency);
        Assert.Equal(text, period.ToString());
    }

    [Fact]
    public void Parse_TakesTwelveMonthsFromApril_AsFiscalYear_OnlyWhenToldSo()
    {
        Assert.Equal(Frequency.F, TimePeriod.Parse("2017-04--2018-03", Frequency.F).Frequency);
        Assert.Equal(Frequency.C, TimePeriod.Parse("2017-04--2018-03").Frequency);
        Assert.Equal("2017-04--2018-03", TimePeriod.OfFiscalYear(new(2017, 4, 1)).ToString());
    }

    [Theory]
    [InlineData(1, 12, "2023")]
    [InlineData(3, 3, "2023-03")]
    [InlineData(1, 2, "2023-01--2023-02")]
    public void OfMonths_FollowsTheWording(int first, int last, string text) =>
        Assert.Equal(text, TimePeriod.OfMonths(2023, first, 2023, last).ToString());

    [Fact]
    public void OfMonths_Throws_WhenTheRangeEndsBeforeItStarts() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TimePeriod.OfMonths(2023, 5, 2023, 4));

    [Theory]
    [InlineData("")]
    [InlineData("2023-1")]
    [InlineData("January")]
    [InlineData("2023-01-2023-07")]
    public void Parse_Throws_WhenTheTextIsNoPeriod(string text) =>
        Assert.ThrowsAny<FormatException>(() => TimePeriod.Parse(text));

    [Theory]
    [InlineData("2024-02", "2023-02")]
    [InlineData("2024-01--2024-02", "2023-01--2023-02")]
    [InlineData("2024-Q1", "2023-Q1")]
    public void YearEarlier_EndsOnTheLastDayOfItsMonth(string text, string earlier) =>
        Assert.Equal(TimePeriod.Parse(earlier), TimePeriod.Parse(text).YearEarlier);
}
