using BriPipeline.Core.Sources;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Tests.Vintages;

public sealed class KeyLimitsTests
{
    [Theory]
    [InlineData("kz-bns", true)]
    [InlineData("2", true)]
    [InlineData("", false)]
    [InlineData("KZ", false)]
    [InlineData("kz bns", false)]
    [InlineData("kz-bns\n", false)]
    [InlineData("a234567890123456789012345678901234567890", true)]
    [InlineData("a2345678901234567890123456789012345678901", false)]
    public void IsSourceName_TakesLowerCaseDigitsAndHyphens(string name, bool expected) =>
        Assert.Equal(expected, SourceName.IsValid(name));

    [Theory]
    [InlineData("N.oil", true)]
    [InlineData("N.нефть", true)]
    [InlineData("a|b", false)]
    [InlineData("a~b", false)]
    [InlineData("a/b", false)]
    [InlineData("a\\b", false)]
    [InlineData("a#b", false)]
    [InlineData("a?b", false)]
    [InlineData("a\tb", false)]
    [InlineData("a\u0085b", false)]
    [InlineData("", false)]
    public void IsPart_RefusesWhatAKeyCannotHold(string part, bool expected) =>
        Assert.Equal(expected, KeyLimits.IsPart(part));

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public void IsKey_CountsTwoBytesACharacter(int length, bool expected) =>
        Assert.Equal(expected, KeyLimits.IsKey(new string('a', length)));

    [Theory]
    [InlineData(32768, true)]
    [InlineData(32769, false)]
    public void IsProperty_CountsTwoBytesACharacter(int length, bool expected) =>
        Assert.Equal(expected, KeyLimits.IsProperty(new string('я', length)));
}
