using System.Text;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Tests.Layouts;

public sealed class CodeTextsTests
{
    private static readonly SourceProfile Complete = new()
    {
        Name = "a",
        Reporter = "USA",
        Defaults = new()
        {
            Partner = "CHN",
            Flow = "M",
            Commodity = "TOTAL",
            Unit = "USD",
            Multiplier = 6,
        },
    };

    [Theory]
    [InlineData("200", true)]
    [InlineData("A01", true)]
    [InlineData("B2.4", true)]
    [InlineData("Wagon", false)]
    [InlineData("by 2 ways", false)]
    public void IsCode_HoldsDigits_AndNoWords(string text, bool expected) =>
        Assert.Equal(expected, CodeTexts.IsCode(text));

    [Theory]
    [InlineData("KAZ.XG_FOB_USD.CHN.A", true)]
    [InlineData("IMF.STA:IMTS(1.0.0)", true)]
    [InlineData("NON-OIL", false)]
    [InlineData("U.S.", false)]
    public void IsSeriesKey_HasThreePartsAndMore(string text, bool expected) =>
        Assert.Equal(expected, CodeTexts.IsSeriesKey(text));

    [Theory]
    [InlineData("IMPCH.csv", "IMPCH", 2)]
    [InlineData("IMPCH (1).csv", "IMPCH", 2)]
    // The name of another series, or a word, may limit the figures.
    [InlineData("IMPCH.csv", "XTEXVA", 0)]
    [InlineData("bananas.csv", "bananas", 0)]
    public void Figures_UnderTheCodeOfASeriesAfterWhichTheFileIsNamed_AreRead(string file, string heading, int count) =>
        Assert.Equal(count, Read(file, heading, Complete).Observations().Count());

    [Fact]
    public void Figures_UnderTheCodeOfASeries_AreAsked_WhereTheProfileLeavesSomethingOpen() =>
        Assert.Empty(Read("IMPCH.csv", "IMPCH", Complete with { Defaults = new() { Flow = "M" } }).Observations());

    private static Reading Read(string file, string heading, SourceProfile profile) =>
        Reading.Read(
            new MemoryStream(Encoding.UTF8.GetBytes($"DATE,{heading}\n1985-03-01,293.1\n1985-04-01,281.5\n")),
            file,
            profile
        );
}
