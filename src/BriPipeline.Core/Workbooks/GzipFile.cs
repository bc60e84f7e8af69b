using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Workbooks;

/// <summary>A single file as gzip packs it.</summary>
internal static class GzipFile
{
    private const string Kind = "a gzip archive";

    /// <summary>At the end stand the checksum and the length of what is packed.</summary>
    private const int EndBytes = 8;

    /// <summary>The file within; held in memory, as far as a file of its size is read at all.</summary>
    public static Stream Inflate(Stream content)
    {
        var inflated = new MemoryStream();
        try
        {
            content.Position = 0;
            using var gzip = new GZipStream(content, CompressionMode.Decompress, leaveOpen: true);
            var checksum = new Crc32();
            var buffer = new byte[1 << 16];
            int read;
            while ((read = gzip.Read(buffer)) > 0)
            {
                inflated.Write(buffer, 0, read);
                checksum.Append(buffer.AsSpan(0, read));
                if (inflated.Length > ReadingLimits.FileBytes)
                {
                    throw WorkbookReader.Oversized(
                        "The file in the archive takes more than",
                        ReadingLimits.FileBytes,
                        ReadingLimits.FileBytes
                    );
                }
            }

            // The library ends in silence where the file is cut off.
            Span<byte> end = stackalloc byte[EndBytes];
            content.Position = Math.Max(0, content.Length - EndBytes);
            if (
                content.ReadAtLeast(end, EndBytes, throwOnEndOfStream: false) < EndBytes
                || BinaryPrimitives.ReadUInt32LittleEndian(end) != checksum.GetCurrentHashAsUInt32()
                || BinaryPrimitives.ReadUInt32LittleEndian(end[4..]) != (uint)inflated.Length
            )
            {
                throw RefusedException.Damaged(Kind, "its checksum is wrong, or it holds more than one file");
            }
        }
        catch (InvalidDataException e)
        {
            throw RefusedException.Damaged(Kind, e.Message);
        }

        inflated.Position = 0;
        return FileStart.Of(inflated).Kind == FileKind.Gzip
            ? throw new RefusedException(FindingCodes.WorkbookFormatNotRead, Kind)
            : inflated;
    }
}
