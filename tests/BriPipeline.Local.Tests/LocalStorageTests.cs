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

    /// <summary>A folder that cannot be written, a process table that is full: nobody can list what a start may fail of.</summary>
    [Fact]
    public async Task Keep_GoesOn_WhateverAStartFailsOf()
    {
        await using var storage = await LocalStorage.OpenAsync(folder.Path, said.Add, Cancellation);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var restarts = 0;
        var keeping = storage.KeepAsync(
            () =>
            {
                if (Interlocked.Increment(ref restarts) == 1)
                {
                    throw new IOException("The disk went away.");
                }
            },
            said.Add,
            end.Token
        );

        await KillAndWaitAsync(() => Volatile.Read(ref restarts) == 1);
        await KillAndWaitAsync(() => Volatile.Read(ref restarts) == 2);
        var isKeeping = !keeping.IsCompleted;
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => keeping);

        Assert.True(isKeeping);
        Assert.Contains("The disk went away.", said);
    }

    private async Task KillAndWaitAsync(Func<bool> isRestarted)
    {
        var address = (await AzuriteFolder.FindAsync(folder.Path, Cancellation))!;
        using (var emulator = System.Diagnostics.Process.GetProcessById(address.Pid))
        {
            emulator.Kill();
        }

        for (var clock = System.Diagnostics.Stopwatch.StartNew(); !isRestarted(); )
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), "It was not started again.");
            await Task.Delay(100, Cancellation);
        }
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
