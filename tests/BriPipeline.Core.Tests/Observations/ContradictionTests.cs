using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Observations;

/// <summary>Places of one workbook that disagree: their figures are not stored, and both places are named.</summary>
public sealed class ContradictionTests
{
    private static readonly SourceProfile Profile = SourceProfile.Parse(
        """{ "name": "a", "reporter": "KAZ", "defaults": { "commodity": "TOTAL", "unit": "USD", "multiplier": 3 } }"""
    );

    [Theory]
    [InlineData("Export", "Imports of Kazakhstan by country, 2023", "Value", "flow-conflict")]
    [InlineData("Импорт", "Экспорт Казахстана по странам, 2023", "Всего", "flow-conflict")]
    [InlineData("出口", "进口 2023", "金额", "flow-conflict")]
    [InlineData("Imports", "Trade of Kazakhstan by country, 2023", "Exports", "flow-conflict")]
    [InlineData("January 2023", "Exports of Kazakhstan by country, February 2023", "Value", "period-conflict")]
    [InlineData("EUR", "Exports of Kazakhstan by country, 2023, thousand USD", "Value", "unit-conflict")]
    [InlineData("Data", "Exports of China by country, 2023", "Value", "reporter-conflict")]
    public void Read_StoresNothing_WherePlacesDisagree(string sheet, string title, string heading, string code)
    {
        var reading = Read(sheet, title, heading);

        Assert.Empty(reading.Observations());
        Assert.Contains(reading.Findings, finding => finding.Code.Id == code);
    }

    [Theory]
    [InlineData("Export", "Exports of Kazakhstan by country, 2023", "Value")]
    [InlineData("Sheet1", "Trade of Kazakhstan by country, 2023", "Exports")]
    [InlineData("2023", "Exports of Kazakhstan by country, January-March 2023", "Value")]
    [InlineData("03_2023", "Exports of Kazakhstan by country, January-March 2023", "Value")]
    [InlineData("USD", "Exports of Kazakhstan by country, 2023, thousand USD", "Value")]
    [InlineData("Re-export", "Re-exports of Kazakhstan by country, 2023", "Exports")]
    public void Read_StoresThem_WherePlacesAgree(string sheet, string title, string heading)
    {
        var reading = Read(sheet, title, heading);

        Assert.Empty(
            reading
                .Findings.Where(finding => finding.Code.Severity >= Severity.RejectCell)
                .Select(finding => finding.Message)
        );
        Assert.Equal(3, reading.Observations().Count());
    }

    private static Core.Readings.Reading Read(string sheet, string title, string heading)
    {
        var builder = new SheetBuilder(sheet)
            .Set(1, 1, Cell.OfText(title))
            .Set(2, 1, Cell.OfText("Country"))
            .Set(2, 2, Cell.OfText(heading));
        string[] countries = ["China", "Russia", "Italy"];
        for (var i = 0; i < countries.Length; i++)
        {
            builder.Set(3 + i, 1, Cell.OfText(countries[i])).Set(3 + i, 2, Cell.OfNumber(10.5 + i));
        }

        return Core.Readings.Reading.Of(new("workbook.xlsx", WorkbookFormat.Xlsx, [builder.Build()]), Profile);
    }
}
