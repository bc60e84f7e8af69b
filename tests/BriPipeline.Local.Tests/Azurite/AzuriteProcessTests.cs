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

    [Fact]
    public async Task RestartAsync_ServesAtTheSameAddresses_AfterAKill()
    {
        await using var azurite = await AzuriteProcess.StartAsync(folder.Path, inMemory: false, said.Add, Cancellation);
        var table = new TableClient(azurite.ConnectionString, "Trade");
        await KillAsync();

        await azurite.Ended.WaitAsync(Cancellation);
        await azurite.RestartAsync(said.Add, Cancellation);
        await table.CreateIfNotExistsAsync(Cancellation);

        Assert.Empty(await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation));
    }

    /// <summary>Each database is written by itself: a row must not be on disk before the blob that it names.</summary>
    [Fact]
    public async Task Tables_AreWrittenAfterBlobs()
    {
        await using var azurite = await AzuriteProcess.StartAsync(folder.Path, inMemory: false, said.Add, Cancellation);
        var container = new BlobContainerClient(azurite.ConnectionString, "plans");
        await container.CreateAsync(cancellationToken: Cancellation);
        var table = new TableClient(azurite.ConnectionString, "Feed");
        await table.CreateAsync(Cancellation);
        var (rows, blobs) = (Path.Combine(folder.Path, "__azurite_db_table__.json"), "__azurite_db_blob__.json");
        var last = -1;
        for (
            var (number, clock) = (0, System.Diagnostics.Stopwatch.StartNew());
            clock.Elapsed.TotalSeconds < 12;
            number++
        )
        {
            await container.UploadBlobAsync($"plan-{number:D6}", new BinaryData("x"), Cancellation);
            await table.AddEntityAsync(new TableEntity("p", $"row-{number:D6}"), Cancellation);
            // The rows first: what is written between the two looks is blobs only.
            var row = await LastAsync(rows, "row-");
            var blob = await LastAsync(Path.Combine(folder.Path, blobs), "plan-");
            Assert.True(blob >= row, $"row {row} is on disk, and blobs are up to {blob}");
            last = Math.Max(last, row);
        }

        Assert.True(last > 0);
    }

    private async Task KillAsync()
    {
        var address = (await AzuriteFolder.FindAsync(folder.Path, Cancellation))!;
        using var node = System.Diagnostics.Process.GetProcessById(address.Pid);
        node.Kill();
    }

    /// <summary>The last number that a database names after a word; -1 for none.</summary>
    private static async Task<int> LastAsync(string path, string word)
    {
        var text = File.Exists(path) ? await File.ReadAllTextAsync(path, Cancellation) : "";
        var at = text.LastIndexOf(word, StringComparison.Ordinal);
        return at < 0
            ? -1
            : int.Parse(text.AsSpan(at + word.Length, 6), System.Globalization.CultureInfo.InvariantCulture);
    }
}
