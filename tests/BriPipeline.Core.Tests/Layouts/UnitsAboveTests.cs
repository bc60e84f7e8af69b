using System.Text;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Tests.Layouts;

/// <summary>A unit that stands above one table of a sheet, for the tables below it.</summary>
public sealed class UnitsAboveTests
{
    [Fact]
    public void Recognise_TakesTheUnitAboveARefusedTable_ForTheTableBelow()
    {
        const string Csv = """
            "Exports of services by country, USD million",,
            Country,2022,2023
            China,1.5,2.5
            Russia,3.5,4.5
            Italy,5.5,6.5
            ,,
            Imports by country,,
            Country,2022,2023
            China,31.5,47.5
            Russia,87.5,97.5
            Italy,39.5,48.5
            """;
        var profile = SourceProfile.Parse(
            """{ "name": "a", "reporter": "KAZ", "defaults": { "unit": "USD", "multiplier": 0, "commodity": "TOTAL" } }"""
        );

        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Csv));
        var reading = BriPipeline.Core.Readings.Reading.Read(content, "a.csv", profile);

        Assert.Equal(6, reading.Observations().Count());
        Assert.All(reading.Observations(), observation => Assert.Equal(6, observation.Multiplier));
    }
}
