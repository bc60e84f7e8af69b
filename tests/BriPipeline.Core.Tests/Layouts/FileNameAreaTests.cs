using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Layouts;

/// <summary>Areas in the names of files.</summary>
public sealed class FileNameAreaTests
{
    [Theory]
    [InlineData("oceania_trade.csv", "Total", false)]
    [InlineData("oceania_trade.csv", "World", true)]
    [InlineData("trade.csv", "Total", true)]
    public void Read_TakesATotalForTheWorlds_UnlessTheFileIsNamedAfterAGroup(string name, string total, bool isWorld)
    {
        var csv = $"""
            "Exports by country, million USD",,
            Country,2022,2023
            Fiji,1.5,2.5
            Tonga,3.5,4.5
            {total},5,7
            """;
        var profile = SourceProfile.Parse(
            """{ "name": "a", "reporter": "VUT", "defaults": { "commodity": "TOTAL" } }"""
        );

        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var reading = Reading.Read(content, name, profile);

        Assert.Equal(
            isWorld ? 2 : 0,
            reading.Observations().Count(observation => observation.Key.Partner == Area.World)
        );
        Assert.Equal(!isWorld, reading.Findings.Any(finding => finding.Code == FindingCodes.DimensionUnclear));
    }
}
