using Azure.Data.Tables;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage.Tests;

/// <summary>Plans that cannot be applied.</summary>
public sealed class DiscardTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string First = "CHN X 2023-01 1\nCHN X 2023-02 2\nRUS X 2023-01 3";

    [Fact]
    public async Task PutPlan_WritesNothing_WhenStorageWouldRefuseARow()
    {
        var vintages = new VintageStore(azurite.Account);
        var plan = Plan() with
        {
            Registers =
            [
                new()
                {
                    Kind = RegisterKind.Target,
                    Id = "long",
                    Subjects = ["KAZ-CHN"],
                    Names = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = new('n', 40_000) },
                    Date = default,
                    Source = "A paper",
                    SourceDate = default,
                    Upload = "registers/a.xlsx",
                    Sheet = "targets",
                    Cell = "A2",
                },
            ],
        };

        var refusal = await Assert.ThrowsAsync<UnstorableException>(() => vintages.PutPlanAsync(plan, default));

        Assert.Contains("'long' is too large: Names", refusal.Message, StringComparison.Ordinal);
        Assert.False(await vintages.HasPlanAsync(plan.Source, plan.Seq, default));
    }

    [Fact]
    public async Task Sweep_FailsThePlanOnceAndLeavesItAlone_WhenItsFenceWasRaised()
    {
        var office = await StuckAsync();

        var failed = await office.NewestAsync("a.txt");
        Assert.Equal((UploadState.Failed, true), (failed.State, failed.IsStuck));
        Assert.Contains("import 999 has", failed.Cause, StringComparison.Ordinal);
        Assert.Single(await office.PoisonAsync());
        for (var i = 0; i < 5; i++)
        {
            office.Clock.Now = office.Clock.Now.AddMinutes(5);
            await office.Import().DrainAsync(office.Source, default);
        }

        Assert.Equal(failed, await office.NewestAsync("a.txt"));
        Assert.Equal(UploadState.Received, (await office.ImportAsync("b.txt", "UZB X 2023-01 8")).State);
    }

    [Fact]
    public async Task Discard_UndoesWhatThePlanWroteAndSaysSoInTheFeed_AndTheOthersGoOn()
    {
        var office = await StuckAsync();
        await office.ImportAsync("b.txt", "UZB X 2023-01 8");
        Assert.False(await office.Import().DiscardAsync(office.Source, 7, default));

        Assert.True(await office.Import().DiscardAsync(office.Source, 2, default));

        Assert.Equal(
            ["CHN X 2023-01 1", "CHN X 2023-02 2", "RUS X 2023-01 3", "UZB X 2023-01 8"],
            await office.TradeAsync()
        );
        Assert.Empty(await office.RevisionsAsync());
        Assert.Equal([1L, 2L, 3L], (await office.FeedAsync()).Select(row => row.Seq));
        Assert.Contains("import 999 has", (await office.FeedAsync())[1].Discarded, StringComparison.Ordinal);
        var record = await office.NewestAsync("a.txt");
        Assert.Equal((UploadState.Rejected, (long?)null), (record.State, record.Seq));
        Assert.Contains("Its plan 2 was set aside", record.Cause, StringComparison.Ordinal);
        Assert.Empty(await office.PoisonAsync());
        Assert.Equal(UploadState.Done, (await office.NewestAsync("b.txt")).State);
        Assert.DoesNotContain(await office.Verification.VerifyAsync(false, default), office.IsOwn);
        Assert.False(await office.Import().DiscardAsync(office.Source, null, default));

        Assert.True(await office.Import().RetryAsync(office.Source, "a.txt", null, default));
        Assert.Equal(
            (UploadState.Done, 2),
            ((await office.NewestAsync("a.txt")).State, (await office.NewestAsync("a.txt")).Revised)
        );
    }

    [Fact]
    public async Task Discard_SetsAsideTheVeryFirstPlan()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.PutAsync("a.txt", First);
        using var line = new FaultyLine();
        line.Fault = sent =>
            sent.RequestUri!.AbsolutePath.EndsWith("$batch", StringComparison.Ordinal) ? LineFault.Refused : null;
        await Record.ExceptionAsync(() =>
            office.Import(azurite.Through(line, retries: 0)).NotifyAsync(office.Source, "a.txt", default)
        );

        Assert.True(await office.Import().DiscardAsync(office.Source, null, default));

        Assert.Empty(await office.TradeAsync());
        Assert.Equal(UploadState.Rejected, (await office.NewestAsync("a.txt")).State);
        Assert.Equal(UploadState.Done, (await office.ImportAsync("b.txt", First)).State);
        Assert.DoesNotContain(await office.Verification.VerifyAsync(false, default), office.IsOwn);
    }

    /// <summary>An office with an open plan that the row which fences writers of one partition does not let through.</summary>
    private async Task<Office> StuckAsync()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", First);
        var series = azurite.Account.Tables.GetTableClient("Trade");
        await series.UpsertEntityAsync(
            new TableEntity($"{office.Reporter}-RUS", "!" + office.Source) { ["Seq"] = 999L, ["Batch"] = 1 }
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            office.ImportAsync("a.txt", "CHN X 2023-01 1\nCHN X 2023-02 7\nRUS X 2023-01 4\nRUS X 2023-02 9")
        );
        return office;
    }

    private static Plan Plan() =>
        new()
        {
            Source = "registers",
            Seq = 900,
            PlannedAt = default,
            Version = new ClaimVersion("a.xlsx", "00", "2024-02-03", default, 900, default),
            State = "",
            Observations = 0,
            Counts = new ImportCounts(0, 0, 0, 0, 0),
            Rows = [],
            Removed = [],
            Restated = [],
            Revisions = [],
            Series = [],
            SeriesRemoved = [],
            Findings = [],
        };
}
