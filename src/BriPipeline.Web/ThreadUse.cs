using System.Runtime.InteropServices;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Web;

/// <summary>What the thread that asks has used of the processor, which .NET does not tell, and the process of memory.</summary>
internal static class ThreadUse
{
    /// <summary>CLOCK_THREAD_CPUTIME_ID, Linux and macOS.</summary>
    private static readonly int ThreadClock = OperatingSystem.IsMacOS() ? 16 : 3;

    public static ReadingUse Now() => new(Processor(), GC.GetTotalMemory(forceFullCollection: false));

    private static TimeSpan Processor()
    {
        if (OperatingSystem.IsWindows())
        {
            return GetThreadTimes(GetCurrentThread(), out _, out _, out var kernel, out var user)
                ? TimeSpan.FromTicks(kernel + user)
                : TimeSpan.Zero;
        }

        return GetTime(ThreadClock, out var time) == 0
            ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000)
            : TimeSpan.Zero;
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct TimeSpec(nint Seconds, nint Nanoseconds);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out TimeSpec time);

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetCurrentThread();

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool GetThreadTimes(
        nint thread,
        out long creation,
        out long exit,
        out long kernel,
        out long user
    );
}
