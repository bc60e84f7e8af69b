using System.Diagnostics;
using BriPipeline.Core.Imports;

namespace BriPipeline.Functions.Tests.Worker;

/// <summary>How long an upload waits for an instance that is not there yet: printed, since it is the machine's.</summary>
public sealed class ColdStartTests(PublishedApp app)
{
    private const int Runs = 3;

    [Fact]
    public async Task ColdStart_IsMeasured()
    {
        await MeasureAsync("compiled at run time", app.Plain);
        if (PublishedApp.CompiledAhead is { } folder)
        {
            await MeasureAsync("compiled ahead", folder);
        }

        Say($"The tests start the worker of {app.Folder}.");
    }

    /// <summary>The shortest of some starts, each on an account of its own.</summary>
    private static async Task MeasureAsync(string name, string folder)
    {
        var starts = new List<(double Ready, double Imported)>();
        for (var run = 0; run < Runs; run++)
        {
            await using var account = new RunningWorker(folder);
            await account.StartAccountAsync();
            await account.UploadAsync(RunningWorker.Source, "a.xlsx");
            var clock = Stopwatch.StartNew();
            await account.StartWorkerAsync();
            var invocation = await account.ImportAsync(RunningWorker.Source, "a.xlsx");
            starts.Add((account.Host.TimeToInitialise.TotalSeconds, clock.Elapsed.TotalSeconds));
            Assert.True(invocation.IsSuccess, invocation.Fault);
            Assert.Equal(UploadState.Done, (await account.LedgerAsync(RunningWorker.Source)).State);
        }

        Say(
            $"Cold start, {name}: ready after {starts.Min(start => start.Ready):0.00} s, first workbook imported after {starts.Min(start => start.Imported):0.00} s."
        );
    }

    private static void Say(FormattableString line) =>
        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant(line));
}
