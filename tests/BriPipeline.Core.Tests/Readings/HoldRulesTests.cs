using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Tests.Readings;

public sealed class HoldRulesTests
{
    private static readonly ProfileHold All = SourceProfile
        .Parse("""{ "name": "x", "hold": { "rejectedCells": 5, "failedTotal": true, "changedLayout": true } }""")
        .Hold!;

    [Theory]
    [InlineData(1, 19, null)]
    [InlineData(2, 37, "2 of 39 figures were refused (5.1 %)")]
    [InlineData(0, 0, null)]
    public void Find_HoldsByTheShareOfRefusedFigures(int refused, int figures, string? expected) =>
        AssertHeld(expected, [Of(FindingCodes.AreaUnknown, "x", "1") with { Figures = refused }], figures, All);

    [Fact]
    public void Find_HoldsByAFailedTotal_WhereTheProfileSaysSo()
    {
        var total = Of(FindingCodes.All["total-differs"], "1", "2", "3", "4", "5", "6");

        AssertHeld("because of the finding \"" + total.Code.Title, [total], 100, All);
        Assert.Equal("held-by-rule", HoldRules.Find([total], 100, All)!.Code.Id);
        AssertHeld(null, [total], 100, null);
        AssertHeld(null, [total], 100, new ProfileHold { RejectedCells = 1 });
    }

    [Fact]
    public void Find_SaysNothingTwice()
    {
        var findings = new List<Finding> { Of(FindingCodes.AreaUnknown, "x", "9") with { Figures = 9 } };
        findings.Add(HoldRules.Find(findings, 1, All)!);

        Assert.Null(HoldRules.Find(findings, 1, All));
    }

    [Fact]
    public void Read_HoldsAWorkbook_OfWhichTheProfileAllowsNoRefusals()
    {
        const string Csv = "partner,2020,2021\nChina,1,2\nAtlantis,3,4\n";
        var profile = SourceProfile.Parse(
            """{ "name": "x", "reporter": "KAZ", "defaults": { "unit": "USD", "multiplier": 3, "commodity": "TOTAL", "flow": "X" }, "hold": { "rejectedCells": 10 } }"""
        );

        var reading = Core.Readings.Reading.Read(
            new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Csv)),
            "a.csv",
            profile
        );

        Assert.Equal(ReadingOutcome.Held, reading.Outcome);
        Assert.StartsWith("2 of 4 figures were refused (50 %)", reading.Cause, StringComparison.Ordinal);
    }

    private static Finding Of(FindingCode code, params string[] arguments) => new(code, "S", null, null, arguments);

    private static void AssertHeld(string? expected, Finding[] findings, int figures, ProfileHold? hold)
    {
        var found = HoldRules.Find(findings, figures, hold);
        Assert.Equal(expected is null, found is null);
        Assert.Contains(expected ?? "", found?.Message ?? "", StringComparison.Ordinal);
    }
}
