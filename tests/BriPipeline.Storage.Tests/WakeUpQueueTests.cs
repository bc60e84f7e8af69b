using Azure.Storage.Queues;
using BriPipeline.Core.Imports;

namespace BriPipeline.Storage.Tests;

public sealed class WakeUpQueueTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Leave_SendsAMessageThatIsSeenOnceTheLeaseHasEnded()
    {
        var queue = await EmptyQueueAsync();

        await new WakeUpQueue(azurite.Account, TimeProvider.System).LeaveAsync("kz", default);

        Assert.Equal(1, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
        Assert.Empty((await queue.ReceiveMessagesAsync()).Value);
    }

    [Fact]
    public async Task Leave_SendsOneMessageOfASourceAtATime()
    {
        var queue = await EmptyQueueAsync();
        var wakeUps = new WakeUpQueue(azurite.Account, TimeProvider.System);

        await wakeUps.LeaveAsync("kz", default);
        await wakeUps.LeaveAsync("kz", default);
        await wakeUps.LeaveAsync("uz", default);

        Assert.Equal(2, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task Notify_LeavesAWakeUp_WhenTheLeaseIsHeld_AndDrainFinishesTheWork()
    {
        var office = await Office.OpenAsync(azurite.Account);
        var wakeUps = new NotedWakeUps();
        var import = office.Import(office.Ports.Import with { WakeUps = wakeUps });
        await office.PutAsync("a.txt", "CHN X 2023-01 1");
        await using (await office.Ports.Import.Locks.TryAcquireAsync(office.Source, default))
        {
            await import.NotifyAsync(office.Source, "a.txt", default);
        }

        Assert.Equal(UploadState.Received, (await office.NewestAsync("a.txt")).State);
        Assert.Equal([office.Source], wakeUps.Sources);

        await import.DrainAsync(office.Source, default);

        Assert.Equal(UploadState.Done, (await office.NewestAsync("a.txt")).State);
        Assert.Equal([office.Source], wakeUps.Sources);
    }

    [Fact]
    public async Task Record_LeavesAWakeUp_SinceNobodyWorksForTheUploadYet()
    {
        var office = await Office.OpenAsync(azurite.Account);
        var wakeUps = new NotedWakeUps();
        await office.PutAsync("a.txt", "CHN X 2023-01 1");

        await office
            .Import(office.Ports.Import with { WakeUps = wakeUps })
            .RecordAsync(office.Source, "a.txt", default);

        Assert.Equal([office.Source], wakeUps.Sources);
    }

    private async Task<QueueClient> EmptyQueueAsync()
    {
        var queue = azurite.Account.Queues.GetQueueClient(WakeUpQueue.Name);
        await queue.CreateIfNotExistsAsync();
        await queue.ClearMessagesAsync();
        return queue;
    }

    private sealed class NotedWakeUps : IWakeUps
    {
        public List<string> Sources { get; } = [];

        public Task LeaveAsync(string source, CancellationToken cancellation)
        {
            Sources.Add(source);
            return Task.CompletedTask;
        }
    }
}
