using System.Globalization;
using System.Text;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Summaries;

public sealed class SummaryCommoditiesTests
{
    private static readonly TimePeriod Year = TimePeriod.OfYear(2022);

    private static readonly TradeRow[] Totals = TradeTable.Read(
        """
        001 X 2022 84_000_000
        001 M 2022 50_000_000
        001 X 2021 60_000_000
        001 M 2021 41_000_000
        """
    );

    [Fact]
    public void Compile_RanksTheCommoditiesOfEachFlow()
    {
        var summary = Compile([
            .. Rows("HS.27", "Mineral fuels", "001 X 2022 42_000_000\n001 X 2021 30_000_000"),
            .. Rows("HS.72", null, "001 X 2022 5_000_000\n001 M 2022 2_500_000"),
            .. Rows("HS.10", "Cereals", "001 X 2022 7_000_000"),
        ]);

        var (exports, imports) = (summary.Commodities![0], summary.Commodities[1]);
        Assert.Equal(
            (TradeFlow.X, 3, TradeFlow.M, 1),
            (exports.Flow, exports.Published, imports.Flow, imports.Published)
        );
        Assert.Equal(["HS.27", "HS.10", "HS.72"], exports.Largest.Select(one => one.Code));
        var fuels = exports.Largest[0];
        Assert.Equal(("Mineral fuels", 50.0m, 40.0m), (fuels.Name, fuels.Share, fuels.Value.Change.Percent));
        Assert.Equal("B1", summary.Rows["KAZ-001|HS.27|X|USD|kz-bns|A|2022"].Cell);
        // Totals are rows of their own.
        Assert.Equal(84_000_000, summary.Headline.Exports!.Now.Value);
    }

    [Fact]
    public void Compile_LeavesOutOtherSourcesVariantsUnitsAndPartners()
    {
        var summary = Compile([
            .. TradeTable.Read("001 X 2022 1", source: "other", commodity: "HS.27"),
            .. TradeTable.Read("001 X 2022 1", variant: "SA", commodity: "HS.27"),
            .. TradeTable.Read("001 X 2022 1", unit: "KZT", commodity: "HS.27"),
            .. TradeTable.Read("CHN X 2022 1", commodity: "HS.27"),
        ]);

        Assert.Null(summary.Commodities);
    }

    [Theory]
    [InlineData("TOTAL HS.27 HS.72 HS.270900", "HS.27 HS.72")]
    [InlineData("TOTAL HS.2709 HS.7201", "HS.2709 HS.7201")]
    [InlineData("SITC.3 SITC.0 SITC.333 N.oil", "SITC.0 SITC.3")]
    [InlineData("N.oil N.wheat-and-flour", "N.oil N.wheat-and-flour")]
    [InlineData("TOTAL", "")]
    [InlineData("TOTAL HS.27", "")]
    public void CoarsestLevel_NeverMixesLevelsOrNomenclatures(string published, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', SummaryCommodities.CoarsestLevel(published.Split(' ').Select(code => new Commodity(code))))
        );

    [Fact]
    public void CoarsestLevel_IsNone_WhereItIsDetail() =>
        Assert.Empty(
            SummaryCommodities.CoarsestLevel(
                Enumerable
                    .Range(0, SummaryCommodities.MaxShown + 1)
                    .Select(i => new Commodity($"HS.{(270000 + i).ToString(CultureInfo.InvariantCulture)}"))
            )
        );

    [Fact]
    public void Page_PrintsThem_WithTheirRows()
    {
        var summary = Compile(Rows("HS.27", "Mineral <fuels>", "001 X 2022 42_000_000"));

        var page = Encoding.UTF8.GetString(Compiling.Html(summary));

        Assert.Contains("HS 27: Mineral &lt;fuels&gt;", page, StringComparison.Ordinal);
        Assert.Contains("Exports by commodity, 2022, million USD", page, StringComparison.Ordinal);
        Assert.Contains("HS.27", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_ReadWhatTheyWrite()
    {
        var facts = SummaryFacts.Write(Compile(Rows("HS.27", "Mineral fuels", "001 X 2022 42_000_000")));

        Assert.Equal(facts, SummaryFacts.Write(SummaryFacts.Read(facts)));
    }

    private static TradeRow[] Rows(string commodity, string? label, string text) =>
        TradeTable.Read(text, commodity: commodity, commodityLabel: label);

    private static MonthlySummary Compile(IEnumerable<TradeRow> commodities) =>
        Compiling.Reporter(new("KAZ"), Year, null, [.. Totals, .. commodities]).Summary!;
}
