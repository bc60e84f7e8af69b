using System.Globalization;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Summaries;

public sealed class SummaryFormatTests
{
    private static readonly SummaryFormat English = new(SummaryTexts.English);

    [Theory]
    [InlineData("13060205479.11", "13,060.2")]
    [InlineData("50000", "0.1")]
    [InlineData("49999", "0.0")]
    [InlineData("-49999", "0.0")]
    [InlineData("0", "0")]
    [InlineData("-1234567890", "−1,234.6")]
    public void Millions_HasOneDecimal(string value, string expected) =>
        Assert.Equal(expected, English.Millions(decimal.Parse(value, CultureInfo.InvariantCulture)));

    [Fact]
    public void Exact_PrintsEveryDecimal() => Assert.Equal("13,060,205,479.11", English.Exact(13060205479.1100m));

    [Theory]
    [InlineData("2022", "2022")]
    [InlineData("2023-07", "July 2023")]
    public void Period_IsWrittenOut(string period, string expected) =>
        Assert.Equal(expected, English.Period(TimePeriod.Parse(period)));

    [Fact]
    public void Millions_IgnoresTheCultureOfTheMachine()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ru-RU");
            Assert.Equal("1,234.6", English.Millions(1_234_567_890));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
