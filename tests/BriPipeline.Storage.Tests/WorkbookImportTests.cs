using System.Text.Json;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage.Tests;

public sealed class WorkbookImportTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Ring_SaysInTheLedgerHowManyRowsAreWritten_WhileItWritesThem()
    {
        var office = await Office.OpenAsync(azurite.Account);
        var noted = new TaskCompletionSource<UploadRecord>();
        var batches = 0;
        using var line = new FaultyLine
        {
            Before = async request =>
            {
                // The first batch passes; the others wait until it has been noted.
                if (request.RequestUri!.AbsolutePath.EndsWith("$batch", StringComparison.Ordinal))
                {
                    var mustWait = Interlocked.Increment(ref batches) > 1;
                    while (mustWait && !noted.Task.IsCompleted)
                    {
                        await Task.Delay(100);
                        if (await office.NewestAsync("a.txt") is { Written: > 0 } seen)
                        {
                            noted.TrySetResult(seen);
                        }
                    }
                }
            },
        };
        await office.PutAsync("a.txt", "CHN X 2023-01 1\nRUS X 2023-01 2\nUZB X 2023-01 3");

        await office.Import(azurite.Through(line, retries: 3)).NotifyAsync(office.Source, "a.txt", default);

        var first = await noted.Task;
        Assert.Equal((UploadState.Applying, 9, 1), (first.State, first.ToWrite, first.Written));
        var record = await office.NewestAsync("a.txt");
        Assert.Equal((UploadState.Done, 0, 0), (record.State, record.ToWrite, record.Written));
    }

    [Fact]
    public async Task Ring_StoresRowsUnderTheirKeys_WhenAWorkbookIsUploaded()
    {
        var office = await Office.OpenAsync(azurite.Account);

        var record = await office.ImportAsync("2023/jan.txt", "CHN X 2023-01 12.5\nCHN M 2023-01 7\nremark hello");

        Assert.Equal(UploadState.Done, record.State);
        Assert.Equal(
            (2, 2, 0, 0, 1),
            (record.Observations, record.Added, record.Revised, record.Unchanged, record.Findings)
        );
        var row = (await office.Rows("Trade").ToListAsync())[1];
        Assert.Equal($"{office.Reporter}-CHN", row.PartitionKey);
        Assert.Equal($"TOTAL|X|USD|{office.Source}|M|2023-01", row.RowKey);
        Assert.Equal(12500d, Assert.IsType<double>(row["Value"]));
        Assert.Equal("12500", row["ValueText"]);
        Assert.Equal($"{office.Source}/2023/jan.txt", row["Upload"]);
        Assert.Equal("D1", row["Cell"]);
        var byPeriod = (await office.Rows("TradeByPeriod").ToListAsync())[1];
        Assert.Equal($"{office.Reporter}|M|2023-01", byPeriod.PartitionKey);
        Assert.Equal($"TOTAL|X|USD|{office.Source}|CHN", byPeriod.RowKey);
        var series = (await office.Rows("Series").ToListAsync())[1];
        Assert.Equal((office.Reporter, $"CHN|TOTAL|X|USD|{office.Source}|M"), (series.PartitionKey, series.RowKey));
        Assert.Equal(("2023-01", "2023-01", 1), (series["First"], series["Last"], series["Count"]));
    }

    [Fact]
    public async Task Ring_WritesNothing_WhenTheSameBytesComeAgain()
    {
        var office = await Office.OpenAsync(azurite.Account);
        const string Text = "CHN X 2023-01 12.5\nRUS X 2023-01 3";
        await office.ImportAsync("a.txt", Text);
        var before = await office.DumpAsync("Trade");

        var record = await office.ImportAsync("a.txt", Text);

        Assert.Equal((UploadState.Done, 2, 0), (record.State, record.Unchanged, record.Added));
        Assert.Null(record.Seq);
        Assert.Equal(2, (await office.LedgerAsync()).Count);
        Assert.Single(await office.FeedAsync());
        Assert.Equal(before, await office.DumpAsync("Trade"));
    }

    [Fact]
    public async Task Ring_DoesNothing_WhenTheEventIsDuplicate()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", "CHN X 2023-01 1");

        await office.Import().NotifyAsync(office.Source, "a.txt", default);

        Assert.Equal(1, Assert.Single(await office.LedgerAsync()).Tries);
    }

    [Fact]
    public async Task Ring_ReportsExactlyTheEdits_WhenAnEditedCopyComes()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", "CHN X 2023-01 1\nCHN X 2023-02 2\nCHN X 2023-03 3\nRUS X 2023-01 4");
        var before = await office
            .Rows("Trade")
            .ToDictionaryAsync(row => row.RowKey + row.PartitionKey, row => row.Timestamp);

        var record = await office.ImportAsync(
            "a.txt",
            "CHN X 2023-01 1\nCHN X 2023-03 3.7\nRUS X 2023-01 4\nRUS X 2023-02 5"
        );

        Assert.Equal(
            (1, 1, 1, 0, 2),
            (record.Added, record.Revised, record.Retracted, record.Restored, record.Unchanged)
        );
        Assert.Equal(
            ["CHN X 2023-01 1", "CHN X 2023-03 3.7", "RUS X 2023-01 4", "RUS X 2023-02 5"],
            await office.TradeAsync()
        );
        Assert.Equal(["CHN 2023-02 retracted 2 to ", "CHN 2023-03 revised 3 to 3.7"], await office.RevisionsAsync());
        var untouched = await office.Rows("Trade").Where(row => row.GetInt64("Seq") == 1).ToListAsync();
        Assert.Equal(2, untouched.Count);
        Assert.All(untouched, row => Assert.Equal(before[row.RowKey + row.PartitionKey], row.Timestamp));
    }

    [Fact]
    public async Task Ring_KeepsTheNewerEdition_WhenAnOldWorkbookComesLate()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("new.txt", "edition 2023-09-01\nCHN X 2023-01 5");

        var record = await office.ImportAsync("old.txt", "edition 2023-08-01\nCHN X 2023-01 4\nCHN X 2022-12 3");

        Assert.Equal((1, 0, 1), (record.Added, record.Revised, record.Unchanged));
        Assert.Equal(["CHN X 2022-12 3", "CHN X 2023-01 5"], await office.TradeAsync());
    }

    [Fact]
    public async Task Ring_RestoresTheRow_WhenItComesBack()
    {
        var office = await Office.OpenAsync(azurite.Account);
        const string Full = "CHN X 2023-01 1\nCHN X 2023-02 2\nCHN X 2023-03 3";
        await office.ImportAsync("a.txt", Full);
        await office.ImportAsync("a.txt", "CHN X 2023-01 1\nsuppressed CHN X 2023-02\nCHN X 2023-03 3");

        var record = await office.ImportAsync("a.txt", Full);

        Assert.Equal((0, 1, 2), (record.Added, record.Restored, record.Unchanged));
        Assert.Equal(["CHN 2023-02 restored  to 2", "CHN 2023-02 suppressed 2 to "], await office.RevisionsAsync());
    }

    [Theory]
    [InlineData("held", UploadState.Held, "The text says that it is Held.")]
    [InlineData("rejected", UploadState.Rejected, "The text says that it is Rejected.")]
    public async Task Ring_StoresNothingAndReports_WhenTheWorkbookIs(string word, UploadState state, string cause)
    {
        var office = await Office.OpenAsync(azurite.Account);

        var record = await office.ImportAsync("a.txt", $"{word}\nCHN X 2023-01 1\nremark <b>");

        Assert.Equal((state, cause), (record.State, record.Cause));
        Assert.Empty(await office.TradeAsync());
        Assert.Empty(await office.FeedAsync());
        var html = await office.Ports.Reports.FindAsync(record.Report + "/report.html", default);
        Assert.Contains("Says &lt;b&gt;.", System.Text.Encoding.UTF8.GetString(html!), StringComparison.Ordinal);
        Assert.NotNull(await office.Ports.Reports.FindAsync(record.Report + "/findings.json", default));
    }

    [Fact]
    public async Task Accept_StoresTheHeldVersion()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", "held\nCHN X 2023-01 1");

        Assert.True(await office.Import().AcceptAsync(office.Source, "a.txt", null, default));

        Assert.Equal(UploadState.Done, (await office.NewestAsync("a.txt")).State);
        Assert.Equal(["CHN X 2023-01 1"], await office.TradeAsync());
        Assert.False(await office.Import().AcceptAsync(office.Source, "a.txt", null, default));
    }

    [Fact]
    public async Task Ring_EndsFailed_WhenTheFifthTryFails()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.PutAsync("a.txt", "broken");
        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() =>
                office.Import().NotifyAsync(office.Source, "a.txt", default)
            );
        }

        var record = await office.NewestAsync("a.txt");
        Assert.Equal((UploadState.Failed, 5), (record.State, record.Tries));
        Assert.Equal("InvalidOperationException: The reader is broken.", record.Cause);
        var poison = Assert.Single(await office.PoisonAsync());
        Assert.Equal(($"{office.Source}/a.txt", record.Cause), (poison.BlobName, poison.Cause));
        await office.Import().NotifyAsync(office.Source, "a.txt", default);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            office.Import().RetryAsync(office.Source, "a.txt", null, default)
        );
        Assert.Equal(
            (UploadState.Reading, 1),
            ((await office.NewestAsync("a.txt")).State, (await office.NewestAsync("a.txt")).Tries)
        );
        Assert.Empty(await office.PoisonAsync());
    }

    [Fact]
    public async Task Ring_RejectsTheUpload_WhenItsPathIsTooLongForTheNamesOfReports()
    {
        var office = await Office.OpenAsync(azurite.Account);

        var record = await office.ImportAsync(new string('a', 513), "CHN X 2023-01 1");

        Assert.Equal(UploadState.Rejected, record.State);
        Assert.Contains("513 characters", record.Cause, StringComparison.Ordinal);
        Assert.Equal(UploadState.Done, (await office.ImportAsync(new string('я', 512), "CHN X 2023-01 1")).State);
    }

    [Fact]
    public async Task Ring_WritesWhatChangedBesideTheReport()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", "CHN X 2023-01 1\nCHN X 2023-02 2\nRUS X 2023-01 3\nUZB X 2023-01 1");

        var record = await office.ImportAsync(
            "a.txt",
            "CHN X 2023-01 4\nCHN X 2023-02 1\nRUS X 2023-01 3\nRUS X 2023-02 9\nUZB X 2023-01 1"
        );

        var json = await office.Ports.Reports.FindAsync(record.Report + "/changes.json", default);
        var changes = JsonSerializer.Deserialize<ReportChanges>(json, JsonSerializerOptions.Web)!;
        Assert.Equal(new ImportCounts(1, 2, 0, 0, 2), changes.Counts);
        Assert.Equal(
            ["CHN 2023-01 +3000", "CHN 2023-02 -1000"],
            changes.Largest.Select(change =>
                FormattableString.Invariant($"{change.Partner} {change.Period} {change.Difference:+0;-0}")
            )
        );
        Assert.Equal(
            ["RUS 1 +9000", "CHN 2 +2000"],
            changes.Series.Select(series =>
                FormattableString.Invariant($"{series.Partner} {series.Figures} {series.Sum:+0;-0}")
            )
        );
    }

    [Fact]
    public async Task Retry_ReadsAnEndedVersionAgain_WhenTheProfileHasChanged()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", "CHN X 2023-01 1");
        await office.Ports.Reference.PutProfileAsync(new() { Name = office.Source, Reporter = "CHN" }, default);

        Assert.True(await office.Import().RetryAsync(office.Source, "a.txt", null, default));

        var record = await office.NewestAsync("a.txt");
        Assert.Equal((UploadState.Done, 1, 1), (record.State, record.Added, record.Retracted));
        Assert.Equal("CHN-CHN", Assert.Single(await office.Rows("Trade").ToListAsync()).PartitionKey);
    }

    [Fact]
    public async Task Ring_HoldsTheUpload_WhenTheProfileCannotBeRead()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.Ports.Reference.PutTextAsync($"sources/{office.Source}.json", "{ \"nme\": 1 }", default);

        var record = await office.ImportAsync("a.txt", "CHN X 2023-01 1");

        Assert.Equal(UploadState.Held, record.State);
        Assert.Contains($"reference/sources/{office.Source}.json", record.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Not A Source")]
    [InlineData("")]
    public async Task Ring_RejectsTheUpload_WhenItsFolderCannotBeASource(string source)
    {
        var ports = (await Office.OpenAsync(azurite.Account)).Ports;
        await ports.Uploads.PutAsync(source, "lost.txt", new MemoryStream([1]), default);

        await new WorkbookImport(ports.Import, TextReading.Read, new Clock()).NotifyAsync(source, "lost.txt", default);

        var record = await ports.Ledger.ListAsync(source, default).FirstAsync();
        Assert.Equal((UploadState.Rejected, source), (record.State, record.Source));
    }

    [Fact]
    public async Task Sweep_EntersAndImportsWhatNoEventTold()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.PutAsync("a.txt", "CHN X 2023-01 1");
        await office.PutAsync("b.txt", "CHN X 2023-02 2");

        // Another test's broken upload may fail in the same sweep.
        await Record.ExceptionAsync(() => office.Import().SweepAsync(default));

        Assert.All(await office.LedgerAsync(), record => Assert.Equal(UploadState.Done, record.State));
        Assert.Equal(["CHN X 2023-01 1", "CHN X 2023-02 2"], await office.TradeAsync());
    }

    [Fact]
    public async Task Ring_EndsSuperseded_WhenTheVersionWasOverwrittenBeforeItWasRead()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.PutAsync("a.txt", "CHN X 2023-01 1");
        var first = await office.Ports.Uploads.FindAsync(office.Source, "a.txt", default);
        await office.Ports.Ledger.RecordAsync(first!, default, default);
        await office.PutAsync("a.txt", "CHN X 2023-01 2");

        await office.Import().NotifyAsync(office.Source, "a.txt", default);

        var ledger = await office.LedgerAsync();
        Assert.Equal([UploadState.Done, UploadState.Superseded], ledger.Select(record => record.State));
        Assert.Equal("It was overwritten before it was read.", ledger[1].Cause);
        Assert.Equal(["CHN X 2023-01 2"], await office.TradeAsync());
    }

    [Fact]
    public async Task Ring_ReturnsAtOnce_WhenAnotherWorkerHoldsTheSource()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await using (await office.Ports.Import.Locks.TryAcquireAsync(office.Source, default))
        {
            await office.PutAsync("a.txt", "CHN X 2023-01 1");
            await office.Import().NotifyAsync(office.Source, "a.txt", default);
            Assert.Equal(UploadState.Received, (await office.NewestAsync("a.txt")).State);
        }

        await office.Import().NotifyAsync(office.Source, "a.txt", default);
        Assert.Equal(UploadState.Done, (await office.NewestAsync("a.txt")).State);
    }

    [Fact]
    public async Task Dispose_StopsTheWorkUnderALease_AndWaitsUntilItIsGivenBack()
    {
        var office = await Office.OpenAsync(azurite.Account);
        var ending = new StoragePorts(azurite.Account);
        var lease = await ending.Import.Locks.TryAcquireAsync(office.Source, default);
        var work = Task.Run(async () =>
        {
            await using (lease)
            {
                await Record.ExceptionAsync(() => Task.Delay(Timeout.Infinite, lease!.Lost));
                await Task.Delay(500);
            }
        });

        await ending.DisposeAsync();

        await using var next = await office.Ports.Import.Locks.TryAcquireAsync(office.Source, default);
        Assert.NotNull(next);
        await work;
    }

    [Fact]
    public async Task Ring_EntersTheFeedWithoutGaps_WhenManySourcesImportAtOnce()
    {
        var offices = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Office.OpenAsync(azurite.Account)));
        await Task.WhenAll(
            offices.Select(async office =>
            {
                await office.ImportAsync("a.txt", "CHN X 2023-01 1");
                await office.ImportAsync("b.txt", "CHN X 2023-02 2");
            })
        );

        var feed = await offices[0].Ports.Feed.ListAsync(0, default).ToListAsync();
        Assert.Equal(Enumerable.Range(1, feed.Count).Select(number => (long)number), feed.Select(row => row.Number));
        Assert.All(feed.Zip(feed.Skip(1)), pair => Assert.True(pair.First.CommittedAt < pair.Second.CommittedAt));
        Assert.All(offices, office => Assert.Equal(2, feed.Count(row => row.Source == office.Source)));
    }

    [Fact]
    public async Task Ring_MarksTheSummariesThatMayReadDifferently()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", "CHN X 2023-01 1\nCHN X 2022 9");
        await office.ImportAsync("b.txt", "CHN X 2023-02 1");

        var feed = await office.FeedAsync();
        var marks = await office
            .Ports.Summaries.ListAsync(default)
            .Where(summary => summary.Subject == office.Reporter)
            .ToListAsync();
        Assert.Equal(
            [
                ("2022", feed[0].Number),
                ("2023", feed[1].Number),
                ("2024", feed[1].Number),
                ("2023-01", feed[0].Number),
                ("2023-02", feed[1].Number),
                ("2024-01", feed[0].Number),
                ("2024-02", feed[1].Number),
            ],
            marks.Select(mark => (mark.Period.ToString(), mark.DirtySeq))
        );
        Assert.Equal(0, marks[0].CompiledSeq);
    }
}
