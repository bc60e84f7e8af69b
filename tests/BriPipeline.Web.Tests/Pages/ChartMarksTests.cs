using BriPipeline.Core.Summaries.Documents;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Handlers;
using BriPipeline.Web.Pages;
using BriPipeline.Web.Tests.Handlers;

namespace BriPipeline.Web.Tests.Pages;

/// <summary>Figures that are not final, or about which a finding is open, are told apart in every chart.</summary>
public sealed class ChartMarksTests
{
    private static readonly TradeQuery Pair = new() { Reporter = new("KAZ"), Partner = new("CHN") };

    private static readonly TradeRow[] Rows =
    [
        Row("2022-01") with
        {
            Doubt = "large-revision",
        },
        Row("2022-02"),
        Row("2022-03") with
        {
            Status = ObservationStatus.P,
        },
        Row("2022-04") with
        {
            Status = ObservationStatus.P,
        },
    ];

    [Fact]
    public void PairChart_MarksPeriods_AndSaysWhatTheMarksMean()
    {
        var chart = ChartOf(Rows);

        Assert.Equal(
            [Uncertainty.Doubted, Uncertainty.None, Uncertainty.Provisional, Uncertainty.Provisional],
            chart.Uncertainties
        );
        Assert.Equal(
            "Shaded: provisional, estimated or of low reliability. ?: a finding is open about a figure.",
            chart.Note
        );
        Assert.EndsWith("exports: 5 USD (in doubt)", chart.Tips[0], StringComparison.Ordinal);
        Assert.EndsWith("exports: 5 USD", chart.Tips[1], StringComparison.Ordinal);
        Assert.EndsWith("exports: 5 USD (provisional)", chart.Tips[2], StringComparison.Ordinal);
    }

    [Fact]
    public void TimeChart_ShadesARunOnce_AndPutsAQuestionMarkOverDoubt()
    {
        var svg = TimeChartSvg.Write(ChartOf(Rows), PageTexts.English.Summaries, ChartFrame.Wide);
        var plain = TimeChartSvg.Write(
            ChartOf([.. Rows.Select(row => row with { Doubt = null, Status = ObservationStatus.A })]),
            PageTexts.English.Summaries,
            ChartFrame.Wide
        );

        Assert.Equal(2, svg.Split("fill-opacity=\"0.08\"").Length);
        Assert.Equal(2, svg.Split(">?</text>").Length);
        Assert.Contains("Shaded: provisional", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("fill-opacity=\"0.08\"", plain, StringComparison.Ordinal);
        Assert.DoesNotContain(">?</text>", plain, StringComparison.Ordinal);
    }

    [Fact]
    public void RankingChart_MarksPartners()
    {
        var choice = new RankingChoice(ChoiceOf(), TimePeriod.Parse("2022"), 3);
        TradeRow[] rows =
        [
            TradeRows.Of("KAZ", "CHN", TradeFlow.X, "2022", 9) with
            {
                Doubt = "large-revision",
                Status = ObservationStatus.E,
            },
            TradeRows.Of("KAZ", "RUS", TradeFlow.M, "2022", 5) with
            {
                Status = ObservationStatus.P,
            },
            TradeRows.Of("KAZ", "DEU", TradeFlow.M, "2022", 3),
        ];

        var svg = RankChartSvg.Write(
            RankingChart.BarsOf(PageTexts.English, new("KAZ"), RankingView.Of(choice, [choice], rows, null)),
            PageTexts.English.Summaries,
            ChartFrame.Wide
        );

        Assert.Contains(">China * ?</text>", svg, StringComparison.Ordinal);
        Assert.Contains(">Russia *</text>", svg, StringComparison.Ordinal);
        Assert.Contains(">Germany</text>", svg, StringComparison.Ordinal);
        Assert.Contains(
            ">*: provisional, estimated or of low reliability. ?: a finding is open about a figure.</text>",
            svg,
            StringComparison.Ordinal
        );
    }

    private static TitledChart ChartOf(TradeRow[] rows) =>
        PairChart.Of(PageTexts.English, Pair, PairView.Of(ChoiceOf(Frequency.M), [ChoiceOf(Frequency.M)], rows))!;

    private static TradeRow Row(string period) => TradeRows.Of("KAZ", "CHN", TradeFlow.X, period, 5);

    private static PairChoice ChoiceOf(Frequency frequency = Frequency.A) =>
        new(Commodity.Total, new("USD"), frequency, "own", null);
}
