using System.Text;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;
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

    /// <summary>Rows of other sheets say nothing of what tells the rows of a sheet apart.</summary>
    [Fact]
    public void Read_KeepsAFigure_WhenAnotherSheetRepeatsItInAnotherRow()
    {
        var sheets = new[] { "a", "b" }
            .Select(
                (name, i) =>
                {
                    string[] header =
                    [
                        "reporter",
                        "partner",
                        "flow",
                        "commodity",
                        "unit",
                        "period",
                        "value",
                        "multiplier",
                    ];
                    string[] row = ["KAZ", "CHN", "X", "TOTAL", "USD", "2023", "5", "0"];
                    var builder = new SheetBuilder(name);
                    string[][] rows =
                    [
                        [.. header, "status", "cell", "raw", "file", "no"],
                    ];
                    foreach (
                        var (partner, at) in (i == 0 ? ["CHN", "RUS"] : new[] { "RUS", "CHN" }).Select(
                            (one, at) => (one, at)
                        )
                    )
                    {
                        string[] own = [.. row, "A", "B2", "5", "a.csv", $"{at + 1}"];
                        own[1] = partner;
                        rows = [.. rows, own];
                    }

                    foreach (var (line, at) in rows.Select((line, at) => (line, at)))
                    {
                        foreach (var (text, column) in line.Select((text, column) => (text, column)))
                        {
                            builder.Set(at + 1, column + 1, Cell.OfText(text));
                        }
                    }

                    return builder.Build();
                }
            )
            .ToList();

        var reading = Reading.Of(new("a.xlsx", WorkbookFormat.Xlsx, sheets), new SourceProfile { Name = "kz" });

        Assert.Equal(["CHN", "RUS"], reading.Observations().Select(one => one.Key.Partner.Code));
    }
}
