using System.Text;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using Xunit;

namespace BriPipeline.Core.Tests.Observations;

/// <summary>A file named after an area: the default partner of the source does not stand against it.</summary>
public sealed class NamesOfFilesTests
{
    private const string Profile = """
        { "name": "s", "reporter": "KAZ", "defaults": { "commodity": "TOTAL", "partner": "001", "unit": "USD", "multiplier": 6 } }
        """;

    [Theory]
    [InlineData("trade.csv", 4)]
    [InlineData("Kazakhstan.csv", 4)]
    [InlineData("China.csv", 0)]
    [InlineData("exports_to_cis.csv", 0)]
    [InlineData("sec_ext.csv", 4)]
    public void Read_AsksForThePartner_WhereTheFileIsNamedAfterAnother(string name, int figures)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("Year,Exports,Imports\n2021,10,20\n2022,11,21\n"));

        var reading = Reading.Read(file, name, SourceProfile.Parse(Profile));

        Assert.Equal(figures, reading.Observations().Count());
        Assert.Equal(figures == 0, reading.Findings.Any(finding => finding.Ask is not null));
    }
}
