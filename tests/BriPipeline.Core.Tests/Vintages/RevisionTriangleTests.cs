using BriPipeline.Core.Tests.Summaries;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Tests.Vintages;

public sealed class RevisionTriangleTests
{
    private static readonly DateTimeOffset First = new(2023, 1, 31, 0, 0, 0, TimeSpan.Zero);

    private static readonly TradeRow[] Rows =
    [
        .. TradeTable
            .Read("CHN X 2022-10 110\nCHN X 2022-11 95\nCHN X 2022-12 200")
            .Select(row => row with { FirstSeen = First }),
    ];

    /// <summary>October went from 100 to 110 after two months, November from 100 to 95 after four, December stayed.</summary>
    private static readonly StoredRevision[] Changes =
    [
        Change(Rows[0], 100, 110, First.AddMonths(2)),
        Change(Rows[1], 100, 95, First.AddMonths(4)),
    ];

    [Theory]
    [InlineData(1, "0", "0")]
    [InlineData(2, "3.33", "3.33")]
    [InlineData(3, "3.33", "3.33")]
    [InlineData(6, "1.67", "5")]
    public void Sizes_AreThoseOfWhatWasKnownThen(int lag, string mean, string meanAbsolute)
    {
        var sizes = Of(Rows, First.AddMonths(7)).Single(size => size.Lag == lag);

        Assert.Equal(3, sizes.Figures);
        Assert.Equal((decimal.Parse(mean, null), decimal.Parse(meanAbsolute, null)), (sizes.Mean, sizes.MeanAbsolute));
    }

    [Fact]
    public void Lags_ThatNoFigureHasReached_AreLeftOut() =>
        Assert.Equal([1, 2, 3], Of(Rows, First.AddMonths(5)).Select(size => size.Lag));

    [Fact]
    public void AFigureThatWasRetractedThen_DoesNotCount()
    {
        StoredRevision[] changes =
        [
            Change(Rows[0], 100, null, First.AddMonths(1)),
            Change(Rows[0], null, 110, First.AddMonths(3)),
        ];

        var sizes = RevisionTriangle.Of([Rows[0]], _ => changes, First.AddMonths(7)).ToList();

        Assert.Equal([3, 6], sizes.Select(size => size.Lag));
        Assert.All(sizes, size => Assert.Equal(10m, size.Mean));
    }

    /// <summary>October was revised in March, November in May; the office revises in March by its calendar.</summary>
    [Fact]
    public void Scheduled_AreThoseOfTheMonthsOfTheCalendar_AndTheTwoAddUpToAll()
    {
        var sizes = RevisionTriangle
            .Of(Rows, key => Changes.Where(change => change.Change.Key == key), First.AddMonths(7), [3])
            .Where(size => size.Lag == 6)
            .ToDictionary(size => size.Which, size => (size.Figures, size.Mean, size.MeanAbsolute));

        Assert.Equal((3, 1.67m, 5m), sizes[RevisionClass.All]);
        Assert.Equal((3, 3.33m, 3.33m), sizes[RevisionClass.Scheduled]);
        Assert.Equal((3, -1.67m, 1.67m), sizes[RevisionClass.Unscheduled]);
    }

    [Fact]
    public void All_StandAlone_WhereTheCalendarIsNotKnown() =>
        Assert.All(Of(Rows, First.AddMonths(7)), size => Assert.Equal(RevisionClass.All, size.Which));

    private static IEnumerable<RevisionSizes> Of(TradeRow[] rows, DateTimeOffset now) =>
        RevisionTriangle.Of(rows, key => Changes.Where(change => change.Change.Key == key), now);

    private static StoredRevision Change(TradeRow row, decimal? old, decimal? now, DateTimeOffset at) =>
        new(row.Source, 1, at, new(row.Key, RevisionKind.Revised, old, now, null, null, null, null));
}
