using System.Text.Json;
using BriPipeline.Core.Summaries;

namespace BriPipeline.Core.Tests.Summaries;

public sealed class SummaryChoiceTests
{
    [Theory]
    [InlineData("""{"source":"kz-bns","unit":"USD"}""")]
    [InlineData("""{"source":"kz-bns","variant":"SA","unit":"USD"}""")]
    public void Parse_ReadsWhatToJsonWrites(string json) => Assert.Equal(json, SummaryChoice.Parse(json).ToJson());

    [Theory]
    [InlineData("""{"unit":"USD"}""")]
    [InlineData("""{"source":"kz-bns"}""")]
    [InlineData("""{"source":"kz-bns","unit":"dollars"}""")]
    [InlineData("""{"source":"kz-bns","unit":"USD","flow":"X"}""")]
    [InlineData("kz-bns")]
    [InlineData("null")]
    public void Parse_Throws_WhereTheTextIsNoChoice(string json) =>
        Assert.ThrowsAny<JsonException>(() => SummaryChoice.Parse(json));
}
