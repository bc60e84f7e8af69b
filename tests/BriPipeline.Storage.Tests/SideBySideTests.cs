using BriPipeline.Core.Imports;
using BriPipeline.Storm;

namespace BriPipeline.Storage.Tests;

/// <summary>Sources of an account of their own: a sweep works for all of them.</summary>
public sealed class SideBySideTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Sweep_EntersAll_AndWorksForOthers_WhileOneFileHangs()
    {
        var slow = await Office.OpenAsync(azurite.Account);
        var good = await Office.OpenAsync(azurite.Account);
        await slow.PutAsync("a.txt", "CHN X 2023-01 5");
        await good.PutAsync("a.txt", "CHN X 2023-01 5");
        await good.PutAsync("b.txt", "CHN X 2023-02 6");
        using var hang = new ManualResetEventSlim();
        var first = string.CompareOrdinal(slow.Source, good.Source) < 0 ? slow : good;
        var import = new WorkbookImport(
            first.Ports.Import,
            (content, name, profile) =>
            {
                if (profile.Name == first.Source)
                {
                    hang.Wait(TestContext.Current.CancellationToken);
                }

                return TextReading.Read(content, name, profile);
            },
            TimeProvider.System,
            Office.Engine
        );
        var other = first == slow ? good : slow;

        var sweep = import.SweepAsync(TestContext.Current.CancellationToken);
        while ((await other.LedgerAsync()) is not { Count: > 0 } records || records.Any(record => record.IsOpen))
        {
            Assert.False(sweep.IsCompleted);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        var hanging = await first.LedgerAsync();
        hang.Set();
        await sweep;

        Assert.NotEmpty(hanging);
        Assert.All(hanging, record => Assert.True(record.IsOpen));
        Assert.All(await first.LedgerAsync(), record => Assert.Equal(UploadState.Done, record.State));
    }
}
