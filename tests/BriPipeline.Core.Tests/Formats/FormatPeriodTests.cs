using BriPipeline.Core.Formats;

namespace BriPipeline.Core.Tests.Formats;

public sealed class FormatPeriodTests
{
    [Theory]
    [InlineData("2022", null, "2022")]
    [InlineData("2022", "A", "2022")]
    [InlineData("2022", "M", null)]
    [InlineData("2022-Q3", "Q", "2022-Q3")]
    [InlineData("2022Q3", null, "2022-Q3")]
    [InlineData("2022-07", null, "2022-07")]
    [InlineData("2022M07", "M", "2022-07")]
    [InlineData("2022-M07", "M", "2022-07")]
    [InlineData("202207", "M", "2022-07")]
    [InlineData("202213", "M", null)]
    [InlineData("2022-S2", "S", "2022-07--2022-12")]
    [InlineData("2022-A1", "A", "2022")]
    [InlineData("2022-W07", "W", null)]
    // A day is a period only by its frequency.
    [InlineData("2020-01-01", "M", "2020-01")]
    [InlineData("2020-10-01", "Q", "2020-Q4")]
    [InlineData("2020-12-31", "A", "2020")]
    [InlineData("2020-01-01", null, null)]
    [InlineData("2010-01-01 00:00:00", "M", "2010-01")]
    [InlineData("2023-01-01/P7M", "C", "2023-01--2023-07")]
    [InlineData("2023-01-01--P7M", "C", "2023-01--2023-07")]
    [InlineData("2017-04-01/P12M", "F", "2017-04--2018-03")]
    [InlineData("2018-07-17/P1Y", "F", "2018-07-17--2019-07-16")]
    [InlineData("2023-01--2023-07", null, "2023-01--2023-07")]
    [InlineData("Aug. 2024", null, "2024-08")]
    [InlineData("2015 January", null, "2015-01")]
    [InlineData("9999", null, null)]
    [InlineData("China", null, null)]
    public void Period_OfItsTextAndFrequency(string text, string? frequency, string? period) =>
        Assert.Equal(
            period,
            FormatPeriod.Read(text) is { } said ? FormatPeriod.Settle(said, frequency, null)?.ToString() : null
        );

    [Theory]
    [InlineData(4, "F")]
    [InlineData(1, "C")]
    [InlineData(null, "C")]
    public void TwelveMonthsWithinTwoYears_AreAFiscalYear_WhereTheSourceHasOneThatStartsSo(
        int? start,
        string frequency
    ) =>
        Assert.Equal(
            frequency,
            FormatPeriod.Settle(FormatPeriod.Read("2017-04--2018-03"), null, start)?.Frequency.ToString()
        );

    [Fact]
    public void YearAndMonth_ArePutTogether_AndTwoYearsAreNot()
    {
        var year = FormatPeriod.Read("2023")!;
        var month = FormatPeriod.Read("March")!;

        Assert.Equal("2023-03", FormatPeriod.Settle(FormatPeriod.Combine(year, month), null, null)?.ToString());
        Assert.Null(FormatPeriod.Combine(year, FormatPeriod.Read("2022")!));
    }
}
