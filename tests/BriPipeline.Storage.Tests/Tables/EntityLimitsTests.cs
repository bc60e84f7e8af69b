using Azure.Data.Tables;

namespace BriPipeline.Storage.Tests;

public sealed class EntityLimitsTests
{
    [Theory]
    [InlineData("a/b")]
    [InlineData("a#b")]
    [InlineData("a\u0001b")]
    public void Check_Throws_WhenAKeyHasAForbiddenCharacter(string key)
    {
        Assert.Throws<InvalidOperationException>(() => EntityLimits.Check(new TableEntity("p", key)));
        Assert.Throws<InvalidOperationException>(() => EntityLimits.Check(new TableEntity(key, "r")));
    }

    [Fact]
    public void Check_Throws_WhenSomethingIsTooLong()
    {
        Assert.Throws<InvalidOperationException>(() => EntityLimits.Check(new TableEntity("p", new string('a', 513))));
        var error = Assert.Throws<InvalidOperationException>(() =>
            EntityLimits.Check(new TableEntity("p", "r") { ["Raw"] = new string('a', 32769) })
        );
        Assert.Contains("Raw", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_LetsAKeyOfTheContractPass() =>
        EntityLimits.Check(
            new TableEntity("KAZ-_EU27_2020", "N.нефть|X|Q.LTR|kz-bns~SA|C|2023-01--2023-07|9223372036854775806")
        );
}
