using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Summaries;

/// <summary>The rules of summaries, one by one: what may be said, of whom, and what is withheld.</summary>
public sealed class SummaryRulesTests
{
    private static readonly RegisterRow Target = new()
    {
        Kind = RegisterKind.Target,
        Id = "target",
        Subjects = ["KAZ-CHN", "143-CHN"],
        Names = new Dictionary<string, string> { ["en"] = "Trade" },
        Amount = 40_000_000_000,
        Unit = "USD",
        Year = 2023,
        Date = PartialDate.Of(new(2023, 5, 18)),
        Source = "A newspaper",
        SourceDate = new(2023, 9, 7),
        Upload = "registers/a.xlsx",
        Sheet = "targets",
        Cell = "A2",
    };

    // Sums of months.

    [Fact]
    public void Month_GivesTheYearToDateAndTheLastTwelveMonths()
    {
        var summary = Compile("KAZ", "2023-03", Months("001", 2021, 1, 27, month => 100 + month));

        Assert.Equal(
            [
                (SpanKind.Period, "2023-03"),
                (SpanKind.YearToDate, "2023-01--2023-03"),
                (SpanKind.LastTwelveMonths, "2022-04--2023-03"),
            ],
            summary.Spans.Select(span => (span.Kind, span.Period.ToString()))
        );
        Assert.Equal((125 + 126 + 127) * 1_000_000m, summary.Spans[1].Exports!.Now.Value);
        Assert.Equal(AmountBasis.SumOfMonths, summary.Spans[1].Exports!.Now.Basis);
        Assert.Equal(12, summary.Spans[2].Exports!.Now.Rows.Count);
        Assert.Equal("2022-04 2023-03", $"{summary.Months[0].Period} {summary.Months[^1].Period}");
    }

    [Fact]
    public void Sum_IsWithheld_AndNamesTheMonthsThatAreMissing()
    {
        var rows = Months("001", 2022, 1, 15, _ => 100)
            .Where(row => row.Key.Period.ToString() != "2023-02" || row.Key.Flow != TradeFlow.M);

        var summary = Compile("KAZ", "2023-03", [.. rows]);

        Assert.NotNull(summary.Spans[1].Exports);
        Assert.Null(summary.Spans[1].Imports);
        Assert.Null(summary.Spans[1].Turnover);
        Assert.Equal("2023-02", Assert.Single(summary.Spans[1].MissingMonths).ToString());
    }

    [Fact]
    public void CumulativeFigure_GoesBeforeTheSumOfMonths_AndThatBeforeComputedMonths()
    {
        TradeRow[] published = [.. Months("001", 2023, 1, 2, _ => 100), .. Flows("001", "2023-01--2023-03", 333)];
        TradeRow[] computed =
        [
            .. Flows("001", "2023-03", 133).Select(row => row with { Key = row.Key with { Variant = "DERIVED" } }),
        ];

        var summary = Compile("KAZ", "2023-03", [.. published, .. computed]);

        Assert.Equal(AmountBasis.FromCumulative, summary.Headline.Exports!.Now.Basis);
        Assert.Contains(SummaryCaution.Computed, summary.Cautions);
        Assert.Equal(
            (333_000_000m, AmountBasis.Published),
            (summary.Spans[1].Exports!.Now.Value, summary.Spans[1].Exports!.Now.Basis)
        );
    }

    // Growth.

    [Fact]
    public void Headline_ComparesTheWorldRows_AndLikeForLikeIsAnExtraWithItsCoverage()
    {
        var summary = Compile(
            "KAZ",
            "2022",
            [
                .. Flows("001", "2022", 100),
                .. Flows("001", "2021", 50),
                .. Flows("CHN", "2022", 30),
                .. Flows("CHN", "2021", 20),
                .. Flows("RUS", "2022", 40),
            ]
        );

        Assert.Equal(2.0m, summary.Headline.Turnover!.Change.Multiple);
        Assert.Equal(
            (1, 50.0m, 30.0m),
            (summary.LikeForLike!.Partners, summary.LikeForLike.Turnover.Change.Percent, summary.LikeForLike.Share)
        );
    }

    [Fact]
    public void PartnerList_ThatCoversTooLittle_CarriesAWatermark()
    {
        TradeRow[] world = [.. Flows("001", "2022", 100)];

        Assert.Contains(
            SummaryCaution.PartialPartners,
            Compile("KAZ", "2022", [.. world, .. Flows("CHN", "2022", 89)]).Cautions
        );
        Assert.DoesNotContain(
            SummaryCaution.PartialPartners,
            Compile(
                "KAZ",
                "2022",
                [.. world, .. Flows("CHN", "2022", 50), .. Flows("_OTHER", "2022", 45), .. Flows("_CIS", "2022", 50)]
            ).Cautions
        );
    }

    [Fact]
    public void OtherCurrencies_OfTheSourceStandBeside()
    {
        TradeRow[] tenge = [.. Flows("001", "2022", 46_000, unit: "KZT"), .. Flows("001", "2021", 44_000, unit: "KZT")];

        var summary = Compile(
            "KAZ",
            "2022",
            [.. Flows("001", "2022", 100), .. tenge],
            named: new("kz-bns", null, "USD")
        );

        var beside = Assert.Single(summary.Beside);
        Assert.Equal(("KZT", 46_000_000_000m), (beside.Unit, beside.Spans[0].Exports!.Now.Value));
        Assert.Contains(summary.Rows.Keys, key => key.Contains("|KZT|", StringComparison.Ordinal));
    }

    // Both sides.

    [Fact]
    public void Pair_ShowsBothSides_AndTheGapOfImporterLessExporter()
    {
        var summary = Compile(
            "KAZ-CHN",
            "2022",
            [
                .. Flows("CHN", "2022", 13_060),
                .. Flows("CHN", "2021", 9_772),
                .. Flows("KAZ", "2022", 14_000, reporter: "CHN", source: "cn-gacc"),
                .. Flows("KAZ", "2021", 10_000, reporter: "CHN", source: "cn-gacc"),
                .. Flows("KAZ", "2022", 90_000, reporter: "CHN", source: "cn-gacc", unit: "CNY"),
            ]
        );

        var mirror = summary.Mirror!;
        var exports = mirror.Lines.Single(line => line.From.Code == "KAZ");
        Assert.Equal((940_000_000m, 7.2m), (exports.Gap, exports.Percent));
        Assert.Equal(("FOB", "CIF"), (exports.Exporter.Valuation, exports.Importer.Valuation));
        Assert.Equal((TradeFlow.X, TradeFlow.M), (exports.Exporter.Flow, exports.Importer.Flow));
        Assert.Equal(["2021", "2021"], mirror.History.Select(line => line.Period.ToString()));
        Assert.Equal(["CNY"], mirror.OtherUnits);
        Assert.Equal(13_060_000_000m, summary.Headline.Exports!.Now.Value);
    }

    [Fact]
    public void Pair_PrefersNoneOfThePartnersSources()
    {
        var summary = Compile(
            "KAZ-CHN",
            "2022",
            [
                .. Flows("CHN", "2022", 100),
                .. Flows("KAZ", "2022", 110, reporter: "CHN", source: "cn-a"),
                .. Flows("KAZ", "2022", 120, reporter: "CHN", source: "cn-b"),
            ]
        );

        Assert.Equal(
            ["cn-a", "cn-b"],
            summary.Mirror!.Lines.Where(line => line.From.Code == "KAZ").Select(line => line.Importer.Source)
        );
    }

    // Targets.

    [Theory]
    [InlineData(41_000, 41_000, null, TargetState.Reached)]
    [InlineData(41_000, 39_000, null, TargetState.SidesDisagree)]
    [InlineData(41_000, 39_000, "KAZ", TargetState.Reached)]
    [InlineData(41_000, 39_000, "CHN", TargetState.NotReached)]
    [InlineData(39_000, 39_000, null, TargetState.NotReached)]
    public void Target_IsReached_OnlyIfAllSidesAgreeOrItsBasisIsStated(
        int own,
        int other,
        string? basis,
        TargetState expected
    )
    {
        var summary = Compile(
            "KAZ-CHN",
            "2023",
            [
                .. Flows("CHN", "2023", own / 2m),
                .. Flows("KAZ", "2023", other / 2m, reporter: "CHN", source: "cn-gacc"),
            ],
            registers: [Target with { Basis = basis }]
        );

        Assert.Equal(expected, Assert.Single(summary.Targets).State);
    }

    [Fact]
    public void Target_SaysWhatEachMonthLeftMustBring()
    {
        var summary = Compile("KAZ-CHN", "2023-07", Months("CHN", 2023, 1, 7, _ => 2_000), registers: [Target]);

        var side = Assert.Single(Assert.Single(summary.Targets).Sides);
        Assert.Equal(
            (70.0m, 12_000_000_000m, 5, 2_400_000_000m),
            (side.Share, side.Remaining, side.MonthsLeft, side.MonthlyNeeded)
        );
        Assert.Null(side.Projection);
    }

    [Fact]
    public void Target_CannotBeMeasured_InAnotherUnit() =>
        Assert.Equal(
            TargetState.NoFigures,
            Assert
                .Single(
                    Compile(
                        "KAZ-CHN",
                        "2023-07",
                        Months("CHN", 2023, 1, 7, _ => 2_000),
                        registers: [Target with { Unit = "EUR" }]
                    ).Targets
                )
                .State
        );

    [Theory]
    [InlineData("2023-06", 5, true)]
    [InlineData("2023-05", 5, false)]
    [InlineData("2023-06", 4, false)]
    public void Projection_NeedsSixMonthsAndFiveCompleteYears(string period, int years, bool isGiven)
    {
        var rows = Months("CHN", 2023 - years, 1, (12 * years) + 6, month => 1_000 + (month % 7));

        var summary = Compile(
            "KAZ-CHN",
            period,
            rows,
            registers: [Target],
            named: new("kz-bns", null, "USD") { Projection = true }
        );

        var projection = Assert.Single(Assert.Single(summary.Targets).Sides).Projection;
        Assert.Equal(isGiven, projection is not null);
        Assert.True(projection is null || (projection.Low <= projection.High && projection.Years == years));
    }

    [Fact]
    public void Projection_IsWithheld_WhereTheSharesOfTheFirstMonthsVaryWidely()
    {
        // In one of the years nearly all trade fell into the second half.
        var rows = Months("CHN", 2018, 1, 66, month => month is > 6 and <= 12 ? 9_000 : 1_000);

        var summary = Compile(
            "KAZ-CHN",
            "2023-06",
            rows,
            registers: [Target],
            named: new("kz-bns", null, "USD") { Projection = true }
        );

        Assert.Null(Assert.Single(Assert.Single(summary.Targets).Sides).Projection);
    }

    // Regions.

    [Fact]
    public void Region_SumsTheMembersThatAreThere_AndComparesOnlyCompleteSums()
    {
        string[] members = ["KAZ", "KGZ", "TJK", "TKM", "UZB"];
        TradeRow[] all =
        [
            .. members.SelectMany(member => Flows(member, "2022", 10, reporter: "CHN", source: "cn-gacc")),
            .. members.Take(4).SelectMany(member => Flows(member, "2021", 5, reporter: "CHN", source: "cn-gacc")),
        ];

        var complete = Compile("143-CHN", "2022", all, members: members);
        var partial = Compile("143-CHN", "2021", all, members: members);

        Assert.True(complete.IsPartnersSide);
        Assert.Equal(50_000_000m, complete.Headline.Exports!.Now.Value);
        Assert.Equal("CIF", complete.ExportValuation);
        Assert.Equal(ChangeKind.Incomplete, complete.Headline.Turnover!.Change.Kind);
        Assert.Empty(complete.Absent);
        Assert.Equal(100.0m, complete.Countries.Single(line => line.Area.Code == "KAZ").Turnover!.Change.Percent ?? 0);
        Assert.Equal("UZB", Assert.Single(partial.Absent).Code);
        Assert.Contains(SummaryCaution.MembersMissing, partial.Cautions);
        Assert.Equal(4, partial.Headline.Turnover!.Now.Members!.Count);
    }

    [Fact]
    public void Region_MakesNoEdition_WhereBothSidesStandAndNoneIsNamed()
    {
        TradeRow[] rows = [.. Flows("KAZ", "2022", 10, reporter: "CHN", source: "cn-gacc"), .. Flows("CHN", "2022", 9)];

        var unnamed = Compiling.Subject(Input("143-CHN", "2022", rows, members: ["KAZ", "KGZ"]));
        var named = Compile(
            "143-CHN",
            "2022",
            rows,
            members: ["KAZ", "KGZ"],
            named: new("", null, "USD") { Members = new Dictionary<string, string> { ["KAZ"] = "kz-bns" } }
        );

        Assert.Contains("2 series", unnamed.Reason, StringComparison.Ordinal);
        Assert.Equal(9_000_000m, named.Headline.Exports!.Now.Value);
        Assert.False(named.IsPartnersSide);
    }

    [Fact]
    public void LongRun_IsAMultipleFromTheFirstCompleteYear()
    {
        TradeRow[] rows =
        [
            .. new[] { "KAZ", "KGZ" }.SelectMany(member =>
                Enumerable
                    .Range(1993, 30)
                    .SelectMany(year =>
                        Flows(member, $"{year}", (year - 1992) * 10, reporter: "CHN", source: "cn-gacc")
                    )
            ),
            .. Flows("KAZ", "1992", 1, reporter: "CHN", source: "cn-gacc"),
        ];

        var longRun = Compile("143-CHN", "2022", rows, members: ["KAZ", "KGZ"]).LongRun!;

        Assert.Equal(("1993", "2022", 30.0m), ($"{longRun.Base}", $"{longRun.Last}", longRun.Turnover.Change.Multiple));
    }

    // Registers.

    [Fact]
    public void Registers_AppearInTheSummariesThatTheyName_FromTheirYearOn()
    {
        var statement = Target with { Kind = RegisterKind.Statement, Id = "said", Year = null };
        TradeRow[] rows = [.. Flows("CHN", "2022", 100), .. Flows("CHN", "2023", 100), .. Flows("RUS", "2023", 100)];

        Assert.Empty(Compile("KAZ-CHN", "2022", rows, registers: [statement, Target]).Registers);
        var summary = Compile("KAZ-CHN", "2023", rows, registers: [statement, Target]);
        Assert.Equal("said", Assert.Single(summary.Registers).Id);
        Assert.Single(summary.Targets);
        Assert.Empty(Compile("KAZ-RUS", "2023", rows, registers: [statement, Target]).Registers);
    }

    // Revisions.

    [Fact]
    public void Revisions_NameEachRowThatChanged_AndTheUploadThatBroughtIt()
    {
        TradeRow[] before = [.. Flows("001", "2022", 100), .. Flows("CHN", "2022", 10)];
        TradeRow[] now = [before[0] with { Value = 101_000_000, Upload = "kz-bns/later.xlsx" }, .. before[1..3]];
        var first = Compile("KAZ", "2022", before);

        var input = Input("KAZ", "2022", now) with { Before = (1, first) };
        var revisions = Compiling.Subject(input).Summary!.Revisions!;

        Assert.Equal(1, revisions.Since);
        Assert.Equal(
            "KAZ-001|TOTAL|X|USD|kz-bns|A|2022 Revised 100000000 101000000 kz-bns/later.xlsx; "
                + "KAZ-CHN|TOTAL|M|USD|kz-bns|A|2022 Removed 10000000  kz-bns/trade.xlsx",
            string.Join(
                "; ",
                revisions.Changes.Select(change =>
                    $"{change.Key} {change.Kind} {change.Old} {change.New} {change.Workbook}"
                )
            )
        );
        Assert.Null(first.Revisions);
    }

    [Fact]
    public void RevisionSize_IsTheMeanOfMonthsThatHadAnEdition()
    {
        var rows = Months("001", 2022, 1, 15, _ => 100);
        var input = Input("KAZ", "2023-03", rows) with
        {
            Before = (1, Compile("KAZ", "2023-03", rows)),
            FirstPrinted = new Dictionary<TimePeriod, decimal>
            {
                [TimePeriod.OfMonth(2023, 1)] = 160_000_000,
                [TimePeriod.OfMonth(2023, 2)] = 250_000_000,
            },
        };

        Assert.Equal(new RevisionSize(2, 2.5m, 22.5m), Compiling.Subject(input).Summary!.Revisions!.Size);
    }

    private static MonthlySummary Compile(
        string subject,
        string period,
        IReadOnlyList<TradeRow> rows,
        SummaryChoice? named = null,
        IReadOnlyList<RegisterRow>? registers = null,
        string[]? members = null
    )
    {
        var compilation = Compiling.Subject(Input(subject, period, rows, named, registers, members));
        Assert.Null(compilation.Reason);
        return compilation.Summary!;
    }

    private static SummaryInput Input(
        string subject,
        string period,
        IReadOnlyList<TradeRow> rows,
        SummaryChoice? named = null,
        IReadOnlyList<RegisterRow>? registers = null,
        string[]? members = null
    )
    {
        Assert.True(SummarySubject.TryParse(subject, out var known));
        return new(known, TimePeriod.Parse(period), named, rows)
        {
            Registers = registers ?? [],
            Members = [.. (members ?? []).Select(code => new Area(code))],
        };
    }

    /// <summary>Exports and imports of as many millions each.</summary>
    private static TradeRow[] Flows(
        string partner,
        string period,
        decimal millions,
        string reporter = "KAZ",
        string source = "kz-bns",
        string unit = "USD"
    ) =>
        TradeTable.Read(
            string.Join(
                '\n',
                new[] { "X", "M" }.Select(flow =>
                    FormattableString.Invariant($"{partner} {flow} {period} {millions * 1_000_000m:0}")
                )
            ),
            source,
            unit,
            reporter: reporter
        );

    /// <param name="millionsOf">By the number of the month, from 1.</param>
    private static TradeRow[] Months(string partner, int year, int month, int count, Func<int, int> millionsOf) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(index => (index, first: new DateOnly(year, month, 1).AddMonths(index)))
                .SelectMany(one =>
                    Flows(
                        partner,
                        TimePeriod.OfMonth(one.first.Year, one.first.Month).ToString(),
                        millionsOf(one.index + 1)
                    )
                ),
        ];
}
