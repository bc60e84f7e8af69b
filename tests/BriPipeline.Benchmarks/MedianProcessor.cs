using System.Diagnostics;

namespace BriPipeline.Benchmarks;

/// <summary>Processor time of work in this process, warm.</summary>
internal static class MedianProcessor
{
    /// <summary>The runtime compiles a method to its end when it has been called so often.</summary>
    private const int WarmCalls = 30;

    /// <summary>The median of the rounds in milliseconds, warm.</summary>
    public static double Of<T>(Func<T> work, int rounds)
    {
        for (var call = 0; call < WarmCalls; call++)
        {
            work();
        }

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
