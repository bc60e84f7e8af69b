using Azure.Data.Tables;
using BriPipeline.Core.Imports;

namespace BriPipeline.Storage.Tests.Tables;

/// <summary>Rows of the ledger as crashes and hands leave them.</summary>
public sealed class LedgerRowTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task List_ShowsARowOfAnUnknownStateAsFailed_AndTheOthers()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", "CHN X 2023-01 1");
        await office.ImportAsync("b.txt", "CHN X 2023-02 1");
        var table = azurite.Account.Tables.GetTableClient("Uploads");
        var row = await table
            .QueryAsync<TableEntity>($"PartitionKey eq '{office.Source}' and Path eq 'a.txt'")
            .SingleAsync();
        row["State"] = "Sleeping";
        await table.UpdateEntityAsync(row, row.ETag);

        var all = await office.Ports.Ledger.ListAsync(null, default).ToListAsync();

        Assert.Contains(all, record => record is { Path: "b.txt", State: UploadState.Done });
        var unknown = all.Single(record => record.Source == office.Source && record.Path == "a.txt");
        Assert.Equal(UploadState.Failed, unknown.State);
        Assert.Contains("'Sleeping'", unknown.Cause, StringComparison.Ordinal);
        Assert.True(await office.Import().RetryAsync(office.Source, "a.txt", null, default));
        Assert.Equal(UploadState.Done, (await office.NewestAsync("a.txt")).State);
    }

    [Theory]
    [InlineData(5, UploadState.Done)]
    [InlineData(24, UploadState.Done)]
    [InlineData(25, UploadState.Failed)]
    public async Task Drain_ReadsAnUpload_WhoseHostWasStoppedBefore(int stops, UploadState state)
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.PutAsync("a.txt", "CHN X 2023-01 1");
        var version = (await office.Ports.Uploads.FindAsync(office.Source, "a.txt", default))!;
        await office.Ports.Ledger.RecordAsync(version, default, default);
        var entry = (await office.Ports.Ledger.FindAsync(office.Source, "a.txt", version.LastModified, default))!;
        var stopped = entry.Record with { State = UploadState.Reading, Tries = stops };
        await office.Ports.Ledger.UpdateAsync(entry, stopped, default);

        await office.Import().DrainAsync(office.Source, default);

        Assert.Equal(state, (await office.NewestAsync("a.txt")).State);
        Assert.Equal(state == UploadState.Failed ? 1 : 0, (await office.PoisonAsync()).Count);
    }
}
