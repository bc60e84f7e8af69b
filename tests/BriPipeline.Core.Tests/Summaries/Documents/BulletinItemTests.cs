using System.Text.RegularExpressions;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Summaries.Documents;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Summaries.Documents;

/// <summary>What monthly bulletins of statistical offices contain: every edition has it, or a sentence why not.</summary>
public sealed partial class BulletinItemTests
{
    /// <summary>The item, then the texts that stand for it: any of them is enough.</summary>
    private static readonly (string Item, string[] Keys)[] Items =
    [
        ("main points", ["mainPoints"]),
        ("exports, imports, balance with change on year", ["keyFiguresCaption"]),
        ("change on the month before", ["monthBeforeCaption", "note.monthBefore"]),
        ("three months on three months", ["threeMonthsCaption", "note.threeMonthsMissing", "note.threeMonthsOfYear"]),
        ("year to date", ["note.spans", "note.threeMonthsOfYear"]),
        ("coverage of imports by exports", ["cover", "note.cover"]),
        ("turnover", ["turnover"]),
        ("main partners", ["countriesCaption", "membersCaption", "note.ofReporter"]),
        ("groups of partners", ["groupsCaption", "note.groupsMissing", "note.ofReporter"]),
        ("commodities", ["commoditiesCaption", "note.commoditiesMissing", "note.ofReporter"]),
        ("contributions to the change", ["point.contributions", "contributionsCaption", "note.contributionsMissing"]),
        ("without volatile goods", ["note.volatile"]),
        ("volume, price, terms of trade", ["note.volume"]),
        ("revisions", ["revisionsCaption", "revisionsSince", "note.firstEdition"]),
        ("usual size of revisions", ["revisionSize", "note.revisionSizeMissing", "note.firstEdition"]),
        ("provisional until when", ["release.provisional", "release.provisionalUnsaid"]),
        ("valuation", ["note.valuation", "note.valuationUnsaid"]),
        ("trade system and territory", ["note.system", "note.system.ST", "note.system.GT", "note.systems"]),
        ("partner rule", ["note.partnerRule", "note.consignment"]),
        ("currency and rate", ["note.prices"]),
        ("release date", ["release.date", "release.dateUnsaid"]),
        ("next release", ["release.next", "release.nextExpected", "release.nextUnsaid"]),
        ("contact", ["release.contact", "release.contactUnsaid"]),
        ("asymmetry with the partner", ["mirrorCaption", "mirrorNone", "note.mirrorOfPairs", "note.mirrorMissing"]),
        ("from figure to cell", ["sourcesCaption"]),
    ];

    [Theory]
    [InlineData("invented-kz-china-monthly", "KAZ", "2023-07")]
    [InlineData("invented-kz-china-monthly", "KAZ-CHN", "2023-07")]
    [InlineData("invented-cn-central-asia", "143-CHN", "2023-07")]
    [InlineData("sample-kz-yearly", "KAZ", "2022")]
    public void EachEdition_HasEachItem_OrSaysWhyNot(string source, string subject, string period)
    {
        var summary = SampleTrade.Compile(subject, period, SampleTrade.Sample(source), "Sample");
        foreach (var texts in SummaryTexts.All)
        {
            var printed = TextOf(SummaryDocuments.Compose(summary, Compiling.Draft, SummaryOffice.None, texts));
            Assert.Equal(
                [],
                Items
                    .Where(item => !item.Keys.Any(key => IsIn(printed, texts[key])))
                    .Select(item => $"{texts.Language}: {item.Item}")
            );
        }
    }

    [Fact]
    public void Office_GivesReleaseContactAndHowLongFiguresAreProvisional()
    {
        var office = SummaryOffice.Parse(
            """
            {
              "releases": { "2023-07": "2023-08-30", "2023-08": "2023-09-29" },
              "provisional": { "en": "The annual figures of June." },
              "contact": { "en": "trade@office.example." }
            }
            """,
            default
        );
        var summary = SampleTrade.Compile(
            "KAZ-CHN",
            "2023-07",
            SampleTrade.Sample("invented-kz-china-monthly"),
            "Sample"
        );

        var printed = TextOf(SummaryDocuments.Compose(summary, Compiling.Draft, office, SummaryTexts.English));

        Assert.Contains(
            "Release: 30 August 2023, 30 days after the end of the period.",
            printed,
            StringComparison.Ordinal
        );
        Assert.Contains("Next release: August 2023, on 29 September 2023.", printed, StringComparison.Ordinal);
        Assert.Contains("Provisional until: The annual figures of June.", printed, StringComparison.Ordinal);
        Assert.Contains("Contact: trade@office.example.", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void NextRelease_IsExpectedAsTheSourceUsuallyCame_WhereTheOfficeSaysNothing()
    {
        var rows = SampleTrade.Sample("invented-kz-china-monthly");
        // The months of 2023 came one by one, on the tenth of the second month after each.
        IReadOnlyList<TradeRow> staged =
        [
            .. rows.Where(row => row.Key.Period.Last <= new DateOnly(2023, 7, 31))
                .Select(row =>
                    row.Key.Period.First.Year < 2023
                        ? row with
                        {
                            FirstSeen = new(2023, 1, 15, 0, 0, 0, TimeSpan.Zero),
                        }
                        : row with
                        {
                            FirstSeen = new(
                                row.Key.Period.Last.AddDays(1).AddMonths(1).AddDays(9).ToDateTime(TimeOnly.MinValue),
                                TimeSpan.Zero
                            ),
                        }
                ),
        ];

        var known = SampleTrade.Compile("KAZ-CHN", "2023-07", staged, "Sample");
        var unknown = SampleTrade.Compile("KAZ-CHN", "2023-07", rows, "Sample");

        Assert.Null(unknown.Expected);
        Assert.Equal("2023-08", known.Expected!.Period.ToString());
        Assert.Equal(41, known.Expected.Days);
        Assert.Equal(new(2023, 10, 11), known.Expected.By);
        foreach (var texts in SummaryTexts.All)
        {
            Assert.True(
                IsIn(
                    TextOf(SummaryDocuments.Compose(known, Compiling.Draft, SummaryOffice.None, texts)),
                    texts["release.nextExpected"]
                ),
                texts.Language
            );
        }
    }

    [Theory]
    [InlineData(null, null, "Neither general nor special trade is named in the figures as read")]
    [InlineData("GT", "GT", "The figures are of general trade, as the source says")]
    [InlineData("ST", "ST", "The figures are of special trade, as the source says")]
    [InlineData("ST", "GT", "Exports: special trade; Imports: general trade.")]
    [InlineData("ST", null, "Exports: special trade; Imports: not named.")]
    public void TradeSystem_IsWhatTheRowsOfThisSideSay(string? exports, string? imports, string said)
    {
        var rows = SampleTrade.Sample("invented-kz-china-monthly").Where(row => row.Key.Flow != TradeFlow.T);
        var own = rows.Select(row => row with { TradeSystem = row.Key.Flow == TradeFlow.X ? exports : imports });
        // What the partner says of its own figures is not said of these.
        var partner = SampleTrade.Sample("invented-cn-central-asia").Select(row => row with { TradeSystem = "GT" });
        var summary = SampleTrade.Compile("KAZ-CHN", "2023-07", [.. own, .. partner], "Sample");

        var printed = TextOf(
            SummaryDocuments.Compose(summary, Compiling.Draft, SummaryOffice.None, SummaryTexts.English)
        );

        Assert.NotNull(summary.Mirror);
        Assert.Contains(said, printed, StringComparison.Ordinal);
    }

    private static string TextOf(SummaryDocument document) =>
        string.Join(
            '\n',
            document.Blocks.Select(block =>
                block switch
                {
                    HeadingBlock heading => heading.Text,
                    TextBlock text => TextRuns.TextOf(text.Runs),
                    ListBlock list => string.Join('\n', list.Items.Select(TextRuns.TextOf)),
                    TableBlock table => string.Join(
                        '\n',
                        table.Lines.SelectMany(line => line).Select(cell => cell.Text).Prepend(table.Caption)
                    ),
                    _ => "",
                }
            )
        );

    private static bool IsIn(string printed, string template) =>
        Regex.IsMatch(printed, Filled().Replace(Regex.Escape(template), ".*?"), RegexOptions.Singleline);

    [GeneratedRegex(@"\\\{\d\}")]
    private static partial Regex Filled();
}
