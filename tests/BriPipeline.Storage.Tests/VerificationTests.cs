using Azure.Data.Tables;
using BriPipeline.Core.Imports;

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

    [Fact]
    public async Task Verify_NamesTheArchivedBytesThatWereAltered_AndReplayRefusesThem()
    {
        var office = await Office.OpenAsync(azurite.Account);
        var record = await office.ImportAsync("a.txt", "DEU X 2023-01 1");
        await PutAsync("archive", record.Sha256!, "DEU X 2023-01 1000");

        var found = await office.Verification.RunAsync(repair: true, default);

        var difference = Assert.Single(
            found,
            one => one.Text.Contains($"archive/{record.Sha256}", StringComparison.Ordinal)
        );
        Assert.False(difference.IsRepaired);
        Assert.Contains($"It can be rebuilt: uploads/{office.Source}/a.txt", difference.Text, StringComparison.Ordinal);
        await Record.ExceptionAsync(() => office.Import(engine: "other").ReplayAsync(office.Source, "a.txt", default));
        var replayed = await office.NewestAsync("a.txt");
        Assert.Equal(UploadState.Failed, replayed.State);
        Assert.Contains("is not what was uploaded", replayed.Cause, StringComparison.Ordinal);
        Assert.Equal(["DEU X 2023-01 1"], await office.TradeAsync());

        Assert.Equal(UploadState.Done, (await office.ImportAsync("a.txt", "DEU X 2023-01 1")).State);
        Assert.DoesNotContain(
            await office.Verification.VerifyAsync(false, default),
            line => line.Contains(record.Sha256!, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("tampered")]
    [InlineData("no JSON")]
    [InlineData("deleted")]
    public async Task Verify_RepairsNothingFromABrokenManifest_AndSaysWhatCanBeReadAgain(string how)
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", "CHN X 2023-01 1");
        var container = azurite.Account.Blobs.GetBlobContainerClient("manifests");
        var name = (await container.GetBlobsAsync(new() { Prefix = $"{office.Source}/" }, default).ToListAsync())
            .Single(blob => blob.Name.Contains("/manifest-", StringComparison.Ordinal))
            .Name;
        var json = (await container.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToString();
        if (how == "deleted")
        {
            await container.DeleteBlobAsync(name);
        }
        else
        {
            await PutAsync(
                "manifests",
                name,
                how == "tampered" ? json.Replace("1000", "9000", StringComparison.Ordinal) : "broken"
            );
        }

        var found = await office.Verification.RunAsync(repair: true, default);

        var difference = Assert.Single(found, one => office.IsOwn(one.Text));
        Assert.False(difference.IsRepaired);
        Assert.StartsWith($"The blob manifests/{name} is ", difference.Text, StringComparison.Ordinal);
        Assert.Contains(
            "All 1 versions that were stored are in the archive",
            difference.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(["CHN X 2023-01 1"], await office.TradeAsync());
        await Record.ExceptionAsync(() => office.ImportAsync("a.txt", "CHN X 2023-01 2"));
        var record = await office.NewestAsync("a.txt");
        Assert.Equal(UploadState.Failed, record.State);
        Assert.Contains($"manifests/{name}", record.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_NamesTheFeedRowThatIsGone_AndThePlanThatWasAltered()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", "CHN X 2023-01 1");
        await office.ImportAsync("a.txt", "CHN X 2023-01 2");
        await office.ImportAsync("a.txt", "CHN X 2023-01 3");
        var rows = await office.FeedAsync();
        var plan = azurite.Account.Blobs.GetBlobContainerClient("plans").GetBlobClient(rows[2].Plan);
        var content = (await plan.DownloadContentAsync()).Value;
        await plan.UploadAsync(
            new BinaryData(content.Content.ToString().Replace("3000", "4000", StringComparison.Ordinal)),
            new Azure.Storage.Blobs.Models.BlobUploadOptions { Metadata = content.Details.Metadata }
        );
        var number = rows[1].Number.ToString("D19", System.Globalization.CultureInfo.InvariantCulture);
        await azurite.Account.Tables.GetTableClient("Feed").DeleteEntityAsync("feed", number);

        var found = await office.Verification.VerifyAsync(false, default);

        Assert.Contains(found, line => line.StartsWith($"Feed {rows[1].Number}: the row is", StringComparison.Ordinal));
        Assert.Contains(
            found,
            line => line.StartsWith($"The blob plans/{rows[2].Plan} is not what was", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Verify_RepairsRevisionsAndFences()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", "CHN X 2023-01 1\nCHN X 2023-02 2");
        await office.ImportAsync("a.txt", "CHN X 2023-01 5\nCHN X 2023-02 6");
        var right = await office.DumpAsync();
        var table = office.Account.Tables.GetTableClient("Revisions");
        var rows = await office.Rows("Revisions").ToListAsync();
        rows[0]["NewValueText"] = "7";
        await table.UpsertEntityAsync(rows[0]);
        await table.DeleteEntityAsync(rows[1]);
        await office
            .Account.Tables.GetTableClient("Trade")
            .UpsertEntityAsync(
                new TableEntity($"{office.Reporter}-CHN", "!" + office.Source) { ["Seq"] = 999L, ["Batch"] = 1 }
            );

        var found = (await VerifyAsync(office, repair: true));

        Assert.Equal(3, found.Count);
        Assert.Contains(found, line => line.Contains("999 is the import", StringComparison.Ordinal));
        Assert.Empty(await VerifyAsync(office, repair: false));
        Assert.Equal(right, await office.DumpAsync());
        Assert.Equal(UploadState.Done, (await office.ImportAsync("a.txt", "CHN X 2023-01 1")).State);
    }

    [Fact]
    public async Task Verify_RepairsNothing_WhileAnImportRuns()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", "CHN X 2023-01 1");
        await using var lease = await office.Ports.Import.Locks.TryAcquireAsync(office.Source, default);

        var found = await office.Verification.RunAsync(repair: true, default);

        Assert.Equal(
            new Difference($"{office.Source}: an import is running; not verified.", false),
            Assert.Single(found, one => office.IsOwn(one.Text))
        );
    }

    private async Task PutAsync(string container, string name, string text) =>
        await azurite
            .Account.Blobs.GetBlobContainerClient(container)
            .GetBlobClient(name)
            .UploadAsync(new BinaryData(text), overwrite: true);

    private static async Task<List<string>> VerifyAsync(Office office, bool repair) =>
        [.. (await office.Verification.VerifyAsync(repair, default)).Where(office.IsOwn)];
}
