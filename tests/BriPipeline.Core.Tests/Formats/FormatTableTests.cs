using System.Text;
using BriPipeline.Core.Sources;
using Reading = BriPipeline.Core.Readings.Reading;

namespace BriPipeline.Core.Tests.Formats;

public sealed class FormatTableTests
{
    [Fact]
    public void Read_NamesBothReporters_WhenTheFileIsOfAnotherThanItsSource()
    {
        const string Csv = """
            file,reporter,partner,flow,commodity,unit,period,value,multiplier,status,sheet,cell,raw
            a.csv,CHN,KAZ,X,TOTAL,USD,2023,5,0,A,,B2,5
            a.csv,CHN,RUS,X,TOTAL,USD,2023,6,0,A,,B3,6

            """;
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Csv));

        var reading = Reading.Read(content, "a.csv", new SourceProfile { Name = "kz", Reporter = "KAZ" });

        Assert.Empty(reading.Observations());
        Assert.Contains(
            "For these figures the workbook says CHN, and the profile says KAZ (2 figures not stored).",
            reading.Findings.Select(finding => finding.Message)
        );
    }
}
