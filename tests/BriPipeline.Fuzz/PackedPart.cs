using System.IO.Compression;

namespace BriPipeline.Fuzz;

/// <summary>A part of a package as a file by itself. What is changed within a package breaks its checksum and says nothing of the
/// part's own reader; a part by itself is packed only when it is read.</summary>
internal static class PackedPart
{
    /// <summary>The element that such a file begins with, the package that it is put into, and its place there.</summary>
    private static readonly (byte[] Element, string Package, string Part)[] Parts =
    [
        ("<worksheet"u8.ToArray(), "seed.xlsx", "xl/worksheets/sheet1.xml"),
        ("<sst"u8.ToArray(), "seed.xlsx", "xl/sharedStrings.xml"),
        ("<styleSheet"u8.ToArray(), "seed.xlsx", "xl/styles.xml"),
        ("<office:document-content"u8.ToArray(), "seed.ods", "content.xml"),
    ];

    private const int Start = 200;

    /// <summary>The package with the part in its place; the bytes themselves where they are no part.</summary>
    public static MemoryStream Pack(byte[] bytes)
    {
        var start = bytes.AsSpan(0, Math.Min(Start, bytes.Length));
        foreach (var (element, package, part) in Parts)
        {
            if (start.IndexOf(element) >= 0)
            {
                return Pack(bytes, package, part);
            }
        }

        return new(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
    }

    /// <summary>The parts of the packages, each as a file by itself.</summary>
    public static IEnumerable<byte[]> All()
    {
        foreach (var (_, package, part) in Parts)
        {
            using var archive = Open(package);
            using var content = archive.GetEntry(part)!.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            yield return bytes.ToArray();
        }
    }

    private static MemoryStream Pack(byte[] bytes, string package, string part)
    {
        var packed = new MemoryStream();
        using var seed = Open(package);
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in seed.Entries)
            {
                using var to = archive.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                if (entry.FullName == part)
                {
                    to.Write(bytes);
                }
                else
                {
                    using var from = entry.Open();
                    from.CopyTo(to);
                }
            }
        }

        packed.Position = 0;
        return packed;
    }

    private static ZipArchive Open(string package) => ZipFile.OpenRead(Path.Combine(AppContext.BaseDirectory, package));
}
