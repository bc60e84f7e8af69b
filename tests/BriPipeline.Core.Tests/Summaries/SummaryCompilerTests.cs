using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Summaries;

public sealed class SummaryCompilerTests
{
    private static readonly Area Kazakhstan = new("KAZ");
    private static readonly TimePeriod Year = TimePeriod.OfYear(2022);

    [Fact]
    public void Compile_TakesTurnoverAsPublished_WhereThereIsARow()
    {
        var world = Compile(
            """
            001 T 2022 135_000_000
            001 X 2022  84_000_000
            001 M 2022  50_000_000
            """
        ).Headline;

        Assert.Equal(135_000_000, world.Turnover!.Now.Value);
        Assert.Equal(AmountBasis.Published, world.Turnover.Now.Basis);
        Assert.Equal(["KAZ-001|TOTAL|T|USD|kz-bns|A|2022"], world.Turnover.Now.Rows);
    }

    [Fact]
    public void Compile_DerivesTurnoverAndSaysSo_WhereNoneIsPublished()
    {
        var world = Compile(
            """
            001 X 2022 84_000_000
            001 M 2022 50_000_000
            """
        ).Headline;

        Assert.Equal(134_000_000, world.Turnover!.Now.Value);
        Assert.Equal(AmountBasis.Derived, world.Turnover.Now.Basis);
        Assert.Equal(
            ["KAZ-001|TOTAL|X|USD|kz-bns|A|2022", "KAZ-001|TOTAL|M|USD|kz-bns|A|2022"],
            world.Turnover.Now.Rows
        );
        Assert.Equal(34_000_000, world.Balance!.Now.Value);
    }

    [Fact]
    public void Compile_PrefersThePublishedYear_ToTheSumOfItsMonths()
    {
        var world = Compile(
            """
            001 X 2022 84_000_000
            001 M 2022 50_000_000
            """,
            TradeTable.Read(Months("X", 2022, 1_000_000))
        ).Headline;

        Assert.Equal(84_000_000, world.Exports!.Now.Value);
    }

    [Fact]
    public void Compile_SumsTheMonths_WhereNoYearIsPublishedAndAllTwelveAre()
    {
        var world = Compile(Months("X", 2022, 2_000_000) + Months("M", 2022, 1_000_000)).Headline;

        Assert.Equal(24_000_000, world.Exports!.Now.Value);
        Assert.Equal(AmountBasis.SumOfMonths, world.Exports.Now.Basis);
        Assert.Equal(12, world.Exports.Now.Rows.Count);
        Assert.Equal(24, world.Turnover!.Now.Rows.Count);
    }

    [Theory]
    [InlineData("X", "exports")]
    [InlineData("M", "imports")]
    public void Compile_Awaits_WhereTheWorldRowOfAFlowIsMissing(string missing, string name)
    {
        var there = missing == "X" ? "M" : "X";

        var compilation = Compiling.Reporter(
            Kazakhstan,
            Year,
            null,
            TradeTable.Read($"001 {there} 2022 50_000_000\nCHN {missing} 2022 20_000_000")
        );

        Assert.False(compilation.IsCompiled);
        Assert.Equal(
            $"Awaiting 2022: kz-bns in USD has no World {name} of KAZ for the year or for all its months.",
            compilation.Reason
        );
    }

    [Fact]
    public void Compile_Awaits_WhereOneMonthOfTheYearIsMissing()
    {
        var rows = TradeTable.Read(Months("X", 2022, 2_000_000) + Months("M", 2022, 1_000_000));

        var compilation = Compiling.Reporter(Kazakhstan, Year, null, rows[..^1]);

        Assert.Equal(
            "Awaiting 2022: kz-bns in USD has no World imports of KAZ for the year or for all its months.",
            compilation.Reason
        );
    }

    [Fact]
    public void Compile_Awaits_WhereNothingIsPublished() =>
        Assert.Equal(
            "Awaiting 2022: no source has a World row of KAZ for it.",
            Compiling.Reporter(Kazakhstan, Year, null, TradeTable.Read("CHN X 2022 5")).Reason
        );

    [Fact]
    public void Compile_MakesNoEdition_WhereTwoSourcesStandAndNoneIsNamed()
    {
        var compilation = Compiling.Reporter(Kazakhstan, Year, null, TwoSources());

        Assert.Equal(
            "No edition of 2022: KAZ has World rows in 2 series (kz-bns in USD; kz-nb~SA in USD) and nothing says which to use. "
                + "Choose one on the page of the summary, or write it into reference/summaries/KAZ.json, as {\"source\":\"kz-bns\",\"unit\":\"USD\"}.",
            compilation.Reason
        );
    }

    [Fact]
    public void Compile_UsesTheNamedSeriesOnly_WhereTwoSourcesStand()
    {
        var choice = SummaryChoice.Parse("""{ "source": "kz-nb", "variant": "SA", "unit": "USD" }""");

        var summary = Compiling.Reporter(Kazakhstan, Year, choice, TwoSources()).Summary!;

        Assert.Equal(80_000_000, summary.Headline.Exports!.Now.Value);
        Assert.Empty(summary.Countries);
        Assert.All(summary.Rows.Keys, key => Assert.Contains("|kz-nb~SA|", key, StringComparison.Ordinal));
    }

    [Fact]
    public void Compile_TakesImportsByOrigin_WhereBothAreThere()
    {
        var summary = Compile(
            """
            001 X  2022 84_000_000
            001 M  2022 50_000_000
            001 MC 2022 51_000_000
            """
        );

        Assert.Equal(TradeFlow.M, summary.ImportFlow);
        Assert.Equal(50_000_000, summary.Headline.Imports!.Now.Value);
    }

    [Fact]
    public void Compile_NeverMixesImportFlows_WhereAPartnerHasTheOtherOnly()
    {
        var summary = Compile(
            """
            001 X  2022 84_000_000
            001 MC 2022 51_000_000
            CHN X  2022 20_000_000
            CHN M  2022 10_000_000
            """
        );

        Assert.Equal(TradeFlow.MC, summary.ImportFlow);
        Assert.Null(Assert.Single(summary.Countries).Imports);
    }

    [Fact]
    public void Compile_IgnoresCommodityDetail()
    {
        var rows = TradeTable.Read("001 X 2022 84_000_000\n001 M 2022 50_000_000\nCHN X 2022 9");
        rows[2] = rows[2] with { Key = rows[2].Key with { Commodity = new Commodity("HS.27") } };

        Assert.Empty(Compiling.Reporter(Kazakhstan, Year, null, rows).Summary!.Countries);
    }

    [Fact]
    public void Compile_RanksCountriesAndPutsTheRestBelow()
    {
        var summary = Compile(
            """
            001    X 2022 84_000_000
            001    M 2022 50_000_000
            _CIS   X 2022 30_000_000
            _CIS   M 2022 20_000_000
            142    X 2022 40_000_000
            142    M 2022 20_000_000
            _OTHER X 2022  5_000_000
            _OTHER M 2022  5_000_000
            899    X 2022  1_000_000
            899    M 2022  1_000_000
            RUS    X 2022  9_000_000
            RUS    M 2022 17_000_000
            CHN    X 2022 13_000_000
            CHN    M 2022 11_000_000
            ITA    X 2022 13_000_000
            ITA    M 2022  1_000_000
            """
        );

        Assert.Equal("RUS CHN ITA", Codes(summary.Countries));
        Assert.Equal([1, 2, 3], summary.Countries.Select(line => line.Rank!.Value));
        Assert.Equal("899 _OTHER 142 _CIS", Codes(summary.Groups));
        Assert.All(summary.Groups, line => Assert.Null(line.Rank));
    }

    [Fact]
    public void Compile_SharesThePrintedTotal_AndForcesNothingToAddUp()
    {
        var summary = Compile(
            """
            001 T 2022 300_000_000
            001 X 2022 200_000_000
            001 M 2022 100_000_000
            CHN T 2022 100_000_000
            RUS T 2022 100_000_000
            """
        );

        Assert.Equal([33.3m, 33.3m], summary.Countries.Select(line => line.Share));
    }

    [Fact]
    public void Compile_LeavesTurnoverOpen_WhereAPartnerHasOneFlowOnly()
    {
        var line = Assert.Single(
            Compile(
                """
                001 X 2022 84_000_000
                001 M 2022 50_000_000
                AND M 2022     93_142
                """
            ).Countries
        );

        Assert.Null(line.Turnover);
        Assert.Null(line.Balance);
        Assert.Null(line.Share);
        Assert.Equal(93_142, line.Imports!.Now.Value);
    }

    [Fact]
    public void Compile_CarriesTheLeastCertainStatus_IntoADerivedFigure()
    {
        var world = Compile(
            """
            001 X 2022 84_000_000 P
            001 M 2022 50_000_000
            """
        ).Headline;

        Assert.Equal(ObservationStatus.P, world.Turnover!.Now.Status);
        Assert.Equal(ObservationStatus.A, world.Imports!.Now.Status);
    }

    [Fact]
    public void Doubt_GoesIntoDerivedFigures_AndIsToldInTheDocuments()
    {
        var rows = TradeTable.Read("001 X 2022 84_000_000\n001 M 2022 50_000_000");
        rows[0] = rows[0] with { Doubt = "revision-large" };

        var summary = Compiling.Reporter(Kazakhstan, Year, null, rows).Summary!;

        Assert.Equal("revision-large", summary.Headline.Turnover!.Now.Doubt);
        Assert.Null(summary.Headline.Imports!.Now.Doubt);
        var html = System.Text.Encoding.UTF8.GetString(Compiling.Html(summary));
        Assert.Contains("? = open finding.", html, StringComparison.Ordinal);
        Assert.Contains(
            "Open about marked figures: Large revision (rows: 1; KAZ-001|TOTAL|X|USD|kz-bns|A|2022).",
            html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Compile_NamesThePlaceOfEveryRowBehindAFigure()
    {
        var summary = Compile(
            """
            001 X 2022 84_000_000 A 2022!D7
            001 M 2022 50_000_000 A 2022!F7
            001 X 2021 60_000_000 A 2021!D7
            001 M 2021 41_000_000 A 2021!F7
            CHN X 2022 13_060_205 A 2022!D78
            CHN M 2022 11_143_739 A 2022!F78
            """
        );

        Assert.Equal(6, summary.Rows.Count);
        var source = summary.Rows["KAZ-CHN|TOTAL|X|USD|kz-bns|A|2022"];
        Assert.Equal(("kz-bns/trade.xlsx", "2022", "D78"), (source.Workbook, source.Sheet, source.Cell));
    }

    [Fact]
    public void Compile_GivesTheSameFacts_WhateverTheOrderOfTheRows()
    {
        var rows = TradeTable.Read(
            """
            001 X 2022 84_000_000
            001 M 2022 50_000_000
            CHN X 2022 13_000_000
            CHN M 2022 11_000_000
            RUS X 2022 12_000_000
            RUS M 2022 12_000_000
            """
        );

        var facts = SummaryFacts.Write(Compiling.Reporter(Kazakhstan, Year, null, rows).Summary!);
        var reversed = SummaryFacts.Write(Compiling.Reporter(Kazakhstan, Year, null, [.. rows.Reverse()]).Summary!);

        Assert.Equal(facts, reversed);
    }

    private static MonthlySummary Compile(string text, params TradeRow[] more)
    {
        var compilation = Compiling.Reporter(Kazakhstan, Year, null, [.. TradeTable.Read(text), .. more]);
        Assert.Null(compilation.Reason);
        return compilation.Summary!;
    }

    private static string Codes(IEnumerable<SummaryLine> lines) =>
        string.Join(' ', lines.Select(line => line.Area.Code));

    private static string Months(string flow, int year, int value) =>
        string.Concat(Enumerable.Range(1, 12).Select(month => $"001 {flow} {year}-{month:00} {value}\n"));

    private static TradeRow[] TwoSources() =>
        [
            .. TradeTable.Read("001 X 2022 84_000_000\n001 M 2022 50_000_000\nCHN X 2022 13_000_000"),
            .. TradeTable.Read("001 X 2022 80_000_000\n001 M 2022 49_000_000", source: "kz-nb", variant: "SA"),
        ];
}
