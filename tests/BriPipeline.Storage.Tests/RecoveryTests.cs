using System.Text.Json;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Reports;

namespace BriPipeline.Storage.Tests;

public sealed class RecoveryTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static readonly (string Path, string Text)[] Script =
    [
        ("a.txt", "edition 2023-08-01\nCHN X 2023-01 1\nCHN X 2023-02 2\nCHN X 2023-03 3\nRUS X 2023-01 4"),
        ("b.txt", "edition 2023-09-01\nCHN X 2023-02 7\nRUS X 2023-01 4\nUZB X 2023-01 8"),
        ("a.txt", "edition 2023-10-01\nCHN X 2023-01 1\nCHN X 2023-03 3.33\nRUS X 2023-01 5 P\nremark edited"),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ring_EndsInTheSameBytes_WhenTheWorkerBeforeWasKilledAnywhere(bool lastRequestArrives)
    {
        var undisturbed = await Office.OpenAsync(azurite.Account);
        foreach (var (path, text) in Script)
        {
            await undisturbed.ImportAsync(path, text);
        }

        var expected = await undisturbed.DumpAsync();
        for (var killedAt = lastRequestArrives ? 7 : 1; ; killedAt += Rounds.Every(12))
        {
            var office = await Office.OpenAsync(azurite.Account);
            await office.ImportAsync(Script[0].Path, Script[0].Text);
            await office.ImportAsync(Script[1].Path, Script[1].Text);
            office.Clock.Now = office.Clock.Now.AddMinutes(1);
            await office.PutAsync(Script[2].Path, Script[2].Text);
            using var line = new FaultyLine { DiesAt = killedAt, LastRequestArrives = lastRequestArrives };
            var killed = await Record.ExceptionAsync(() =>
                office.Import(azurite.Through(line, retries: 0)).NotifyAsync(office.Source, "a.txt", default)
            );

            await office.Import(engine: "another").NotifyAsync(office.Source, "a.txt", default);

            Assert.Equal(expected, await office.DumpAsync());
            var last = await office.NewestAsync("a.txt");
            Assert.Equal((UploadState.Done, 1, 2, 2), (last.State, last.Observations - 2, last.Revised, last.Findings));
            Assert.Equal(["remark", "revision-large"], await CodesAsync(office, last));
            var feed = await office.FeedAsync();
            Assert.Equal(3, feed.Count);
            Assert.NotNull(await office.Ports.Reports.FindAsync(last.Report + "/report.html", default));
            var marks = await office
                .Ports.Summaries.ListAsync(default)
                .Where(mark => mark.Subject == office.Reporter && mark.Period.First.Month == 1)
                .ToListAsync();
            Assert.All(marks, mark => Assert.Equal(feed[2].Number, mark.DirtySeq));
            if (killed is null)
            {
                Assert.True(killedAt > 20);
                break;
            }
        }
    }

    [Fact]
    public async Task Ring_EndsInTheSameBytes_WhenEveryAnswerIsLostOnce()
    {
        var undisturbed = await Office.OpenAsync(azurite.Account);
        var office = await Office.OpenAsync(azurite.Account);
        using var line = new FaultyLine { LosesAnswers = true };
        foreach (var (path, text) in Script)
        {
            await undisturbed.ImportAsync(path, text);
            office.Clock.Now = office.Clock.Now.AddMinutes(1);
            await office.PutAsync(path, text);
            await office.Import(azurite.Through(line, retries: 3)).NotifyAsync(office.Source, path, default);
        }

        Assert.Equal(await undisturbed.DumpAsync(), await office.DumpAsync());
        Assert.All(
            await office.LedgerAsync(),
            record => Assert.Equal((UploadState.Done, 1), (record.State, record.Tries))
        );
        Assert.Equal(3, (await office.FeedAsync()).Count);
    }

    [Theory]
    [InlineData("$batch", 1)]
    [InlineData("$batch", 2)]
    [InlineData("$batch", 3)]
    [InlineData("$batch", 4)]
    [InlineData("$batch", 5)]
    [InlineData("/plans/", 1)]
    [InlineData("/plans/", 2)]
    [InlineData("/manifests/", 1)]
    [InlineData("/archive/", 1)]
    [InlineData("/reports/", 1)]
    public async Task Ring_WritesNothingAndReturns_WhenTheWorkerStalledPastItsLease(string before, int occurrence)
    {
        var undisturbed = await Office.OpenAsync(azurite.Account);
        await undisturbed.ImportAsync("a.txt", "edition 2023-08-01\nCHN X 2023-01 1\nCHN X 2023-02 2");
        await undisturbed.ImportAsync("a.txt", "edition 2023-08-01\nCHN X 2023-01 1.5\nCHN X 2023-02 2");
        await undisturbed.ImportAsync("a.txt", "edition 2023-08-01\nCHN X 2023-01 1\nCHN X 2023-02 9");
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", "edition 2023-08-01\nCHN X 2023-01 1\nCHN X 2023-02 2");
        office.Clock.Now = office.Clock.Now.AddMinutes(1);
        await office.PutAsync("a.txt", "edition 2023-08-01\nCHN X 2023-01 1.5\nCHN X 2023-02 2");
        using var line = new FaultyLine();
        var (seen, stalled) = (0, false);
        line.Before = async request =>
        {
            var isMeant = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath)
                .Contains(before, StringComparison.Ordinal);
            if (!isMeant || Interlocked.Increment(ref seen) != occurrence)
            {
                return;
            }

            stalled = true;
            await office.BreakLeaseAsync();
            await office.Import().NotifyAsync(office.Source, "a.txt", default);
            await office.ImportAsync("a.txt", "edition 2023-08-01\nCHN X 2023-01 1\nCHN X 2023-02 9");
        };

        await office.Import(azurite.Through(line, retries: 0)).NotifyAsync(office.Source, "a.txt", default);

        Assert.True(stalled);
        Assert.Equal(await undisturbed.DumpAsync(), await office.DumpAsync());
        Assert.All(await office.LedgerAsync(), record => Assert.Equal(UploadState.Done, record.State));
        Assert.Equal(3, (await office.FeedAsync()).Count);
        Assert.DoesNotContain(await office.Verification.VerifyAsync(false, default), office.IsOwn);
    }

    private static async Task<string[]> CodesAsync(Office office, UploadRecord record)
    {
        var name = $"{ImportReport.NameOf(record.Source, record.Path, record.LastModified)}/findings.json";
        var json = await office.Ports.Reports.FindAsync(name, default);
        using var findings = JsonDocument.Parse(json);
        return [.. findings.RootElement.EnumerateArray().Select(finding => finding.GetProperty("code").GetString()!)];
    }
}
