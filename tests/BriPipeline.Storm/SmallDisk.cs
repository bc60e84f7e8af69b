using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace BriPipeline.Storm;

/// <summary>A disk in memory over a folder (Linux <c>tmpfs</c>), until it is disposed.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string folder;

    private SmallDisk(string folder) => this.folder = folder;

    /// <returns>Null where this process may not mount one.</returns>
    public static SmallDisk? TryMount(string folder, int megabytes)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m");
        try
        {
            return Run("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder) ? new SmallDisk(folder) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <exception cref="InvalidOperationException">This process may not mount one.</exception>
    public static SmallDisk Mount(string folder, int megabytes) =>
        TryMount(folder, megabytes) ?? throw new InvalidOperationException("A disk can be mounted by root alone.");

    /// <summary>Writes a file that leaves so many bytes of its disk free.</summary>
    public static void Fill(string path, long left)
    {
        using var file = File.Create(path, bufferSize: 0);
        var block = new byte[1 << 16];
        try
        {
            while (new DriveInfo(path).AvailableFreeSpace > left)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void Dispose() => Run("umount", "-l", folder);

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(command, arguments) { RedirectStandardError = true, UseShellExecute = false }
        )!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
