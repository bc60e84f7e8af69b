using BriPipeline.Core.Checks;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Tests.Checks;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Imports;

public sealed class StoredChecklistTests
{
    private const string Before = """
        Partner | 2021   | 2022
        Total   | 2003.5 | 2103.5
        China   | 1201.5 | 1251.5
        Germany | 501.5  | 511.5
        Brazil  | 300.5  | 340.5
        """;

    [Theory]
    // The same again, and a year more.
    [InlineData(Before, "")]
    [InlineData(
        """
            Partner | 2022   | 2023
            Total   | 2103.5 | 2203.5
            China   | 1251.5 | 1281.5
            Germany | 511.5  | 531.5
            Brazil  | 340.5  | 390.5
            """,
        ""
    )]
    // Units instead of thousands, in the same year and in the next.
    [InlineData(
        """
            Partner | 2022
            Total   | 2103500
            China   | 1251500
            Germany | 511500
            Brazil  | 340500
            """,
        "size-changed@B2 revision-large@B2 revision-large@B3 revision-large@B4 revision-large@B5"
    )]
    [InlineData(
        """
            Partner | 2023
            Total   | 2203500
            China   | 1281500
            Germany | 531500
            Brazil  | 390500
            """,
        "size-changed@B2"
    )]
    // Tenge instead of dollars: all at one rate.
    [InlineData(
        """
            Partner | 2022
            Total   | 19562.55
            China   | 11638.95
            Germany | 4756.95
            Brazil  | 3166.65
            """,
        "size-changed@B2 revision-large@B2 revision-large@B3 revision-large@B4 revision-large@B5"
    )]
    // A partner revised by more than a twentieth, and the total by more than a hundredth.
    [InlineData(
        """
            Partner | 2022
            Total   | 2143.5
            China   | 1251.5
            Germany | 551.5
            Brazil  | 340.5
            """,
        "revision-large@B2 revision-large@B4"
    )]
    // Less than that.
    [InlineData(
        """
            Partner | 2022
            Total   | 2113.5
            China   | 1251.5
            Germany | 521.5
            Brazil  | 340.5
            """,
        ""
    )]
    // Germany fell where it had grown.
    [InlineData(
        """
            Partner | 2022
            Total   | 2087.5
            China   | 1251.5
            Germany | 495.5
            Brazil  | 340.5
            """,
        "growth-turned@B4"
    )]
    // Brazil is no longer there.
    [InlineData(
        """
            Partner | 2023
            Total   | 2203.5
            China   | 1281.5
            Germany | 531.5
            """,
        "series-vanished@B2"
    )]
    // The year before, once more.
    [InlineData(
        """
            Partner | 2023
            Total   | 2103.5
            China   | 1251.5
            Germany | 511.5
            Brazil  | 340.5
            """,
        ""
    )]
    public void Compare_FindsWhatIsOddBesideStoredFigures(string table, string findings) =>
        Assert.Equal(findings, Show(Compare(table, Stored(Before))));

    [Fact]
    public void Compare_HoldsAFile_OfAnotherSize()
    {
        var compared = Compare("Partner | 2022\nChina | 1251500\nGermany | 511500\nBrazil | 340500", Stored(Before));

        Assert.Equal(ReadingOutcome.Held, compared.Outcome);
        Assert.StartsWith(
            "The figures of X USD are 1,000 times those of the figures stored",
            compared.Cause,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("known", ReadingOutcome.Accepted)]
    [InlineData("other", ReadingOutcome.Held)]
    public void Compare_HoldsAFailedTotal_InANewLayout(string layout, ReadingOutcome outcome)
    {
        var reading = Checked.Read("Partner | 2022\nTotal | 100\nChina | 80\nGermany | 40\nBrazil | 30").ToResult();

        var compared = StoredChecklist.Compare(
            reading with
            {
                Layout = layout,
            },
            new(Stored("Partner | 2021\nChina | 79\nGermany | 41\nBrazil | 30"), [], new HashSet<string> { "known" })
        );

        Assert.Contains(compared.Findings, finding => finding.Code == FindingCodes.PartnersExceedTotal);
        Assert.Equal(outcome, compared.Outcome);
        Assert.Equal(
            outcome == ReadingOutcome.Held,
            compared.Findings.Any(finding => finding.Code == FindingCodes.LayoutChangedTotalFailed)
        );
    }

    [Fact]
    public void Compare_HoldsAYear_ThatIsAnExchangeRateAway()
    {
        var rows = Stored(Before);
        foreach (var row in rows.Values.ToList())
        {
            var inTenge = row with { Key = row.Key with { Unit = new("KZT") }, Value = row.Value * 7.5m };
            rows.Add(inTenge.Key, inTenge);
        }

        var compared = Compare(
            "Partner | 2023\nTotal | 16500.5\nChina | 9611.5\nGermany | 3931.5\nBrazil | 2951.5",
            rows
        );

        Assert.Equal("size-changed@B2", Show(compared));
    }

    [Theory]
    [InlineData("1300.5", "")]
    [InlineData("900.5", "mirror-gap@B3")]
    public void Compare_NotesAGap_ToThePartnersOwnReport(string theirs, string findings)
    {
        var reading = Checked.Read("Partner | 2022\nTotal | 2103.5\nChina | 1251.5\nGermany | 511.5\nBrazil | 340.5");
        var mirror = Checked
            .Read($"Partner | 2022\nChina | {theirs}")
            .Observations()
            .Select(figure =>
                figure with
                {
                    Key = figure.Key with { Reporter = new("CHN"), Partner = new("KAZ"), Flow = TradeFlow.M },
                }
            )
            .Select(Row)
            .ToList();

        var compared = StoredChecklist.Compare(
            reading.ToResult(),
            new(new Dictionary<ObservationKey, TradeRow>(), mirror, new HashSet<string>())
        );

        Assert.Equal(findings, Show(compared));
    }

    [Fact]
    public void Compare_SeesASlip_BesideStoredPeriods()
    {
        var stored = Stored(
            """
            Partner | 2018   | 2019   | 2020   | 2021   | 2022
            China   | 1201.5 | 1251.5 | 1231.5 | 1291.5 | 1271.5
            Germany | 501.5  | 511.5  | 521.5  | 491.5  | 501.5
            Brazil  | 300.5  | 340.5  | 310.5  | 350.5  | 320.5
            """
        );

        var compared = Compare("Partner | 2023\nChina | 1281.5\nGermany | 502500\nBrazil | 330.5", stored);

        Assert.Equal("value-scale@B3", Show(compared));
        Assert.Equal(["CHN", "BRA"], compared.Observations.Select(figure => figure.Key.Partner.Code));
        Assert.Equal("DEU", Assert.Single(compared.Contested).Partner.Code);
    }

    [Theory]
    [InlineData("501.5", "", 3)]
    [InlineData("1501.5", "revision-large@B3", 3)]
    [InlineData("5015", "vintage-scale@B3", 2)]
    [InlineData("5.015", "vintage-scale@B3", 2)]
    public void Compare_RefusesAFigure_APowerOfTenAwayFromTheOneStored(string germany, string finding, int kept)
    {
        var stored = Stored("Partner | 2023\nChina | 1201.5\nGermany | 501.5\nBrazil | 300.5");

        var compared = Compare($"Partner | 2023\nChina | 1201.5\nGermany | {germany}\nBrazil | 300.5", stored);

        Assert.Equal(finding, Show(compared).Split(' ')[0]);
        Assert.Equal(kept, compared.Observations.Count);
        Assert.Equal(3 - kept, compared.Contested.Count);
        Assert.Equal(
            finding == "revision-large@B3" ? "revision-large" : null,
            compared.Observations.Select(figure => figure.Doubt).FirstOrDefault(doubt => doubt is not null)
        );
    }

    /// <summary>What stored figures contradict is asked, with what "as printed" would store, and stored once that is answered.</summary>
    [Fact]
    public void Compare_AsksAboutAFigure_AndStoresItAsPrinted()
    {
        var stored = Stored("Partner | 2023\nChina | 1201.5\nGermany | 501.5\nBrazil | 300.5");
        const string Table = "Partner | 2023\nChina | 1201.5\nGermany | 5015\nBrazil | 300.5";

        var question = Assert.Single(Questions.Of(Compare(Table, stored)));

        Assert.Equal(QuestionKind.Figure, question.Kind);
        Assert.Equal([Ask.AsPrinted, Ask.LeaveOut], question.Options.Select(option => option.Is));
        Assert.Equal("B3", $"{Assert.Single(question.Options[0].Preview!).Provenance.Cell}");
        var answered = Checked
            .Read(Table)
            .Answered([new(question.Kind, question.About, Ask.AsPrinted, question.Files)]);
        var compared = StoredChecklist.Compare(answered.ToResult(), new(stored, [], new HashSet<string>()));
        Assert.Empty(Questions.Of(compared));
        Assert.Equal(3, compared.Observations.Count);
        Assert.Empty(compared.Contested);
    }

    private static ReadingResult Compare(string table, Dictionary<ObservationKey, TradeRow> rows) =>
        StoredChecklist.Compare(Checked.Read(table).ToResult(), new(rows, [], new HashSet<string>()));

    private static Dictionary<ObservationKey, TradeRow> Stored(string table) =>
        Checked.Read(table).Observations().Select(Row).ToDictionary(row => row.Key);

    private static TradeRow Row(Observation figure) =>
        new()
        {
            Key = figure.Key,
            Source = "test",
            Value = figure.Value,
            Multiplier = figure.Multiplier,
            Decimals = figure.Decimals,
            Edition = "2023-01-01",
            Upload = "test/before.csv",
            Sheet = figure.Provenance.Sheet,
            Cell = figure.Provenance.Cell.ToString(),
            Raw = figure.Provenance.Raw,
            Seq = 1,
            FirstSeen = default,
            LastChanged = default,
        };

    private static string Show(ReadingResult reading) =>
        string.Join(' ', reading.Findings.Select(finding => $"{finding.Code.Id}@{finding.Place}"));
}
