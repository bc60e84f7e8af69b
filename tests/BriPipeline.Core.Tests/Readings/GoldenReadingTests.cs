using System.Text;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Tests.Golden;

namespace BriPipeline.Core.Tests.Readings;

/// <summary>One folder a case below <c>Golden/Readings</c>: a workbook, its profile if it has one, and what is read.</summary>
public sealed class GoldenReadingTests
{
    public static TheoryData<string> Cases => [.. GoldenReading.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_GivesTheObservationsAndFindings_OfTheCase(string name)
    {
        var golden = GoldenReading.Of(name);
        using var content = File.OpenRead(golden.Workbook);
        var file = Path.GetFileName(golden.Workbook);
        var reading = Reading.Read(content, file, golden.Profile);

        Assert.Empty(RowAccount.LostRows(reading));
        Assert.Equal(reading.Layout is null, LayoutExplanation.Of(reading) is null);
        var observations = new StringWriter();
        observations.Write(ReadingCsv.ObservationsHeader + ReadingCsv.MoreColumns + "\n");
        ReadingCsv.WriteObservations(observations, file, reading, allColumns: true);
        var findings = new StringWriter();
        findings.Write(ReadingCsv.FindingsHeader + "\n");
        ReadingCsv.WriteFindings(findings, file, reading.Findings);
        GoldenFile.Equal($"Readings/{name}/observations.csv", Encoding.UTF8.GetBytes(observations.ToString()));
        GoldenFile.Equal($"Readings/{name}/findings.csv", Encoding.UTF8.GetBytes(findings.ToString()));
    }
}
