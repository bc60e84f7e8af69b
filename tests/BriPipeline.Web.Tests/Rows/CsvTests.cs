using System.Globalization;
using BriPipeline.Web.Rows;

namespace BriPipeline.Web.Tests.Rows;

public sealed class CsvTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData(null, "")]
    public void WriteRow_QuotesOnlyWhatNeedsIt(string? field, string expected)
    {
        using var writer = new StringWriter();

        Csv.WriteRow(writer, "x", field);

        Assert.Equal($"x,{expected}\n", writer.ToString());
    }

    [Theory]
    [InlineData("13060205479.1100", "13060205479.11")]
    [InlineData("100", "100")]
    [InlineData("-0.50", "-0.5")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    public void Number_IsExact_WithoutEmptyZeros(string value, string expected) =>
        Assert.Equal(expected, Csv.Number(decimal.Parse(value, CultureInfo.InvariantCulture)));
}
