using System.Text;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Tests.Layouts;

/// <summary>Units in the names of files.</summary>
public sealed class FileNameUnitTests
{
    [Theory]
    [InlineData("LEI_Table_12.csv", true)]
    [InlineData("lei.csv", true)]
    [InlineData("exports_MDL.csv", false)]
    [InlineData("exports_euro.csv", false)]
    public void Read_TakesCodesAndLongWordsForUnits(string name, bool isRead)
    {
        const string Csv = """
            "Exports by country, million KES",,
            Country,2022,2023
            Uganda,1.5,2.5
            China,3.5,4.5
            """;
        var profile = SourceProfile.Parse(
            """{ "name": "a", "reporter": "KEN", "defaults": { "commodity": "TOTAL" } }"""
        );

        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Csv));
        var reading = Reading.Read(content, name, profile);

        // A unit of the name would contradict the title.
        Assert.Equal(isRead ? 4 : 0, reading.Observations().Count());
    }
}
