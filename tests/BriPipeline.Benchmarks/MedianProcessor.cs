using System.Diagnostics;

namespace BriPipeline.Benchmarks;

/// <summary>Processor time of work in this process, warm.</summary>
internal static class MedianProcessor
{
    /// <summary>The median of the rounds in milliseconds, after two to warm up.</summary>
    public static double Of<T>(Func<T> work, int rounds)
    {
        work();
        work();
        using var self = Process.GetCurrentProcess();
        var measured = new List<double>(rounds);
        for (var round = 0; round < rounds; round++)
        {
            self.Refresh();
            var before = self.TotalProcessorTime;
            GC.KeepAlive(work());
            self.Refresh();
            measured.Add((self.TotalProcessorTime - before).TotalMilliseconds);
        }

        measured.Sort();
        return measured[rounds / 2];
    }
}
