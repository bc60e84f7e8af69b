using BriPipeline.Core.Readings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Tests.Vintages;

public sealed class DerivedMonthsTests
{
    [Theory]
    // Two ranges that follow each other, in one workbook or in two editions, whichever comes first.
    [InlineData("a/07 C6=600 C7=700", "C6=600 C7=700 d7=100")]
    [InlineData("a/06 C6=600; b/07 C7=700", "C6=600 C7=700 d7=100")]
    [InlineData("b/07 C7=700; a/06 C6=600", "C6=600 C7=700 d7=100")]
    // February from January; December from the year.
    [InlineData("a/02 1=5 C2=12", "1=5 C2=12 d2=7")]
    [InlineData("a/12 C11=110 C12=120", "C12=120 C11=110 d12=10")]
    // January and February published together stay one period; a gap of more than a month derives nothing.
    [InlineData("a/03 C2=12 C3=20", "C2=12 C3=20 d3=8")]
    [InlineData("a/09 C6=60 C9=90", "C6=60 C9=90")]
    // The republished range beside the longer one is taken before that of the earlier edition.
    [InlineData("a/06 C6=600; b/07 C6=590 C7=700", "C6=590 C7=700 d7=110")]
    [InlineData("a/06 C6=600; b/07 C6=590 C7=700; c/08 C6=580", "C6=580 C7=700 d7=110")]
    // Of two editions, the range as it stood when the longer one was published.
    [InlineData("a/06 C6=600; b/07 C7=700; c/08 C6=610", "C6=610 C7=700 d7=100")]
    [InlineData("a/06 C6=600; b/07 C7=700; c/08 C6=610; d/09 C7=705", "C6=610 C7=705 d7=95")]
    // Revised alone since then, in the only place where it stood: nothing is derived.
    [InlineData("a/06 C6=600; b/07 C7=700; a/08 C6=610", "C6=610 C7=700")]
    // A parent changes, goes and comes again.
    [InlineData("a/06 C6=600; b/07 C7=700; a/06 C6=590", "C6=590 C7=700 d7=110")]
    [InlineData("a/06 C6=600; b/07 C7=700; b/07 C7=x", "C6=600")]
    [InlineData("a/06 C6=600; b/07 C7=700; b/07 C7=x; b/07 C7=701", "C6=600 C7=701 d7=101")]
    // A published month is never beaten: not one that is there, nor one that comes; it may go again.
    [InlineData("a/07 C6=600 C7=700 7=99", "C6=600 C7=700 7=99")]
    [InlineData("a/07 C6=600 C7=700; b/08 7=99", "C6=600 C7=700 7=99")]
    [InlineData("a/07 C6=600 C7=700; b/08 7=99; b/08 7=x", "C6=600 C7=700 d7=100")]
    // A negative month has no row.
    [InlineData("a/07 C6=600 C7=590", "C6=600 C7=590")]
    // Status of the weaker parent.
    [InlineData("a/07 C6=600P C7=700", "C6=600P C7=700 d7=100P")]
    public void Plan_DerivesMonths(string steps, string rows)
    {
        var history = History.Of(steps);

        Assert.Equal(rows, history.Rows);
        Assert.Equal(
            new CurrentRows("kz-bns", history.Manifests).Rows.OrderBy(
                row => KeyText.Of(row.Key),
                StringComparer.Ordinal
            ),
            history.Stored.Values.OrderBy(row => KeyText.Of(row.Key), StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Plan_NamesBothParents_AndMarksTheRow()
    {
        var row = Derived(History.Of("a/06 C6=600.5; b/07 C7=700"));

        Assert.Equal(
            "Derived: 2023-01--2023-07 of b, S!A1 (700000) less 2023-01--2023-06 of a, S!A1 (600500); "
                + "editions 2023-07-01 and 2023-06-01.",
            row.Note
        );
        Assert.Equal(("kz-bns/b", 99500m, 3, 0), (row.Upload, row.Value, row.Multiplier, row.Decimals));
        Assert.Equal("TOTAL|X|USD|kz-bns~DERIVED|M|2023-07", new TradeKey(row.Source, row.Key).Row);
    }

    [Fact]
    public void Plan_CountsOnlyWhatThePublisherSays_AndTellsTheRevision()
    {
        var history = History.Of("a/06 C6=600; b/07 C7=700");
        Assert.Equal("1 0 0 0 0", history.Counts);
        Assert.Equal(2, history.Last.Rows.Count);

        history.Import("a/06 C6=590");

        Assert.Equal(("0 1 0 0 0", "C6 revised, d7 revised"), (history.Counts, history.Kinds));
        Assert.Equal((3L, 2L), (Derived(history).Seq, history.Stored[History.Key("C7")].Seq));
    }

    [Fact]
    public void Plan_ReportsANegativeMonth_Once()
    {
        var history = History.Of("a/06 C6=600; b/07 C7=590");

        var finding = Assert.Single(history.Last.Findings);
        Assert.Equal(("derived-negative", "warning", "A1"), (finding.Code, finding.Severity, finding.Cell));
        Assert.Contains("CHN X 2023-07 would be -10000", finding.Message, StringComparison.Ordinal);

        history.Import("c/08 C8=800");
        Assert.Empty(history.Last.Findings);
    }

    [Theory]
    [InlineData("001", true)]
    [InlineData("_EU", false)]
    [InlineData("150", false)]
    [InlineData("899", false)]
    public void Plan_DerivesGroupsOnlyWithinOneWorkbook(string partner, bool acrossEditions)
    {
        var across = new History();
        across.Import("a", "2023-06-01", Reading(("C6", "600")));
        across.Import("b", "2023-07-01", Reading(("C7", "700")));
        var within = new History();
        within.Import("a", "2023-07-01", Reading(("C6", "600"), ("C7", "700")));

        Assert.Equal(acrossEditions, across.Stored.Keys.Any(IsDerived));
        Assert.Contains(within.Stored.Keys, IsDerived);

        ReadingResult Reading(params (string Period, string Value)[] figures) =>
            new(
                [.. figures.Select(one => History.Observation(History.Key(one.Period, partner), one.Value))],
                [],
                ReadingOutcome.Accepted,
                null,
                null,
                null
            );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Plan_IsAPureFunctionOfTheManifests_OverRandomHistories(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var history = new History();
            for (var step = 0; step < 10; step++)
            {
                var words = Enumerable
                    .Range(1, 7)
                    .SelectMany(month => new[] { $"{month}", $"C{month}" })
                    .Where(period => period != "C1" && random.Next(period[0] == 'C' ? 2 : 8) == 0)
                    .Select(period => $"{period}={random.Next(1, 9)}");
                history.Import($"p{random.Next(3)}/{random.Next(1, 13):00} {string.Join(' ', words)}");

                var read = history.Manifests.Select(manifest =>
                    VintageJson.ReadManifest(VintageJsonTests.Bytes(json => VintageJson.Write(json, manifest)))
                );
                Assert.Equal(
                    new CurrentRows("kz-bns", [.. read]).Rows.OrderBy(
                        row => KeyText.Of(row.Key),
                        StringComparer.Ordinal
                    ),
                    history.Stored.Values.OrderBy(row => KeyText.Of(row.Key), StringComparer.Ordinal)
                );
                Assert.All(
                    history.Stored.Keys.Where(IsDerived),
                    key => Assert.DoesNotContain(key with { Variant = null }, history.Stored.Keys)
                );
            }
        }
    }

    private static bool IsDerived(ObservationKey key) => key.Variant == DerivedMonths.Variant;

    private static TradeRow Derived(History history) =>
        history.Stored.Values.Single(row => row.Key.Variant == DerivedMonths.Variant);
}
