using BriPipeline.Core.Findings;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks.Text;

public sealed class HeadedRecordsTests
{
    [Theory]
    [InlineData("reporter,partner,year,unit,value\nKZ,CN,2023,USD,1,234\nKZ,RU,2023,USD,5,678\n")]
    [InlineData("Exports\nthousand US dollars\n\nCountry,2022,2023\nChina,13165,8,14728,4\nItaly,13938,2,14896,7\n")]
    [InlineData("Volume,Value,Share\nAE: EMIRATES,61200400.25,20100300.5,3\nAL: ALBANIA,1,2,3\n")]
    public void Records_AreRefused_WhereTheyAreLongerThanTheirHeader(string text) =>
        Assert.Equal(FindingCodes.RecordsExceedHeader, Reading.Refusal(Reading.Bytes(text)).Code);

    [Theory]
    // Blank fields behind the last heading, a title with commas, notes, blank fields left out, a second table that is wider.
    [InlineData("Country,2022,2023\nChina,1,2,\nItaly,3,4,\n")]
    [InlineData("Exports, by country\nCountry,2022,2023\nChina,1,2\nItaly,3,4\n")]
    [InlineData("Country,2022,2023\nChina,1,2\nItaly,3,4\nSource, office, of, all, figures\n")]
    [InlineData("Country,2022,2023\nChina,1\nItaly,3,4\n")]
    [InlineData("Country,2022\nChina,1\n\nCountry,2022,2023\nChina,1,2\n")]
    public void Records_AreRead_WhereTheyFit(string text) =>
        Assert.NotNull(WorkbookReader.Read(Reading.Bytes(text), "a.csv").Workbook);
}
