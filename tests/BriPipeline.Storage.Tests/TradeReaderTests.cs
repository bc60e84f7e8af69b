using BriPipeline.Core.Trade;

namespace BriPipeline.Storage.Tests;

public sealed class TradeReaderTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Query_ReturnsWhatIsMeant_InOrderOfKeys()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync(
            "a.txt",
            "RUS X 2023-02 4\nCHN M 2023-01 1\nCHN X 2023-01 2\nCHN X 2022-12 3\nCHN X 2023 9\n001 X 2023-01 5.25"
        );
        var reporter = new Area(office.Reporter);
        var all = new TradeQuery { Reporter = reporter };

        async Task Expect(string expected, TradeQuery query) =>
            Assert.Equal(
                expected,
                string.Join(
                    ", ",
                    await office
                        .Ports.Trade.QueryAsync(query, default)
                        .Select(row => $"{row.Key.Partner} {row.Key.Flow} {row.Key.Period}")
                        .ToArrayAsync()
                )
            );

        await Expect("001 X 2023-01, CHN M 2023-01, CHN X 2023, CHN X 2022-12, CHN X 2023-01, RUS X 2023-02", all);
        await Expect(
            "CHN X 2023, CHN X 2022-12, CHN X 2023-01",
            all with
            {
                Partner = new("CHN"),
                Flow = TradeFlow.X,
                Commodity = Commodity.Total,
            }
        );
        await Expect("CHN M 2023-01", all with { Flow = TradeFlow.M });
        await Expect("RUS X 2023-02", all with { Partner = new("RUS"), Source = office.Source });
        await Expect("", all with { Source = "another" });
        await Expect("", all with { Commodity = new("HS.27") });
        await Expect("CHN X 2023, RUS X 2023-02", all with { From = TimePeriod.OfMonth(2023, 2) });
        await Expect("CHN X 2022-12", all with { To = TimePeriod.OfYear(2022) });
        await Expect(
            "RUS X 2023-02",
            new()
            {
                Source = office.Source,
                Partner = new("RUS"),
                Unit = new("USD"),
            }
        );
        // Times of the feed only grow, whichever source commits, and another test's clock may be years ahead.
        var committed = (await office.FeedAsync())[^1].CommittedAt;
        await Expect("CHN X 2022-12", all with { To = TimePeriod.OfYear(2022), AsOf = committed });
        await Expect("", all with { To = TimePeriod.OfYear(2022), AsOf = committed.AddTicks(-1) });

        var row = await office.Ports.Trade.QueryAsync(all with { Partner = Area.World }, default).SingleAsync();
        Assert.Equal((5250m, 3, 2, "001", "D6"), (row.Value, row.Multiplier, row.Decimals, row.PartnerLabel, row.Cell));
    }

    [Fact]
    public async Task QueryPeriod_ReturnsAllPartnersAndFlowsOfAPeriod()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", "RUS X 2023-01 4\nCHN M 2023-01 1\nCHN X 2023-02 2\nCHN X 2023 2");

        var rows = await office
            .Ports.Trade.QueryPeriodAsync(new(office.Reporter), TimePeriod.OfMonth(2023, 1), default)
            .Select(row => $"{row.Key.Flow} {row.Key.Partner}")
            .ToArrayAsync();

        Assert.Equal("M CHN, X RUS", string.Join(", ", rows));
    }

    [Fact]
    public async Task QueryCommodity_ReturnsTheWorldRowsOfOneCommodityAndPeriod()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", "001 X 2023-01 4\n001 M 2023-01 3\nCHN X 2023-01 1\n001 X 2023-02 5");

        var rows = await office
            .Ports.Trade.QueryCommodityAsync(
                new(office.Reporter),
                TimePeriod.OfMonth(2023, 1),
                Commodity.Total,
                default
            )
            .Select(row => $"{row.Key.Flow} {row.Key.Partner}")
            .ToArrayAsync();

        Assert.Equal("M 001, X 001", string.Join(", ", rows));
    }

    [Fact]
    public async Task Query_ReturnsWhatWasKnown_WhenAskedAsOfATime()
    {
        var office = await Office.OpenAsync(azurite.Account);
        string[] steps =
        [
            "a CHN X 2023-01 1\nCHN X 2023-02 2\nCHN X 2023-03 3",
            "a CHN X 2023-01 1\nCHN X 2023-03 4",
            "b CHN X 2023-02 7\nCHN X 2023-04 8",
            "a CHN X 2023-01 1\nCHN X 2023-02 2\nCHN X 2023-03 3",
        ];
        var known = new List<string>();
        foreach (var step in steps)
        {
            await office.ImportAsync(step[..1], step[2..]);
            known.Add(await DumpAsync(office, null));
        }

        var feed = await office.FeedAsync();
        Assert.Equal(steps.Length, feed.Count);
        for (var i = 0; i < steps.Length; i++)
        {
            Assert.Equal(known[i], await DumpAsync(office, feed[i].CommittedAt));
            Assert.Equal(i == 0 ? "" : known[i - 1], await DumpAsync(office, feed[i].CommittedAt.AddTicks(-1)));
        }
    }

    private static async Task<string> DumpAsync(Office office, DateTimeOffset? asOf) =>
        string.Join(
            '\n',
            await office.Ports.Trade.QueryAsync(new() { Source = office.Source, AsOf = asOf }, default).ToListAsync()
        );
}
