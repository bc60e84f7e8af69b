using System.Buffers.Binary;
using System.Text;

namespace BriPipeline.Core.Workbooks.Biff;

/// <summary>The streams of an OLE compound file ([MS-CFB]): a small file system of sectors, in which .xls workbooks and
/// encrypted packages are kept. Every length and link is checked against the file, since damaged files lie.</summary>
internal sealed class CompoundFile
{
    private const int HeaderBytes = 512;
    private const int HeaderFatSectors = 109;
    private const int EntryBytes = 128;
    private const uint LastRegularSector = 0xFFFF_FFFA;
    private const byte StreamType = 2;
    private const byte RootType = 5;

    private readonly Stream content;
    private readonly int sectorBytes;
    private readonly int miniSectorBytes;
    private readonly uint miniCutoff;
    private readonly uint[] fat;
    private readonly uint[] miniFat;
    private readonly List<Entry> entries = [];

    /// <exception cref="InvalidDataException">The file is not laid out as it says.</exception>
    public CompoundFile(Stream content)
    {
        this.content = content;
        Span<byte> header = stackalloc byte[HeaderBytes];
        content.Position = 0;
        if (content.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes)
        {
            throw new InvalidDataException("the header is cut off");
        }

        var sectorShift = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        var miniShift = BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        if (sectorShift is not (9 or 12) || miniShift is < 4 or > 9)
        {
            throw new InvalidDataException("the header gives an impossible sector size");
        }

        sectorBytes = 1 << sectorShift;
        miniSectorBytes = 1 << miniShift;
        miniCutoff = BinaryPrimitives.ReadUInt32LittleEndian(header[56..]);
        fat = ReadFat(header);
        miniFat = ReadNumbers(Chain(fat, BinaryPrimitives.ReadUInt32LittleEndian(header[60..])));
        ReadDirectory(BinaryPrimitives.ReadUInt32LittleEndian(header[48..]));
    }

    private long SectorCount => (content.Length / sectorBytes) + 1;

    public bool Has(string name) => entries.Exists(entry => entry.Is(name));

    /// <summary>The bytes of the first stream of that name; null where there is none.</summary>
    /// <exception cref="InvalidDataException">The stream is not laid out as the directory says.</exception>
    public byte[]? Find(string name) =>
        entries.Find(entry => entry.Type == StreamType && entry.Is(name)) is { } entry ? Read(entry) : null;

    private byte[] Read(Entry entry)
    {
        var root = entries.Find(candidate => candidate.Type == RootType);
        if (entry.Size >= miniCutoff || root is null)
        {
            return ReadSectors(Chain(fat, entry.Start), entry.Size);
        }

        var small = ReadSectors(Chain(fat, root.Start), root.Size);
        var bytes = new byte[CheckedLength(entry.Size)];
        var filled = 0;
        foreach (var sector in Chain(miniFat, entry.Start))
        {
            var place = (long)sector * miniSectorBytes;
            var take = Math.Min(miniSectorBytes, bytes.Length - filled);
            if (take == 0)
            {
                break;
            }

            if (place + take > small.Length)
            {
                throw new InvalidDataException("a short stream runs past its end");
            }

            small.AsSpan((int)place, take).CopyTo(bytes.AsSpan(filled));
            filled += take;
        }

        return filled == bytes.Length ? bytes : throw new InvalidDataException("a short stream is cut off");
    }

    private uint[] ReadFat(ReadOnlySpan<byte> header)
    {
        var sectors = new List<uint>();
        for (var i = 0; i < HeaderFatSectors; i++)
        {
            AddRegular(sectors, BinaryPrimitives.ReadUInt32LittleEndian(header[(76 + (i * 4))..]));
        }

        var sector = new byte[sectorBytes];
        var next = BinaryPrimitives.ReadUInt32LittleEndian(header[68..]);
        for (long visited = 0; next < LastRegularSector; visited++)
        {
            if (visited > SectorCount)
            {
                throw new InvalidDataException("the list of sectors runs in a circle");
            }

            ReadSector(next, sector);
            for (var at = 0; at < sectorBytes - 4; at += 4)
            {
                AddRegular(sectors, BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(at)));
            }

            next = BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(sectorBytes - 4));
        }

        if (sectors.Count > SectorCount)
        {
            throw new InvalidDataException("the list of sectors is longer than the file");
        }

        return ReadNumbers(sectors);
    }

    private static void AddRegular(List<uint> sectors, uint sector)
    {
        if (sector < LastRegularSector)
        {
            sectors.Add(sector);
        }
    }

    private void ReadDirectory(uint first)
    {
        var directory = ReadSectors(Chain(fat, first), size: null);
        for (var at = 0; at + EntryBytes <= directory.Length; at += EntryBytes)
        {
            var entry = directory.AsSpan(at, EntryBytes);
            var nameBytes = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
            if (entry[66] is StreamType or RootType)
            {
                // Files of 512-byte sectors may leave junk in the upper half of the length.
                var size =
                    sectorBytes == 512
                        ? BinaryPrimitives.ReadUInt32LittleEndian(entry[120..])
                        : BinaryPrimitives.ReadInt64LittleEndian(entry[120..]);
                entries.Add(
                    new Entry(
                        Encoding.Unicode.GetString(entry[..nameBytes]),
                        entry[66],
                        BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]),
                        size
                    )
                );
            }
        }
    }

    private static List<uint> Chain(uint[] links, uint first)
    {
        var chain = new List<uint>();
        for (var sector = first; sector < LastRegularSector; sector = links[sector])
        {
            if (sector >= links.Length || chain.Count > links.Length)
            {
                throw new InvalidDataException("a chain of sectors leaves the file or runs in a circle");
            }

            chain.Add(sector);
        }

        return chain;
    }

    private uint[] ReadNumbers(List<uint> sectors)
    {
        var bytes = ReadSectors(sectors, size: null);
        var numbers = new uint[bytes.Length / 4];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i * 4));
        }

        return numbers;
    }

    private byte[] ReadSectors(List<uint> sectors, long? size)
    {
        var bytes = new byte[CheckedLength(size ?? (long)sectors.Count * sectorBytes)];
        if (bytes.Length > (long)sectors.Count * sectorBytes)
        {
            throw new InvalidDataException("a stream is cut off");
        }

        for (var at = 0; at < bytes.Length; at += sectorBytes)
        {
            ReadSector(sectors[at / sectorBytes], bytes.AsSpan(at, Math.Min(sectorBytes, bytes.Length - at)));
        }

        return bytes;
    }

    private void ReadSector(uint sector, Span<byte> into)
    {
        var place = ((long)sector + 1) * sectorBytes;
        if (place >= content.Length)
        {
            throw new InvalidDataException("a sector lies beyond the end of the file");
        }

        content.Position = place;
        var read = content.ReadAtLeast(into, into.Length, throwOnEndOfStream: false);

        // The last sector of a file may be written short.
        into[read..].Clear();
    }

    private int CheckedLength(long length) =>
        length >= 0 && length <= content.Length + sectorBytes
            ? (int)length
            : throw new InvalidDataException("a stream is longer than the file");

    private sealed record Entry(string Name, byte Type, uint Start, long Size)
    {
        public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
    }
}
