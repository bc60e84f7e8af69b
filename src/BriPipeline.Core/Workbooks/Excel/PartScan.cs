using System.Buffers;
using System.IO.Compression;
using System.IO.Hashing;

namespace BriPipeline.Core.Workbooks.Excel;

/// <summary>Inflates the parts that figures are read from once: holds them to the checksums of the archive's directory, which
/// the library does not (a damaged digit is still a digit), and looks for traces of formulas and error cells, which most
/// parts lack and whose XML then need not be read.</summary>
internal static class PartScan
{
    private const int BufferBytes = 1 << 16;

    /// <summary>At least one of these stands in any part that holds a formula or an error cell.</summary>
    private static readonly byte[][] Traces =
    [
        "<f"u8.ToArray(),
        ":f"u8.ToArray(),
        "\"e\""u8.ToArray(),
        "'e'"u8.ToArray(),
    ];

    /// <returns>The names of the parts with traces.</returns>
    /// <exception cref="InvalidDataException">A part is damaged.</exception>
    public static IReadOnlySet<string> Of(ZipArchive archive) =>
        archive
            .Entries.Where(part => IsRead(part.FullName))
            .Where(HasTraces)
            .Select(part => part.FullName)
            .ToHashSet(StringComparer.Ordinal);

    private static bool IsRead(string part) =>
        part.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)
        && (
            part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            || part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        )
        && !part.StartsWith("xl/drawings/", StringComparison.OrdinalIgnoreCase)
        && !part.StartsWith("xl/pivot", StringComparison.OrdinalIgnoreCase);

    private static bool HasTraces(ZipArchiveEntry part)
    {
        var longest = Traces.Max(trace => trace.Length);
        var checksum = new Crc32();
        var found = false;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            using var stream = part.Open();
            var kept = 0;
            int read;
            while ((read = stream.Read(buffer, kept, buffer.Length - kept)) > 0)
            {
                var filled = buffer.AsSpan(0, kept + read);
                checksum.Append(filled[kept..]);
                // The two bytes that open UTF-16, in which the traces would not be seen, can be nowhere else in UTF-8.
                found =
                    found
                    || filled is [0xFF or 0xFE, ..]
                    || Array.Exists(Traces, trace => Has(buffer, kept + read, trace));
                // A trace may lie across two buffers.
                kept = Math.Min(longest - 1, filled.Length);
                filled[^kept..].CopyTo(buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return checksum.GetCurrentHashAsUInt32() == part.Crc32
            ? found
            : throw new InvalidDataException($"the checksum of {part.FullName} is wrong");
    }

    private static bool Has(byte[] buffer, int filled, byte[] trace) => buffer.AsSpan(0, filled).IndexOf(trace) >= 0;
}
