using BriPipeline.Core.Layouts;

namespace BriPipeline.Core.Tests.Layouts;

public sealed class MonthLettersTests
{
    [Theory]
    [InlineData("M1|M2|M3", "M2=M02|M3=M03")]
    [InlineData("m1|m2", "m2=m02")]
    [InlineData("M2|M3", "M2=M02 ?|M3=M03 ?")]
    [InlineData("M3|Value", "")]
    [InlineData("M2", "")]
    [InlineData("M4|M5", "")]
    public void Expand_TakesThemForMonths_WhereOnlyMonthsStandBesideThem(string texts, string expected) =>
        Assert.Equal(
            expected,
            string.Join('|', MonthLetters.Expand(texts.Split('|')).Select(one => $"{one.Key}={one.Value}"))
        );
}
