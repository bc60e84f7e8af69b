using BriPipeline.Core.Formats;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Formats;

public sealed class DatedAreaTests
{
    [Theory]
    [InlineData("SCG:/2005 SRB:2006", 2005, "SCG")]
    [InlineData("SCG:/2005 SRB:2006", 2006, "SRB")]
    [InlineData("SDN:/2011", 2012, null)]
    [InlineData("SDN:2012", 2011, null)]
    public void At_TheYear(string text, int year, string? code) =>
        Assert.Equal(code, DatedArea.Parse(text)!.At(TimePeriod.OfYear(year))?.Code);

    [Theory]
    [InlineData("SRB")]
    [InlineData("Serbia:2006")]
    [InlineData("SRB:then")]
    public void Parse_GivesNothing_ForOtherTexts(string text) => Assert.Null(DatedArea.Parse(text));
}
