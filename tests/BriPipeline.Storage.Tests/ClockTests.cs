using BriPipeline.Core.Imports;

namespace BriPipeline.Storage.Tests;

/// <summary>What was uploaded is ordered by when the ledger first saw it, whatever the clock said.</summary>
public sealed class ClockTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Drain_StoresTheCorrectedFile_WhenTheClockWasFastBefore()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await ImportAheadAsync(office, "a.txt", "CHN X 2023-01 1");

        var corrected = await office.ImportAsync("a.txt", "CHN X 2023-01 2");

        Assert.Equal((UploadState.Done, 1), (corrected.State, corrected.Revised));
        Assert.Equal(["CHN X 2023-01 2"], await office.TradeAsync());
        Assert.Equal([2L, 1L], (await office.LedgerAsync()).Select(record => record.Seen));
        Assert.Equal(
            corrected.Version,
            (
                await office.Ports.Ledger.ListAsync(null, default).FirstAsync(record => record.Source == office.Source)
            ).Version
        );
    }

    [Fact]
    public async Task Drain_ShowsTheFileThatWasSeenLast_WhenTheClockWasFastBefore()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await ImportAheadAsync(office, "a.txt", "CHN X 2023-01 1");

        await office.ImportAsync("b.txt", "CHN X 2023-01 2");

        Assert.Equal(["CHN X 2023-01 2"], await office.TradeAsync());
        Assert.True(await office.Import(engine: "other").ReplayAsync(office.Source, "a.txt", default));
        Assert.Equal(["CHN X 2023-01 2"], await office.TradeAsync());
    }

    /// <summary>As storage whose clock is two days fast tells it.</summary>
    private static async Task ImportAheadAsync(Office office, string path, string text)
    {
        await office.PutAsync(path, text);
        var version = await office.Ports.Uploads.FindAsync(office.Source, path, default);
        await office.Ports.Ledger.RecordAsync(
            version! with
            {
                LastModified = version.LastModified.AddDays(2),
            },
            default,
            default
        );
        await office.Import().DrainAsync(office.Source, default);
    }
}
