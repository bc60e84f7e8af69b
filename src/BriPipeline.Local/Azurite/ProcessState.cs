using System.Diagnostics;

namespace BriPipeline.Local;

/// <summary>Whether a process that is not ours still runs.</summary>
internal static class ProcessState
{
    /// <summary>False for a number that nobody has, and for a process that has ended and that its parent has not noticed yet.</summary>
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

    /// <summary>Linux keeps the number of an ended process until its parent asks; in a container nobody may.</summary>
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
