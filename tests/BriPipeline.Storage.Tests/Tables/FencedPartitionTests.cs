using BriPipeline.Core.Imports;

namespace BriPipeline.Storage.Tests;

public sealed class FencedPartitionTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Apply_Throws_WhenALaterImportHasWrittenThePartition()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", "CHN X 2023-01 1\nCHN X 2023-02 2");
        await office.ImportAsync("a.txt", "CHN X 2023-01 1\nCHN X 2023-02 9");
        var before = await office.DumpAsync();
        var stale = await office.Ports.Vintages.FindPlanAsync(office.Source, 1, default);

        await Assert.ThrowsAsync<LeaseLostException>(() => office.Ports.Vintages.ApplyAsync(stale!, new(), default));

        Assert.Equal(before, await office.DumpAsync());
    }

    [Fact]
    public async Task Apply_WritesNoRowTwice_WhenThePlanIsAppliedAgain()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", "CHN X 2023-01 1\nCHN X 2023-02 2");
        var plan = await office.Ports.Vintages.FindPlanAsync(office.Source, 1, default);
        var before = await TimestampsAsync(office);

        await office.Ports.Vintages.ApplyAsync(plan!, new(), default);

        Assert.Equal(before, await TimestampsAsync(office));
    }

    [Fact]
    public async Task Apply_WritesOnlyTheBatchesThatAreMissing_WhenAWorkerWasStoppedBetween()
    {
        var office = await Office.OpenAsync(azurite.Account);
        var months = Enumerable
            .Range(0, 150)
            .Select(i => $"CHN X {2000 + (i / 12)}-{(i % 12) + 1:00} {i + 1}")
            .ToArray();
        await office.ImportAsync("a.txt", string.Join('\n', months));
        var table = office.Account.Tables.GetTableClient("Trade");
        var fence = (
            await table.GetEntityAsync<Azure.Data.Tables.TableEntity>($"{office.Reporter}-CHN", $"!{office.Source}")
        ).Value;
        Assert.Equal(2, fence["Batch"]);
        var expected = await office.DumpAsync("Trade");
        var first = await TimestampsAsync(office);
        fence["Batch"] = 1;
        await table.UpdateEntityAsync(fence, fence.ETag, Azure.Data.Tables.TableUpdateMode.Replace);
        foreach (var row in (await office.Rows("Trade").ToListAsync())[99..])
        {
            await table.DeleteEntityAsync(row);
        }

        var plan = await office.Ports.Vintages.FindPlanAsync(office.Source, 1, default);
        await office.Ports.Vintages.ApplyAsync(plan!, new(), default);

        Assert.Equal(expected, await office.DumpAsync("Trade"));
        Assert.Equal(first[..99], (await TimestampsAsync(office))[..99]);
    }

    [Fact]
    public async Task Apply_GoesOn_WhenARowToDeleteIsGone()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", "CHN X 2023-01 1\nCHN X 2023-02 2\nCHN X 2023-03 3");
        var rows = await office.Rows("Trade").ToListAsync();
        await office.Account.Tables.GetTableClient("Trade").DeleteEntityAsync(rows[1]);

        await office.ImportAsync("a.txt", "CHN X 2023-01 1\nCHN X 2023-03 4");

        Assert.Equal("CHN X 2023-01 1, CHN X 2023-03 4", string.Join(", ", await office.TradeAsync()));
    }

    [Fact]
    public async Task Apply_ReplacesARow_WhenOneThatIsNewToThePlanIsThereAlready()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", "CHN X 2023-01 1");
        var row = (await office.Rows("Trade").ToListAsync())[0];
        row.RowKey = row.RowKey.Replace("2023-01", "2023-02", StringComparison.Ordinal);
        await office.Account.Tables.GetTableClient("Trade").AddEntityAsync(row);

        await office.ImportAsync("a.txt", "CHN X 2023-01 1\nCHN X 2023-02 2\nCHN X 2023-03 3");

        Assert.Equal("CHN X 2023-01 1, CHN X 2023-02 2, CHN X 2023-03 3", string.Join(", ", await office.TradeAsync()));
    }

    private static async Task<DateTimeOffset?[]> TimestampsAsync(Office office) =>
        await office.Rows("Trade").Select(row => row.Timestamp).ToArrayAsync();
}
