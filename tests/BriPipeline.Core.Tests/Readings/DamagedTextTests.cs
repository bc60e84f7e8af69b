using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Reports.Annotation;

namespace BriPipeline.Core.Tests.Readings;

/// <summary>Text and pages that lost something on their way. They carry no checksum, so what they lost shows in their rows only.</summary>
public sealed class DamagedTextTests
{
    private const string Title = "\"Exports, thousand USD\",,,\nCountry,2021,2022,2023\n";
    private const string Page = "<p>Exports, thousand USD</p><table><tr><td>Country<td>2022<td>2023</tr>";

    private static readonly SourceProfile Profile = SourceProfile.Parse(
        """{ "name": "s", "reporter": "KAZ", "defaults": { "commodity": "TOTAL" } }"""
    );

    [Theory]
    // A thousands comma that is not quoted; a field that is lost.
    [InlineData("Italy,1,105,1206,1307\n")]
    [InlineData("Italy,1206,1307\n")]
    // The heading of a block is no row of figures.
    [InlineData("Italy,1206,1307\n,\n")]
    public void RowWithOtherFields_IsFound_AndNoneOfItsFiguresRead(string row)
    {
        var (reading, finding) = Read($"{Title}China,1,2,3\n{row}Russia,4,5,6\nJapan,7,8,9\n", "a.csv");

        Assert.Equal(FindingCodes.RowFieldsDiffer, finding.Code);
        Assert.Equal((4, 1), (finding.Place!.Value.First.Row, finding.Place.Value.First.Column));
        Assert.Equal(["CHN", "JPN", "RUS"], Partners(reading));
    }

    [Fact]
    public void RowWithOtherFields_IsNotReadFromTablesBesideEachOther()
    {
        const string Beside =
            "\"Exports, million USD\",,,,\"Imports, million USD\",,\nCountry,2022,2023,,Country,2022,2023\n";
        const string Rows = "China,1,2,,China,3,4\nItaly,1,2,,Italy,3\nRussia,1,2,,Russia,3,4\nJapan,1,2,,Japan,3,4\n";

        var (reading, finding) = Read(Beside + Rows, "a.csv");

        Assert.Equal(FindingCodes.RowFieldsDiffer, finding.Code);
        Assert.Equal(["CHN", "JPN", "RUS"], Partners(reading));
        Assert.Equal(12, reading.Observations().Count());
    }

    [Theory]
    // Rows whose blank fields are left out at the end are a habit; notes below the table are no rows of it.
    [InlineData("China,1,2,3\nItaly,1,2\nRussia,4,5\nJapan,7,8,9\n")]
    [InlineData("China,1,2,3\nItaly,1,2,3\nJapan,7,8,9\nSource: office, 2024\n")]
    [InlineData("China,1,2,3\nItaly,1,2,3\nAsia,\nJapan,7,8,9\n")]
    public void RowsOfOtherLengths_AreRead_WhereTheyAreNoMistake(string rows)
    {
        var reading = Reading.Read(Bytes(Title + rows), "a.csv", Profile);

        Assert.DoesNotContain(reading.Findings, finding => finding.Code == FindingCodes.RowFieldsDiffer);
        Assert.Empty(new[] { "CHN", "ITA", "JPN" }.Except(Partners(reading)));
    }

    [Theory]
    [InlineData("a.csv", $"{Title}China,1,2,3\nItaly,4,5")]
    [InlineData("a.html", $"{Page}<tr><td>China<td>1<td>2</tr><tr><td>Italy<td>4<td>5")]
    public void FileThatEndsWithinARow_IsHeld_AndNoFigureOfTheRowRead(string file, string text)
    {
        var (reading, finding) = Read(text, file);

        Assert.Equal(FindingCodes.TextCutOff, finding.Code);
        Assert.Equal("5", finding.Raw);
        Assert.Equal(ReadingOutcome.Held, reading.Outcome);
        Assert.Equal(["CHN"], Partners(reading));
    }

    [Theory]
    [InlineData("a.csv", $"{Title}China,1,2,3\nItaly,4,5,6\n")]
    [InlineData("a.csv", $"{Title}China,1,2,3\nItaly,4,5,6\r")]
    [InlineData("a.html", $"{Page}<tr><td>China<td>1<td>2</tr><tr><td>Italy<td>4<td>5</table>")]
    // Written carelessly, and whole.
    [InlineData("a.html", $"<html>{Page}<tr><td>China<td>1<td>2</tr><tr><td>Italy<td>4<td>5</html>")]
    public void WholeFile_HasNoSuchFinding(string file, string text)
    {
        var reading = Reading.Read(Bytes(text), file, Profile);

        Assert.DoesNotContain(
            reading.Findings,
            finding =>
                finding.Code == FindingCodes.TextCutOff
                || finding.Code == FindingCodes.TextUnended
                || finding.Code == FindingCodes.RowFieldsDiffer
        );
        Assert.Equal(["CHN", "ITA"], Partners(reading));
    }

    [Theory]
    [InlineData("a.csv", $"{Title}China,1,2,3\nItaly,1,105,1206,1307\nRussia,4,5,6\nJapan,7,8,9\n")]
    [InlineData("a.csv", $"{Title}China,1,2,3\nJapan,7,8,9\nItaly,4,5")]
    [InlineData("a.html", $"{Page}<tr><td>China<td>1<td>2</tr><tr><td>Japan<td>7<td>8</tr><tr><td>Italy<td>4<td>5")]
    public void AnnotatedCopy_DoesNotReadTheRowEither_BeforeItIsCorrected(string file, string text)
    {
        var (reading, findings) = AnnotatedCopy.Read(Bytes(text), file, Profile);
        using var copy = new AnnotatedCopy(Bytes(text), file, findings);

        var again = AnnotatedCopy.Read(new MemoryStream(copy.Bytes), "a.xlsx", Profile).Reading;

        Assert.Equal(Partners(reading), Partners(again));
        Assert.Contains(again.Findings, finding => finding.Code.Severity == Severity.RejectCell);
    }

    private static (Reading Reading, Finding Finding) Read(string text, string file)
    {
        var reading = Reading.Read(Bytes(text), file, Profile);
        var codes = new[] { FindingCodes.RowFieldsDiffer, FindingCodes.TextCutOff };
        return (reading, Assert.Single(reading.Findings, finding => codes.Contains(finding.Code)));
    }

    private static string[] Partners(Reading reading) =>
        [
            .. reading
                .Observations()
                .Select(observation => observation.Key.Partner.Code)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private static MemoryStream Bytes(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
}
