using System.Diagnostics;

namespace BriPipeline.Local.Tests;

internal static class ProcessState
{
    public static bool HasEnded(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
