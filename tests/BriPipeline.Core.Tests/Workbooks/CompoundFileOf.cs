using System.Text;

namespace BriPipeline.Core.Tests.Workbooks;

/// <summary>Makes small OLE compound files. Streams shorter than 4096 bytes go where the format keeps short ones.</summary>
internal static class CompoundFileOf
{
    private const int SectorBytes = 512;
    private const int ShortSectorBytes = 64;
    private const int ShortCutoff = 4096;
    private const uint End = 0xFFFF_FFFE;
    private const uint Free = 0xFFFF_FFFF;
    private const uint FatSector = 0xFFFF_FFFD;

    public static MemoryStream Streams(params (string Name, byte[] Content)[] streams)
    {
        var fat = new List<uint> { FatSector };
        var sectors = new MemoryStream();
        var shortFat = new List<uint>();
        var shortSectors = new MemoryStream();
        var entries = new List<byte[]>();
        foreach (var (name, content) in streams)
        {
            var isShort = content.Length < ShortCutoff;
            var start = isShort
                ? Append(shortFat, shortSectors, content, ShortSectorBytes, 0)
                : Append(fat, sectors, content, SectorBytes, 1);
            entries.Add(Entry(name, type: 2, start, content.Length, child: Free));
        }

        var shortStart = Append(fat, sectors, shortSectors.ToArray(), SectorBytes, 1);
        var shortFatStart = Append(fat, sectors, Numbers(shortFat), SectorBytes, 1);
        entries.Insert(0, Entry("Root Entry", type: 5, shortStart, (int)shortSectors.Length, child: 1));
        var directoryStart = Append(fat, sectors, [.. entries.SelectMany(entry => entry)], SectorBytes, 1);

        var file = new MemoryStream();
        file.Write(Header(directoryStart, shortFatStart));
        file.Write(Padded(Numbers(fat), SectorBytes, filler: 0xFF));
        file.Write(sectors.ToArray());
        file.Position = 0;
        return file;
    }

    private static uint Append(List<uint> links, MemoryStream sectors, byte[] content, int sectorBytes, int firstSector)
    {
        if (content.Length == 0)
        {
            return End;
        }

        var start = (uint)(firstSector + (sectors.Length / sectorBytes));
        var count = (content.Length + sectorBytes - 1) / sectorBytes;
        for (var i = 1u; i <= count; i++)
        {
            links.Add(i == count ? End : start + i);
        }

        sectors.Write(Padded(content, sectorBytes, filler: 0));
        return start;
    }

    private static byte[] Entry(string name, byte type, uint start, int size, uint child)
    {
        var entry = new byte[128];
        Encoding.Unicode.GetBytes(name).CopyTo(entry, 0);
        BitConverter.TryWriteBytes(entry.AsSpan(64), (ushort)((name.Length + 1) * 2));
        entry[66] = type;
        entry[67] = 1;
        BitConverter.TryWriteBytes(entry.AsSpan(68), Free);
        BitConverter.TryWriteBytes(entry.AsSpan(72), Free);
        BitConverter.TryWriteBytes(entry.AsSpan(76), child);
        BitConverter.TryWriteBytes(entry.AsSpan(116), start);
        BitConverter.TryWriteBytes(entry.AsSpan(120), (long)size);
        return entry;
    }

    private static byte[] Header(uint directoryStart, uint shortFatStart)
    {
        var header = new byte[SectorBytes];
        header.AsSpan(76).Fill(0xFF);
        ((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(header, 0);
        BitConverter.TryWriteBytes(header.AsSpan(24), (ushort)0x3E);
        BitConverter.TryWriteBytes(header.AsSpan(26), (ushort)3);
        BitConverter.TryWriteBytes(header.AsSpan(28), (ushort)0xFFFE);
        BitConverter.TryWriteBytes(header.AsSpan(30), (ushort)9);
        BitConverter.TryWriteBytes(header.AsSpan(32), (ushort)6);
        BitConverter.TryWriteBytes(header.AsSpan(44), 1);
        BitConverter.TryWriteBytes(header.AsSpan(48), directoryStart);
        BitConverter.TryWriteBytes(header.AsSpan(56), ShortCutoff);
        BitConverter.TryWriteBytes(header.AsSpan(60), shortFatStart);
        BitConverter.TryWriteBytes(header.AsSpan(64), shortFatStart == End ? 0 : 1);
        BitConverter.TryWriteBytes(header.AsSpan(68), End);
        BitConverter.TryWriteBytes(header.AsSpan(76), 0u);
        return header;
    }

    private static byte[] Numbers(List<uint> numbers) => [.. numbers.SelectMany(BitConverter.GetBytes)];

    private static byte[] Padded(byte[] content, int to, byte filler)
    {
        var padded = new byte[(content.Length + to - 1) / to * to];
        Array.Fill(padded, filler);
        content.CopyTo(padded, 0);
        return padded;
    }
}
