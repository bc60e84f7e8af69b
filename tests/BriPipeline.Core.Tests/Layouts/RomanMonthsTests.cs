using BriPipeline.Core.Layouts;

namespace BriPipeline.Core.Tests.Layouts;

public sealed class RomanMonthsTests
{
    [Theory]
    [InlineData("IX 2024|I-IX 2024", false, "IX 2024=M09 2024")]
    [InlineData("2024/III|2024 IX", false, "2024/III=M03 2024|2024 IX=M09 2024")]
    [InlineData("I|II|V", false, "I=M01|II=M02|V=M05")]
    [InlineData("X 2024|I-X 2024", false, "X 2024=M10 2024")]
    [InlineData("X 2024|M 2024", false, "")]
    [InlineData("I|II|III|IV", false, "")]
    [InlineData("I|II|III|IV", true, "I=Q1|II=Q2|III=Q3|IV=Q4")]
    [InlineData("I 2024|V 2024", true, "I 2024=M01 2024|V 2024=M05 2024")]
    [InlineData("Part IX|Part X", false, "")]
    public void Expand_TakesNumeralsForMonths_WhereOneIsAboveFour(string texts, bool areQuarters, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                '|',
                RomanMonths.Expand(texts.Split('|'), () => areQuarters).Select(one => $"{one.Key}={one.Value}")
            )
        );
}
