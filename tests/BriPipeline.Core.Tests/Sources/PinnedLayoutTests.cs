using System.Text.Json;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Golden;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Sources;

public sealed class PinnedLayoutTests
{
    public static TheoryData<string> Cases => [.. GoldenReading.Names];

    /// <summary>What is printed to start from says what was recognised.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_ReadsTheSame_WhenItIsPinned(string name)
    {
        var golden = GoldenReading.Of(name);
        var profile = golden.Profile;
        if (
            profile.Pinned is not null
            || golden.Read() is not { } workbook
            || LayoutRecogniser.Recognise(workbook, profile) is not { } layout
            || !layout.Tables.All(PinnedTables.CanBe)
            || PinnedTables.Of(layout) is not { } pinned
        )
        {
            return;
        }

        var again = profile.WithPinned(pinned.ToJson());

        Assert.Empty(Observations(workbook, again).Except(Observations(workbook, profile), StringComparer.Ordinal));
        Assert.Empty(Observations(workbook, profile).Except(Observations(workbook, again), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{}", "tables")]
    [InlineData("""{ "tables": [] }""", "no table")]
    [InlineData("""{ "tables": [ { "firstRow": 5, "columns": {} } ] }""", "role figures")]
    [InlineData("""{ "tables": [ { "firstRow": 5, "columns": { "A": { "role": "partner" } } } ] }""", "role figures")]
    [InlineData(
        """{ "tables": [ { "firstRow": 5, "lastRow": 4, "columns": { "A": { "role": "figures" } } } ] }""",
        "Rows 5 to 4"
    )]
    [InlineData(
        """{ "tables": [ { "firstRow": 5, "headerRows": [5], "columns": { "A": { "role": "figures" } } } ] }""",
        "header row"
    )]
    [InlineData(
        """{ "tables": [ { "firstRow": 5, "columns": { "a1": { "role": "figures" } } } ] }""",
        "names no column"
    )]
    [InlineData("""{ "tables": [ { "firstRow": 5, "columns": { "A": { "role": "figure" } } } ] }""", "role")]
    [InlineData(
        """{ "tables": [ { "firstRow": 5, "columns": { "A": { "role": "figures", "flw": "exports" } } } ] }""",
        "flw"
    )]
    [InlineData("not json", "")]
    public void Parse_SaysWhatIsWrong(string json, string expected) =>
        Assert.Contains(
            expected,
            Assert.ThrowsAny<JsonException>(() => PinnedLayout.Parse(json)).Message,
            StringComparison.OrdinalIgnoreCase
        );

    [Fact]
    public void Profile_IsAnotherOne_WithAPinnedLayout()
    {
        var profile = SourceProfile.Unknown("pinned");
        var pinned = profile.WithPinned(
            """{ "tables": [ { "firstRow": 5, "columns": { "A": { "role": "figures" } } } ] }"""
        );

        Assert.NotEqual(profile.ToJson(), pinned.ToJson());
        Assert.Throws<JsonException>(() => SourceProfile.Parse(pinned.ToJson()));
    }

    private static IEnumerable<string> Observations(Workbook workbook, SourceProfile profile) =>
        Reading
            .Of(workbook, profile)
            .ToResult()
            .Observations.Select(observation => $"{observation.Key} {observation.Value} {observation.Provenance.Raw}");
}
