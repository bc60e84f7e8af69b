using System.Diagnostics;

namespace BriPipeline.Web.Tests;

public sealed class ThreadUseTests
{
    [Fact]
    public void Now_CountsTheWorkOfThisThread_AndNotItsWaits()
    {
        var start = ThreadUse.Now().Processor;
        Thread.Sleep(200);
        var slept = ThreadUse.Now().Processor;
        for (var clock = Stopwatch.StartNew(); ThreadUse.Now().Processor - slept < TimeSpan.FromMilliseconds(100); )
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), "The thread's clock stands still.");
        }

        Assert.InRange(slept - start, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
    }
}
