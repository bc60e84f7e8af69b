using System.Globalization;
using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Language;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData("13060205.47911", 3, "13060205479.11")]
    [InlineData("57", 6, "57000000")]
    [InlineData("536754.0916960001", 6, "536754091696.0001")]
    [InlineData("22297.0", 0, "22297")]
    [InlineData("22297.0", 8, "2229700000000")]
    [InlineData("1.50", 1, "15")]
    [InlineData("-18.75", 1, "-187.5")]
    [InlineData("0.0", 3, "0")]
    [InlineData("5", -2, "0.05")]
    [InlineData("79228162514264337593543950335", 0, "79228162514264337593543950335")]
    public void Scale_MovesTheMark_AndLeavesNoZerosAtTheEnd(string value, int multiplier, string expected) =>
        Assert.Equal(
            expected,
            FigureText
                .Scale(decimal.Parse(value, CultureInfo.InvariantCulture), multiplier)!
                .Value.ToString(CultureInfo.InvariantCulture)
        );

    [Theory]
    [InlineData("79228162514264337593543950335", 1)]
    [InlineData("0.0000000000000000000000000001", -1)]
    public void Scale_GivesNull_WhenTheDigitsDoNotFit(string value, int multiplier) =>
        Assert.Null(FigureText.Scale(decimal.Parse(value, CultureInfo.InvariantCulture), multiplier));

    [Theory]
    [InlineData(15761734576.0, "15761734576")]
    [InlineData(22221.200000000004, "22221.200000000004")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e-7, "0.0000001")]
    [InlineData(123456789012345678.0, "123456789012345680")]
    public void Read_GivesTheShortestDecimal_OfABinaryNumber(double number, string expected) =>
        Assert.Equal(
            expected,
            FigureText.Read(Cell.OfNumber(number), null)!.Value.ToString(CultureInfo.InvariantCulture)
        );

    [Theory]
    [InlineData("#,##0.0", 1)]
    [InlineData("#,##0", 0)]
    [InlineData("0.00;[Red]-0.000", 2)]
    [InlineData("General", 5)]
    public void Decimals_AreThoseShown(string format, int expected) =>
        Assert.Equal(expected, FigureText.Decimals(Cell.OfNumber(1.23456, format), 1.23456m));
}
