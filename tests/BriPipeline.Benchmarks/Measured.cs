using System.Diagnostics;
using System.Globalization;

namespace BriPipeline.Benchmarks;

/// <summary>A run of a process of its own. Processor time is what to compare on a machine that does other work too; it
/// and the peak are sampled, to the last twentieth of a second.</summary>
internal sealed record Measured(TimeSpan Elapsed, TimeSpan Processor, long PeakBytes, int ExitCode)
{
    private const int SampleMilliseconds = 50;

    /// <summary>Runs <c>dotnet</c> with these arguments to its end; its standard output is read and dropped.</summary>
    public static Measured Run(params string[] arguments) => Run(Stream.Null, arguments);

    /// <summary>Runs <c>dotnet</c> with these arguments to its end.</summary>
    /// <param name="copy">Gets its standard output, byte for byte: to read lines would hold up the process that is measured.</param>
    public static Measured Run(Stream copy, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.BaseStream.CopyToAsync(copy);
        var processor = TimeSpan.Zero;
        var peak = 0L;
        do
        {
            try
            {
                process.Refresh();
                processor = process.TotalProcessorTime;
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                break;
            }
        } while (!process.WaitForExit(SampleMilliseconds));

        process.WaitForExit();
        var elapsed = clock.Elapsed;
        output.Wait();
        return new Measured(elapsed, processor, peak, process.ExitCode);
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Elapsed.TotalSeconds, 6:F1} s ({Processor.TotalSeconds:F1} s of processor), peak {PeakBytes >> 20} MB, exit code {ExitCode}"
        );
}
