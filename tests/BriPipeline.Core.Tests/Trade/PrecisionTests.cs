using System.Globalization;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Trade;

public sealed class PrecisionTests
{
    [Theory]
    [InlineData("24203900", 3, 1, "100")]
    [InlineData("24203900", 3, null, "100")]
    [InlineData("24203000", 3, null, "1000")]
    [InlineData("24203000", 3, 2, "10")]
    // A cell shown with one decimal that holds five.
    [InlineData("13060205479.11", 3, 1, "0.01")]
    [InlineData("12.5", 0, 1, "0.1")]
    [InlineData("300000000", 8, 0, "100000000")]
    [InlineData("0.125", -2, null, "0.001")]
    [InlineData("0", 3, 0, "1000")]
    public void LastDigit_ComesFromMultiplierDecimalsAndTheValueItself(
        string value,
        int multiplier,
        int? decimals,
        string expected
    ) => Assert.Equal(Number(expected), Precision.LastDigit(Number(value), multiplier, decimals));

    [Theory]
    [InlineData("12340", "10", "12300", "100", true)]
    [InlineData("12350", "10", "12400", "100", true)]
    [InlineData("12340", "10", "12400", "100", false)]
    [InlineData("12300", "100", "12300", "100", true)]
    [InlineData("12300", "100", "12400", "100", false)]
    public void AreEqual_AllowsHalfOfTheCoarsersLastDigit(
        string value,
        string lastDigit,
        string other,
        string otherLastDigit,
        bool expected
    )
    {
        Assert.Equal(
            expected,
            Precision.AreEqual(Number(value), Number(lastDigit), Number(other), Number(otherLastDigit))
        );
        Assert.Equal(
            expected,
            Precision.AreEqual(Number(other), Number(otherLastDigit), Number(value), Number(lastDigit))
        );
    }

    [Theory]
    [InlineData("13060205479.110", "13060205479.11")]
    [InlineData("100.000", "100")]
    [InlineData("-0.50", "-0.5")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void WithoutTrailingZeros_KeepsTheValue(string value, string expected) =>
        Assert.Equal(expected, Precision.WithoutTrailingZeros(Number(value)).ToString(CultureInfo.InvariantCulture));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
