namespace BriPipeline.Local.Tests;

public sealed class LocalStorageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<string> said = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Open_StartsAzurite_AndStopsIt_WhenNoneRunsForTheFolder()
    {
        await using (var storage = await LocalStorage.OpenAsync(folder.Path, said.Add, Cancellation))
        {
            var address = await AzuriteFolder.FindAsync(folder.Path, Cancellation);
            Assert.Equal(address!.ConnectionString, storage.Configuration["Data"]);
        }

        Assert.Null(await AzuriteFolder.FindAsync(folder.Path, Cancellation));
    }

    [Fact]
    public async Task Open_UsesTheRunningAzurite_AndLeavesItRunning()
    {
        await using var running = await AzuriteProcess.StartAsync(folder.Path, inMemory: true, _ => { }, Cancellation);

        await using (var storage = await LocalStorage.OpenAsync(folder.Path, said.Add, Cancellation))
        {
            Assert.Equal(running.ConnectionString, storage.Configuration["Data"]);
        }

        var address = await AzuriteFolder.FindAsync(folder.Path, Cancellation);
        Assert.True(ProcessState.IsRunning(address!.Pid));
    }
}
