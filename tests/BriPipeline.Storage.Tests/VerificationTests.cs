namespace BriPipeline.Storage.Tests;

public sealed class VerificationTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Verify_FindsAndRepairsWhatWasTamperedWith()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", "CHN X 2023-01 1\nCHN X 2023-02 2\nRUS X 2023-01 3");
        var right = await office.DumpAsync();
        var trade = office.Account.Tables.GetTableClient("Trade");
        var rows = await office.Rows("Trade").ToListAsync();
        rows[0]["Value"] = 1001d;
        await trade.UpsertEntityAsync(rows[0]);
        await trade.DeleteEntityAsync(rows[1]);
        rows[2].RowKey = rows[2].RowKey.Replace("2023-01", "2023-09", StringComparison.Ordinal);
        rows[2]["Period"] = "2023-09";
        await trade.UpsertEntityAsync(rows[2]);
        var byPeriod = (await office.Rows("TradeByPeriod").ToListAsync())[0];
        byPeriod["ValueText"] = "5";
        await office.Account.Tables.GetTableClient("TradeByPeriod").UpsertEntityAsync(byPeriod);
        var series = (await office.Rows("Series").ToListAsync())[0];
        series["Count"] = 9;
        await office.Account.Tables.GetTableClient("Series").UpsertEntityAsync(series);

        var found = await VerifyAsync(office, repair: false);

        Assert.Equal(5, found.Count);
        Assert.Contains(found, line => line.Contains("2023-02: the row is missing.", StringComparison.Ordinal));
        Assert.Contains(found, line => line.Contains("2023-09: no upload claims the row.", StringComparison.Ordinal));
        Assert.Equal(found, await VerifyAsync(office, repair: true));
        Assert.Empty(await VerifyAsync(office, repair: false));
        Assert.Equal(right, await office.DumpAsync());
        await office.ImportAsync("a.txt", "CHN X 2023-01 1\nCHN X 2023-02 5\nRUS X 2023-01 3");
        Assert.Empty(await VerifyAsync(office, repair: false));
    }

    private static async Task<List<string>> VerifyAsync(Office office, bool repair) =>
        [.. (await office.Verification.VerifyAsync(repair, default)).Where(office.IsOwn)];
}
