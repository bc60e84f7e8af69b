using System.Globalization;

namespace BriPipeline.Storage.Tests;

/// <summary>Real processes that are killed or suspended in the middle of an import.</summary>
public sealed class KilledWorkerTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public Task Storm_EndsInTheSameBytes_WhereverWorkersAreKilled() =>
        RunStormAsync(WorkerEnds.Killed(azurite.ConnectionString));

    [Fact]
    public Task Storm_EndsInTheSameBytes_WhereverWorkersAreCutOff() =>
        RunStormAsync(WorkerEnds.CutOff(azurite.ConnectionString));

    private async Task RunStormAsync(WorkerEnd end)
    {
        var storm = new KillStorm(azurite.Account, end);
        // The long storm is a command: see docs/stress-tests.md.
        var (seed, most) = (Environment.TickCount, Rounds.Times(8));
        for (var kills = 0; kills < most; seed++)
        {
            var (killed, difference) = await storm.RoundAsync(seed, most - kills);

            Assert.True(difference is null, string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {difference}"));
            kills += killed;
        }
    }

    [Theory]
    [InlineData("$batch", 1)]
    [InlineData("$batch", 3)]
    [InlineData("/plans/", 2)]
    [InlineData("/Uploads(", 3)]
    public async Task Worker_WritesNothingAndEndsWell_WhenItWakesAfterItsLease(string before, int occurrence)
    {
        const string First = "edition 2023-08-01\nCHN X 2023-01 1\nCHN X 2023-02 2";
        const string Second = "edition 2023-08-01\nCHN X 2023-01 1.5\nCHN X 2023-02 2";
        const string Third = "edition 2023-08-01\nCHN X 2023-01 1\nCHN X 2023-02 9";
        var undisturbed = await Office.OpenAsync(azurite.Account);
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", First);
        foreach (var text in new[] { First, Second, Third })
        {
            await undisturbed.ImportAsync("a.txt", text);
        }

        office.Clock.Now = office.Clock.Now.AddMinutes(1);
        await office.PutAsync("a.txt", Second);
        using var worker = HostProcess.Start(azurite.ConnectionString, office, "a.txt", (before, occurrence));
        await worker.WaitForAsync(ImportHost.Waiting);
        await worker.StopAsync();
        await office.BreakLeaseAsync();
        await office.Import().NotifyAsync(office.Source, "a.txt", default);
        await office.ImportAsync("a.txt", Third);
        var (dump, ledger) = (await office.DumpAsync(), await office.LedgerTextAsync());

        await worker.GoOnAsync();
        var (exitCode, errors) = await worker.EndAsync();

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(await undisturbed.DumpAsync(), await office.DumpAsync());
        Assert.Equal((dump, ledger), (await office.DumpAsync(), await office.LedgerTextAsync()));
        Assert.Equal(3, (await office.FeedAsync()).Count);
        Assert.Empty(await office.PoisonAsync());
        Assert.DoesNotContain(await office.Verification.VerifyAsync(false, default), office.IsOwn);
    }
}
