using System.Text;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Pipeline;
using BriPipeline.Core.Tests.Golden;

namespace BriPipeline.Core.Tests.Pipeline;

/// <summary>One folder a case below <c>Golden/Readings</c>: a workbook, its profile if it has one, and what is read.</summary>
public sealed class GoldenReadingTests
{
    private static readonly string Folder = Path.Combine(GoldenFile.Folder, "Readings");

    public static TheoryData<string> Cases =>
        [
            .. Directory
                .EnumerateDirectories(Folder)
                .Select(path => Path.GetFileName(path)!)
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_GivesTheObservationsAndFindings_OfTheCase(string name)
    {
        var folder = Path.Combine(Folder, name);
        var path = Directory.EnumerateFiles(folder, "workbook*").Single();
        var profilePath = Path.Combine(folder, "profile.json");
        var profile = File.Exists(profilePath)
            ? SourceProfile.Parse(File.ReadAllText(profilePath))
            : SourceProfile.Unknown("golden");
        var pinned = Path.Combine(folder, "layout.json");
        profile = File.Exists(pinned) ? profile.WithPinned(File.ReadAllText(pinned)) : profile;
        using var content = File.OpenRead(path);
        var file = Path.GetFileName(path);
        var reading = Reading.Read(content, file, profile);

        Assert.Equal(reading.Layout is null, reading.Explain() is null);
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
