using System.Buffers;
using System.IO.Compression;
using System.IO.Hashing;

namespace BriPipeline.Core.Workbooks.Excel;

/// <summary>Inflates the parts that figures are read from once and holds them to the checksums of the archive's directory,
/// which the library does not: a damaged digit is still a digit.</summary>
internal static class PartChecksums
{
    private const int BufferBytes = 1 << 16;

    /// <exception cref="InvalidDataException">A part is damaged.</exception>
    public static void Check(ZipArchive archive)
    {
        foreach (var part in archive.Entries)
        {
            if (IsRead(part.FullName))
            {
                Check(part);
            }
        }
    }

    private static bool IsRead(string part) =>
        part.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)
        && (
            part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            || part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        )
        && !part.StartsWith("xl/drawings/", StringComparison.OrdinalIgnoreCase)
        && !part.StartsWith("xl/pivot", StringComparison.OrdinalIgnoreCase);

    private static void Check(ZipArchiveEntry part)
    {
        var checksum = new Crc32();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            using var stream = part.Open();
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                checksum.Append(buffer.AsSpan(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (checksum.GetCurrentHashAsUInt32() != part.Crc32)
        {
            throw new InvalidDataException($"the checksum of {part.FullName} is wrong");
        }
    }
}
