using System.Text;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Golden;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Readings;

/// <summary>What this program prints it reads, with the same observations.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> Cases => [.. GoldenReading.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void OutputOfRead_GivesTheSameObservations(string name)
    {
        var golden = GoldenReading.Of(name);
        using var content = File.OpenRead(golden.Workbook);
        var first = Reading.Read(content, Path.GetFileName(golden.Workbook), golden.Profile);
        var printed = new StringWriter();
        printed.Write(ReadingCsv.ObservationsHeader + ReadingCsv.MoreColumns + "\n");
        ReadingCsv.WriteObservations(printed, "file", first, allColumns: true);

        var again = Reading.Read(
            new MemoryStream(Encoding.UTF8.GetBytes(printed.ToString())),
            "again.csv",
            golden.Profile with
            {
                Pinned = null,
                Reporter = null,
                Defaults = null,
                Files = null,
            }
        );

        Assert.Equal(first.Observations().Select(Show), again.Observations().Select(Show));
    }

    private static string Show(Observation one) =>
        $"{one.Key.Reporter} {one.Key.Partner} {one.Key.Flow} {one.Key.Commodity} {one.Key.Unit} {one.Key.Period} {one.Key.Variant} {one.Value} {one.Multiplier} {one.Status} {one.Valuation}";
}
