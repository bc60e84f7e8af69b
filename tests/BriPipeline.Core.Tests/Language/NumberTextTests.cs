using System.Globalization;
using BriPipeline.Core.Language;

namespace BriPipeline.Core.Tests.Language;

public sealed class NumberTextTests
{
    [Theory]
    // Plain
    [InlineData("0", '.', "0")]
    [InlineData("007", '.', "7")]
    [InlineData("13060205.47911", '.', "13060205.47911")]
    [InlineData(".5", '.', "0.5")]
    [InlineData("-18.7", '.', "-18.7")]
    [InlineData("−18,7", ',', "-18.7")]
    // Groups of three, by comma, point, blank of any kind or apostrophe
    [InlineData("22,297.0", '.', "22297.0")]
    [InlineData("22.297,0", ',', "22297.0")]
    [InlineData("639,240,426", '.', "639240426")]
    [InlineData("1 234 567,8", ',', "1234567.8")]
    [InlineData("1\u00a0234\u202f567", '.', "1234567")]
    [InlineData("1'234'567", '.', "1234567")]
    [InlineData("22,297.0\u00a0", '.', "22297.0")]
    // With an exponent
    [InlineData("3.5e+10", '.', "35000000000")]
    [InlineData("3,5e+10", ',', "35000000000")]
    [InlineData("2.411993123e+11", '.', "241199312300")]
    [InlineData("1.25E9", '.', "1250000000")]
    [InlineData("8e+08", '.', "800000000")]
    [InlineData("-3.5e-2", '.', "-0.035")]
    public void Read_GivesTheValue_UnderTheConvention(string text, char mark, string value) =>
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), NumberText.Read(text, mark));

    [Theory]
    [InlineData("1,23", '.')] // a group of two
    [InlineData("1234,567.8", '.')] // a first group of four
    [InlineData("1,234 567", '.')] // two kinds of separators
    [InlineData("1.5", ',')]
    [InlineData("1.", '.')]
    [InlineData("", '.')]
    [InlineData("-", '.')]
    [InlineData("12 e", '.')]
    [InlineData("2023-01", '.')]
    [InlineData("2.41199e+11", '.')] // six digits, of which a program kept no more
    [InlineData("3.50E+10", '.')] // as a spreadsheet shows more digits than fit
    [InlineData("8e8", '.')] // a code may be written so
    [InlineData("7.5e+30", '.')]
    [InlineData("3.5e", '.')]
    [InlineData("e+10", '.')]
    [InlineData("99999999999999999999999999999999", '.')] // more than a decimal holds
    public void Read_GivesNull_WhenTheTextIsNoSuchNumber(string text, char mark) =>
        Assert.Null(NumberText.Read(text, mark));

    [Theory]
    [InlineData('.', "1.5", "1,234")]
    [InlineData(',', "1,5", "1.234")]
    [InlineData('.', "639,240,426", "1,234")]
    [InlineData('.', "17", "18")]
    [InlineData(null, "1,234", "17")] // one thousand or one point two three four
    [InlineData(null, "1.5", "1,5")] // both conventions in one table
    public void MarkOf_DecidesFromAllTexts_OrNotAtAll(char? mark, params string[] texts) =>
        Assert.Equal(mark, NumberText.MarkOf(texts));
}
