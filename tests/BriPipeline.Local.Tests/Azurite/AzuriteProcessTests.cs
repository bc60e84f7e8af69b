using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace BriPipeline.Local.Tests.Azurite;

public sealed class AzuriteProcessTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<string> said = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task StartAsync_ServesBlobsAndTables_OnLoopback()
    {
        await using var azurite = await AzuriteProcess.StartAsync(folder.Path, inMemory: true, said.Add, Cancellation);

        var blobs = new BlobServiceClient(azurite.ConnectionString);
        await blobs.CreateBlobContainerAsync("uploads", cancellationToken: Cancellation);
        var table = new TableClient(azurite.ConnectionString, "Trade");
        await table.CreateAsync(Cancellation);
        await table.AddEntityAsync(new TableEntity("KAZ-CHN", "a"), Cancellation);

        Assert.Equal("127.0.0.1", blobs.Uri.Host);
        Assert.Equal("127.0.0.1", table.Uri.Host);
        Assert.Single(await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task StartAsync_FindsTheRowsOfTheFormerRun_InTheSameFolder()
    {
        await using (var first = await AzuriteProcess.StartAsync(folder.Path, inMemory: false, said.Add, Cancellation))
        {
            var table = new TableClient(first.ConnectionString, "Trade");
            await table.CreateAsync(Cancellation);
            await table.AddEntityAsync(new TableEntity("KAZ-CHN", "a") { ["ValueText"] = "1.5" }, Cancellation);
        }

        await using var second = await AzuriteProcess.StartAsync(folder.Path, inMemory: false, said.Add, Cancellation);
        var row = await new TableClient(second.ConnectionString, "Trade").GetEntityAsync<TableEntity>(
            "KAZ-CHN",
            "a",
            cancellationToken: Cancellation
        );

        Assert.Equal("1.5", row.Value.GetString("ValueText"));
    }

    [Fact]
    public async Task StartAsync_ServesBoth_WhenTwoFoldersRunSideBySide()
    {
        using var other = new TemporaryFolder();
        await using var one = await AzuriteProcess.StartAsync(folder.Path, inMemory: true, said.Add, Cancellation);
        await using var two = await AzuriteProcess.StartAsync(other.Path, inMemory: true, said.Add, Cancellation);

        await new TableClient(one.ConnectionString, "OnlyInOne").CreateAsync(Cancellation);
        var inTwo = await new TableServiceClient(two.ConnectionString)
            .QueryAsync(cancellationToken: Cancellation)
            .ToListAsync(Cancellation);

        Assert.NotEqual(one.ConnectionString, two.ConnectionString, StringComparer.Ordinal);
        Assert.Empty(inTwo);
    }

    [Fact]
    public async Task StartAsync_Refuses_WhenTheFolderIsServedAlready()
    {
        await using var first = await AzuriteProcess.StartAsync(folder.Path, inMemory: true, said.Add, Cancellation);

        var refusal = await Assert.ThrowsAsync<LocalSetupException>(() =>
            AzuriteProcess.StartAsync(folder.Path, inMemory: true, said.Add, Cancellation)
        );

        Assert.Contains(folder.Path, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DisposeAsync_EndsTheChild_AndForgetsItsAddress()
    {
        AzuriteAddress address;
        await using (await AzuriteProcess.StartAsync(folder.Path, inMemory: true, said.Add, Cancellation))
        {
            address = (await AzuriteFolder.FindAsync(folder.Path, Cancellation))!;
            Assert.True(ProcessState.IsRunning(address.Pid));
        }

        Assert.False(ProcessState.IsRunning(address.Pid));
        Assert.Null(await AzuriteFolder.FindAsync(folder.Path, Cancellation));
    }
}
