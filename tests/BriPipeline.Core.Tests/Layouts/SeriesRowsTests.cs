using System.Text;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Layouts;

/// <summary>Rows of metadata above columns of series.</summary>
public sealed class SeriesRowsTests
{
    [Theory]
    [InlineData(
        ",Exports,Imports\nUnit,USD mn,USD mn\nFrequency,Monthly,Monthly\nSource,Customs,Customs\n2023-10,1.5,2.5",
        "2 Words, 3 Attributes, 4 Attributes"
    )]
    // What tells series apart is none.
    [InlineData(
        ",Exports,Exports\nSeasonal adjustment,Unadjusted,Seasonally adjusted\nFrequency,Monthly,Monthly\n2023-10,1.5,2.5",
        "2 Words, 3 Attributes"
    )]
    [InlineData(
        ",Exports,Exports\nStatus,Provisional,Final\nFrequency,Monthly,Monthly\n2023-10,1.5,2.5",
        "2 Words, 3 Attributes"
    )]
    // A single row, rows without an attribute of series, and rows above partners are headings like others.
    [InlineData(",Exports,Imports\nFrequency,Monthly,Monthly\n2023-10,1.5,2.5", "")]
    [InlineData(",Exports,Imports\nUnit,USD mn,USD mn\nSource,Customs,Customs\n2023-10,1.5,2.5", "")]
    [InlineData(",Exports,Imports\nUnit,USD mn,USD mn\nFrequency,Monthly,Monthly\nChina,1.5,2.5", "")]
    public void Rows_AreMetadata_OnlyAboveSeries(string csv, string expected)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var sheet = WorkbookReader.Read(content, "a.csv").Workbook!.Sheets[0];

        var found = SeriesRows.In(sheet, new(SourceProfile.Unknown("a")));

        Assert.Equal(
            expected,
            string.Join(", ", found.OrderBy(row => row.Key).Select(row => $"{row.Key} {row.Value}"))
        );
    }
}
