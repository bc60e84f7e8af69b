using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Tests.Vintages;

/// <summary>How soon figures come, by when each period was first seen.</summary>
public sealed class TimelinessTests
{
    [Fact]
    public void Median_IsOfThePeriodsThatCameAfterTheFirstImport()
    {
        var timeliness = Timeliness.Of([
            // The first import brings what was published long before.
            Figure("2022-12", "2023-05-20"),
            Figure("2023-01", "2023-05-20"),
            Figure("2023-03", "2023-05-20"),
            Figure("2023-04", "2023-06-09"),
            Figure("2023-05", "2023-07-05"),
            Figure("2023-06", "2023-08-14"),
            // A month of before, put in later, is no news.
            Figure("2023-02", "2023-08-14"),
        ])!;

        Assert.Equal("2023-06", timeliness.Latest.ToString());
        Assert.Equal(45, timeliness.Days);
        Assert.Equal(3, timeliness.Measured);
        Assert.Equal(40, timeliness.Median);
        Assert.Equal("2023-07", timeliness.Next.ToString());
        Assert.Equal(new(2023, 9, 9), timeliness.Expected);
        Assert.Equal(0, timeliness.LateBy(new(2023, 9, 9)));
        Assert.Equal(11, timeliness.LateBy(new(2023, 9, 20)));
    }

    [Fact]
    public void Nothing_IsLate_BeforeItIsKnownWhatIsUsual()
    {
        var timeliness = Timeliness.Of([
            Figure("2023-03", "2023-05-20"),
            Figure("2023-04", "2023-06-09"),
            Figure("2023-05", "2023-07-05"),
        ])!;

        Assert.Null(timeliness.Median);
        Assert.Equal(2, timeliness.Measured);
        Assert.Equal(0, timeliness.LateBy(new(2030, 1, 1)));
        Assert.Null(Timeliness.Of([]));
    }

    [Theory]
    [InlineData("2023-12", "2024-01")]
    [InlineData("2023-Q4", "2024-Q1")]
    [InlineData("2023-Q2", "2023-Q3")]
    [InlineData("2023", "2024")]
    public void Next_IsThePeriodAfter(string latest, string next) =>
        Assert.Equal(next, Timeliness.Of([Figure(latest, "2025-01-01")])!.Next.ToString());

    [Fact]
    public void Series_IsOfTheShortestPeriods_AllPartnersAndAllGoods()
    {
        var months = Series("CHN", "TOTAL", Frequency.M);
        var world = Series("001", "TOTAL", Frequency.M);
        SeriesRow[] rows =
        [
            Series("001", "TOTAL", Frequency.A),
            Series("001", "TOTAL", Frequency.C),
            Series("001", "HS.27", Frequency.M),
            Series("001", "TOTAL", Frequency.M, DerivedMonths.Variant),
            months,
        ];

        Assert.Equal(months, Timeliness.SeriesOf(rows));
        Assert.Equal(world, Timeliness.SeriesOf([.. rows, world]));
        Assert.Null(Timeliness.SeriesOf([rows[1], rows[3]]));
    }

    private static SeriesRow Series(string partner, string commodity, Frequency frequency, string? variant = null) =>
        new(
            new(new("KAZ"), new(partner), TradeFlow.X, new(commodity), new("USD"), frequency, variant),
            TimePeriod.OfYear(2022),
            TimePeriod.OfYear(2023),
            2,
            "kz-bns",
            "2024-01-01",
            "kz-bns/a.xlsx"
        );

    private static TradeRow Figure(string period, string seen) =>
        new()
        {
            Key = new(new("KAZ"), Area.World, TradeFlow.X, Commodity.Total, new("USD"), TimePeriod.Parse(period), null),
            Source = "kz-bns",
            Value = 1,
            Multiplier = 0,
            Status = ObservationStatus.A,
            Edition = "1",
            Upload = "kz-bns/a.xlsx",
            Sheet = "",
            Cell = "A1",
            Raw = "1",
            Seq = 1,
            FirstSeen = DateTimeOffset.Parse(seen + "T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture),
            LastChanged = default,
        };
}
