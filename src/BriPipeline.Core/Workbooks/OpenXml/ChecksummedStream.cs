using System.IO.Compression;
using System.IO.Hashing;

namespace BriPipeline.Core.Workbooks.OpenXml;

/// <summary>An entry of an archive, held at its end to the checksum of the archive's directory, which the library does not
/// do: a damaged digit is still a digit.</summary>
internal sealed class ChecksummedStream(ZipArchiveEntry entry) : ReadOnlyStream
{
    private readonly Stream inflated = entry.Open();
    private readonly Crc32 checksum = new();

    public override int Read(Span<byte> buffer)
    {
        var read = inflated.Read(buffer);
        checksum.Append(buffer[..read]);
        return read > 0 || buffer.IsEmpty || checksum.GetCurrentHashAsUInt32() == entry.Crc32
            ? read
            : throw new InvalidDataException($"the checksum of {entry.FullName} is wrong");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inflated.Dispose();
        }

        base.Dispose(disposing);
    }
}
