using BriPipeline.Core.Imports;
using BriPipeline.Storm;

namespace BriPipeline.Storage.Tests;

/// <summary>Runs that were stopped while a file was read: the tries are counted, and no fault is noted.</summary>
public sealed class StoppedReadingTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Theory]
    [InlineData(5, UploadState.Done)]
    [InlineData(24, UploadState.Done)]
    [InlineData(25, UploadState.Failed)]
    public async Task Import_GoesOn_AfterTheHostWasKilledWhileItRead(int stops, UploadState end)
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.PutAsync("a.txt", "CHN X 2023-01 5");
        await office.Import().EnterAsync(default);
        var record = await office.NewestAsync("a.txt");
        var entry = (await office.Ports.Ledger.FindAsync(office.Source, "a.txt", record.LastModified, default))!;
        var stopped = entry.Record with { State = UploadState.Reading, Tries = stops };
        await office.Ports.Ledger.UpdateAsync(entry, stopped, default);

        await office.Import().DrainAsync(office.Source, default);

        var ended = await office.NewestAsync("a.txt");
        Assert.Equal(end, ended.State);
        Assert.Equal(end == UploadState.Failed ? "It was stopped in the middle, 25 times." : null, ended.Cause);
    }
}
