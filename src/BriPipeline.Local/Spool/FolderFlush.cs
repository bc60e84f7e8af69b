using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace BriPipeline.Local;

/// <summary>Puts the names in a folder on disk, which flushing the files does not. Windows journals them by itself.</summary>
internal static class FolderFlush
{
    private const int ReadOnly = 0;

    public static void Run(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // .NET opens no folders.
        using var handle = new SafeFileHandle(Open(Encoding.UTF8.GetBytes(folder + "\0"), ReadOnly), ownsHandle: true);
        if (handle.IsInvalid || Flush(handle) != 0)
        {
            throw new IOException(
                $"The folder {folder} could not be written to disk: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}."
            );
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(SafeFileHandle file);
}
