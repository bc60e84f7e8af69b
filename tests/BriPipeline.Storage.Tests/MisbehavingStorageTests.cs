using System.Text;
using BriPipeline.Core.Imports;

namespace BriPipeline.Storage.Tests;

/// <summary>Faults between the client library and storage, while the real import runs.</summary>
public sealed class MisbehavingStorageTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static readonly (string Path, string Text)[] Script =
    [
        ("a.txt", "edition 2023-08-01\nCHN X 2023-01 1\nCHN X 2023-02 2\nRUS X 2023-01 4"),
        ("b.txt", "edition 2023-09-01\nCHN X 2023-02 7\nUZB X 2023-01 8"),
        ("a.txt", "edition 2023-10-01\nCHN X 2023-01 1\nCHN X 2023-03 3.33\nRUS X 2023-01 5 P"),
    ];

    [Theory]
    [InlineData(LineFault.Busy)]
    [InlineData(LineFault.Throttled)]
    [InlineData(LineFault.TimedOut)]
    [InlineData(LineFault.Reset)]
    [InlineData(LineFault.AnswerLost)]
    public async Task Ring_EndsInTheSameBytesWithoutAFurtherTry_WhenOneRequestInThreeMeets(LineFault fault)
    {
        var random = new Random((int)fault);
        using var line = new FaultyLine { GivesShortPages = true };
        line.Fault = _ => random.Next(3) == 0 ? fault : null;
        var (undisturbed, office) = (await Office.OpenAsync(azurite.Account), await Office.OpenAsync(azurite.Account));
        foreach (var (path, text) in Script)
        {
            await undisturbed.ImportAsync(path, text);
            office.Clock.Now = office.Clock.Now.AddMinutes(1);
            await office.PutAsync(path, text);
            await office.Import(azurite.Through(line, retries: 30)).NotifyAsync(office.Source, path, default);
        }

        Assert.Equal(await undisturbed.DumpAsync(), await office.DumpAsync());
        Assert.Equal(await undisturbed.FencesAsync(), await office.FencesAsync());
        Assert.Equal(await undisturbed.LedgerTextAsync(), await office.LedgerTextAsync());
        Assert.All(await office.LedgerAsync(), record => Assert.Equal(1, record.Tries));
        Assert.Equal(3, (await office.FeedAsync()).Count);
        Assert.Empty(await office.PoisonAsync());
    }

    /// <summary>However long storage is away, the upload is not to blame.</summary>
    [Theory]
    // Before the plan is written, and after.
    [InlineData("/archive/", LineFault.Busy)]
    [InlineData("/archive/", LineFault.TimedOut)]
    [InlineData("$batch", LineFault.Throttled)]
    [InlineData("$batch", LineFault.Reset)]
    public async Task Notify_KeepsTheUploadOpen_WhileStorageIsAway(string request, LineFault fault)
    {
        var (undisturbed, office) = (await Office.OpenAsync(azurite.Account), await Office.OpenAsync(azurite.Account));
        await undisturbed.ImportAsync(Script[0].Path, Script[0].Text);
        office.Clock.Now = office.Clock.Now.AddMinutes(1);
        await office.PutAsync(Script[0].Path, Script[0].Text);
        using var line = new FaultyLine { Fault = sent => IsFor(sent, request) ? fault : null };
        for (var i = 1; i <= 7; i++)
        {
            await Assert.ThrowsAnyAsync<Exception>(() =>
                office.Import(azurite.Through(line, retries: 1)).NotifyAsync(office.Source, Script[0].Path, default)
            );
        }

        var waiting = await office.NewestAsync(Script[0].Path);
        Assert.True(waiting.IsOpen, waiting.State.ToString());
        Assert.Equal(0, waiting.Tries);
        Assert.NotNull(waiting.Cause);
        Assert.Empty(await office.PoisonAsync());

        await office.Import().NotifyAsync(office.Source, Script[0].Path, default);

        Assert.Equal(UploadState.Done, (await office.NewestAsync(Script[0].Path)).State);
        Assert.Equal(await undisturbed.DumpAsync(), await office.DumpAsync());
    }

    [Theory]
    // Before the plan is written, and after.
    [InlineData("/archive/", LineFault.Refused, "InvalidInput")]
    [InlineData("$batch", LineFault.Refused, "Status: 400")]
    public async Task Ring_FailsTheUploadWithItsCauseAndPoisonsIt_WhenFiveTriesFail_AndRetryBringsItBack(
        string request,
        LineFault fault,
        string cause
    )
    {
        var (undisturbed, office) = (await Office.OpenAsync(azurite.Account), await Office.OpenAsync(azurite.Account));
        foreach (var one in new[] { undisturbed, office })
        {
            await one.ImportAsync(Script[0].Path, Script[0].Text);
            one.Clock.Now = one.Clock.Now.AddMinutes(1);
            await one.PutAsync("b.txt", Script[1].Text);
        }

        await undisturbed.Import().NotifyAsync(undisturbed.Source, "b.txt", default);
        using var line = new FaultyLine();
        line.Fault = sent => IsFor(sent, request) ? fault : null;
        for (var i = 1; i <= 7; i++)
        {
            await Record.ExceptionAsync(() =>
                office.Import(azurite.Through(line, retries: 1)).NotifyAsync(office.Source, "b.txt", default)
            );
        }

        var failed = await office.NewestAsync("b.txt");
        Assert.Equal(UploadState.Failed, failed.State);
        Assert.Contains(cause, failed.Cause, StringComparison.Ordinal);
        var message = Assert.Single(await office.PoisonAsync());
        Assert.Equal(($"{office.Source}/b.txt", failed.ETag), (message.BlobName, message.ETag));
        Assert.Contains(cause, message.Cause, StringComparison.Ordinal);
        var report = await office.Ports.Reports.FindAsync($"{failed.Report}/findings.json", default);
        Assert.Contains("import-failed", Encoding.UTF8.GetString(report!), StringComparison.Ordinal);

        Assert.True(await office.Import().RetryAsync(office.Source, "b.txt", failed.Version, default));

        Assert.Equal(UploadState.Done, (await office.NewestAsync("b.txt")).State);
        Assert.Empty(await office.PoisonAsync());
        Assert.Equal(await undisturbed.DumpAsync(), await office.DumpAsync());
    }

    [Fact]
    public async Task Ring_FinishesAnotherUploadsPlanAndTakesItsMessageAway_WhenStorageIsWellAgain()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.PutAsync("a.txt", Script[0].Text);
        using var line = new FaultyLine { Fault = null };
        line.Fault = sent => IsFor(sent, "$batch") ? LineFault.Refused : null;
        for (var i = 1; i <= 5; i++)
        {
            await Record.ExceptionAsync(() =>
                office.Import(azurite.Through(line, retries: 0)).NotifyAsync(office.Source, "a.txt", default)
            );
        }

        Assert.Equal(UploadState.Failed, (await office.NewestAsync("a.txt")).State);
        Assert.Single(await office.PoisonAsync());

        await office.ImportAsync("b.txt", Script[1].Text);

        Assert.All(await office.LedgerAsync(), record => Assert.Equal(UploadState.Done, record.State));
        Assert.Empty(await office.PoisonAsync());
    }

    private static bool IsFor(HttpRequestMessage request, string part) =>
        Uri.UnescapeDataString(request.RequestUri!.AbsolutePath).Contains(part, StringComparison.Ordinal);
}
