using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks;

public sealed class ShownNumbersTests
{
    [Theory]
    [InlineData(5, "General", false)]
    [InlineData(5, "#,##0.0", false)]
    [InlineData(5, ";;;", true)]
    [InlineData(5, "\"c\"", true)]
    [InlineData(-5, "0;\"c\";0", true)]
    [InlineData(5, "0;\"c\";0", false)]
    [InlineData(5, "#,##0;-#,##0;\"-\"", false)]
    [InlineData(0, "#,##0;-#,##0;\"-\"", false)]
    [InlineData(0, "#,##0;-#,##0;", true)]
    [InlineData(0, "#", true)]
    [InlineData(5, "#", false)]
    [InlineData(5, "\"10\"", false)]
    [InlineData(5, "[<10]\"x\";0", true)]
    [InlineData(50, "[<10]\"x\";0", false)]
    public void Hides_WhatIsShownWithoutADigit(double number, string format, bool hides) =>
        Assert.Equal(hides, new ShownNumbers().Hides(Cell.OfNumber(number, format)));

    [Theory]
    [InlineData("0000", 4)]
    [InlineData("0", 0)]
    [InlineData("0.0", 0)]
    [InlineData("00\".\"00", 0)]
    public void PaddedDigits_AreThoseOfZerosAlone(string format, int digits) =>
        Assert.Equal(digits, NumberFormatCodes.PaddedDigits(format));
}
