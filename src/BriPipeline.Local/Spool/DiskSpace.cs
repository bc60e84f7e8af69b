using System.Globalization;
using BriPipeline.Core.Imports;

namespace BriPipeline.Local;

/// <summary>Whether the disk of the data folder takes another upload.</summary>
/// <param name="free">Bytes that are free; null asks the system.</param>
internal sealed class DiskSpace(string dataFolder, Func<long>? free = null)
{
    /// <summary>Bytes that stay free beside the emulator's databases: for logs, reports and what is being imported.</summary>
    internal const long Reserve = 256L << 20;

    /// <summary>An upload lies in the spool, in <c>uploads</c> and in <c>archive</c>.</summary>
    private const int Copies = 3;

    /// <summary>Why an upload of so many bytes is refused; null where there is room.</summary>
    public UploadRefusedException? Refusal(long bytes)
    {
        var needed = Reserve + Databases() + (Copies * bytes);
        var there = free?.Invoke() ?? new DriveInfo(Path.GetFullPath(dataFolder)).AvailableFreeSpace;
        return there >= needed
            ? null
            : new(
                UploadRefusal.NoRoom,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"disk full: {there >> 20} MB are free, and {needed >> 20} MB are needed"
                )
            );
    }

    /// <exception cref="UploadRefusedException">There is no room.</exception>
    public void Demand(long bytes)
    {
        if (Refusal(bytes) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>Azurite writes each database anew beside the old one.</summary>
    private long Databases() =>
        Directory.Exists(dataFolder)
            ? new DirectoryInfo(dataFolder).EnumerateFiles("__azurite_db_*.json").Sum(file => file.Length)
            : 0;
}
