using BriPipeline.Core.Summaries;
using BriPipeline.Core.Tests.Summaries.Documents;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Summaries;

public sealed class SummaryRecentTests
{
    private static readonly IReadOnlyList<TradeRow> Sample = SampleTrade.Sample("invented-kz-china-monthly");

    [Fact]
    public void ThreeMonths_StandAgainstTheThreeBeforeAndAYearEarlier()
    {
        var recent = SampleTrade.Compile("KAZ-CHN", "2023-07", Sample, "Sample").ThreeMonths!;

        Assert.Equal(("2023-05--2023-07", "2023-02--2023-04"), (recent.Latest.ToString(), recent.Before.ToString()));
        var exports = recent.Lines.Single(line => line.Measure == SummaryMeasure.Exports);
        Assert.Equal(1_242_000_000m + 1_217_300_000m + 1_292_900_000m, exports.Latest.Now.Value);
        Assert.Equal(1_153_900_000m + 1_192_800_000m + 1_218_400_000m, exports.Before.Value);
        Assert.Equal(1_075_500_000m + 1_176_600_000m + 1_118_200_000m, exports.Latest.YearEarlier!.Value);
        Assert.Equal(5.2m, exports.OnBefore.Percent);
    }

    [Fact]
    public void ThreeMonths_AreNotGiven_WhereAMonthIsMissing()
    {
        var rows = Sample.Where(row => row.Key.Period != TimePeriod.OfMonth(2023, 3)).ToList();

        Assert.Null(SampleTrade.Compile("KAZ-CHN", "2023-07", rows, "Sample").ThreeMonths);
    }

    [Fact]
    public void MonthBefore_IsGivenOfASeasonallyAdjustedSeriesOnly()
    {
        Assert.Null(SampleTrade.Compile("KAZ-CHN", "2023-07", Sample, "Sample").OnMonthBefore);
        var adjusted = Sample.Select(row => row with { Key = row.Key with { Variant = "SA" } }).ToList();

        var line = SampleTrade
            .Compile("KAZ-CHN", "2023-07", adjusted, "Sample")
            .OnMonthBefore!.Lines.Single(line => line.Measure == SummaryMeasure.Exports);

        Assert.Equal((1_292_900_000m, 1_217_300_000m), (line.Latest.Now.Value, line.Before.Value));
        Assert.Equal(6.2m, line.OnBefore.Percent);
    }

    [Fact]
    public void Cover_IsExportsInPercentOfImports()
    {
        var span = SampleTrade.Compile("KAZ-CHN", "2023-07", Sample, "Sample").Spans[0];

        Assert.Equal(new SummaryCover(87.9m, 120.4m), span.Cover);
    }
}
