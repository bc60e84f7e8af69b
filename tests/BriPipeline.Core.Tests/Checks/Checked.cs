using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Tests.Checks;

/// <summary>Small tables as text, a line a row, <c>|</c> between cells: exports of Kazakhstan in 2023 in thousand dollars unless a
/// header says otherwise.</summary>
internal static class Checked
{
    private static readonly SourceProfile Profile = new()
    {
        Name = "test",
        Reporter = "KAZ",
        Defaults = new ProfileDefaults
        {
            Unit = "USD",
            Multiplier = 3,
            Commodity = "TOTAL",
            Flow = "X",
            Period = "2023",
        },
    };

    public static Reading Read(string table, DateOnly? today = null)
    {
        var lines = table
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Select(line => string.Join(';', line.Split('|', StringSplitOptions.TrimEntries)));
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
        return Reading.Read(new MemoryStream(bytes), "table.csv", Profile, today: today);
    }

    /// <summary>The findings as <c>total-differs@E2</c>, without those on columns that are not stored.</summary>
    public static string Findings(string table, DateOnly? today = null) => Show(Read(table, today));

    public static string Show(Reading reading) =>
        string.Join(
            ' ',
            reading
                .Findings.Where(finding => finding.Code != FindingCodes.ColumnNotStored)
                .Select(finding => finding.Code.Id + (finding.Place is { } place ? $"@{place}" : ""))
        );

    /// <summary>What may be stored, as <c>B2=60</c> in published units.</summary>
    public static string Figures(Reading reading) =>
        string.Join(' ', reading.Observations().Select(figure => $"{figure.Provenance.Cell}={figure.Key.Period}"));
}
