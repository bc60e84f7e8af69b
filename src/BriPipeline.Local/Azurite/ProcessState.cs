using System.Diagnostics;

namespace BriPipeline.Local;

/// <summary>Whether a process that is not ours still runs.</summary>
internal static class ProcessState
{
    /// <summary>False for an unused process id, and for a process that has ended but was not yet reaped by its parent.</summary>
    internal static bool IsRunning(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited && !IsZombie(pid);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Linux keeps the id of an ended process until its parent reaps it, which may never happen in a container.</summary>
    private static bool IsZombie(int pid)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            var stat = File.ReadAllText(FormattableString.Invariant($"/proc/{pid}/stat"));
            return stat.AsSpan(stat.LastIndexOf(')') + 1).TrimStart() is ['Z' or 'X', ..];
        }
        catch (IOException)
        {
            return true;
        }
    }
}
