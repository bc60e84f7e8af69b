using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;

namespace BriPipeline.Core.Workbooks.OpenXml;

/// <summary>The parts of a ZIP package by their names, which are compared without case and may be written with backslashes.</summary>
internal sealed class WorkbookPackage : IDisposable
{
    private const string Kind = "a ZIP archive";

    private const long ReadAheadFrom = 4 << 20;

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public WorkbookPackage(Stream content)
    {
        if (EntryCount(content) > ReadingLimits.Entries)
        {
            throw RefusedException.TooMany("entries of its archive", ReadingLimits.Entries);
        }

        archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in archive.Entries)
        {
            if (!parts.TryAdd(NameOf(entry.FullName), entry))
            {
                throw RefusedException.Damaged(Kind, $"its entry {entry.FullName} stands there twice");
            }
        }

        var inflated = archive.Entries.Sum(entry => entry.Length);
        var mayInflateTo = Math.Min(
            ReadingLimits.InflatedBytes,
            Math.Max(ReadingLimits.HarmlessInflatedBytes, content.Length * ReadingLimits.InflationRatio)
        );
        if (inflated > mayInflateTo)
        {
            throw WorkbookReader.Oversized("The archive inflates to", inflated, mayInflateTo);
        }
    }

    /// <summary>The names of all parts, with slashes and without one at their start.</summary>
    public IReadOnlyCollection<string> Names => parts.Keys;

    public bool Has(string part) => parts.ContainsKey(part);

    /// <summary>What a part takes once inflated, as the archive states it.</summary>
    public long BytesOf(string part) => parts[part].Length;

    public Stream Open(string part) =>
        parts.TryGetValue(part, out var entry)
            ? new ChecksummedStream(entry)
            : throw new InvalidDataException($"its part {part} is missing");

    /// <summary>As <see cref="Open"/>, read ahead where the part is large enough to repay a thread.</summary>
    public Stream OpenAhead(string part) =>
        Has(part) && BytesOf(part) > ReadAheadFrom ? new AheadStream(Open(part)) : Open(part);

    public XmlReader OpenXml(string part) => XmlFile.Open(Open(part));

    /// <summary>What a part refers to within the package; nothing where it has no relationships.</summary>
    /// <param name="part">Empty for the package itself.</param>
    public IReadOnlyList<Relationship> RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var list = $"{part[..slash]}_rels/{part[slash..]}.rels";
        var found = new List<Relationship>();
        if (!Has(list))
        {
            return found;
        }

        using var xml = OpenXml(list);
        while (xml.Read())
        {
            if (
                xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Id") is { } id
                && xml.GetAttribute("Target") is { } target
            )
            {
                var type = xml.GetAttribute("Type") ?? "";
                found.Add(new(id, type[(type.LastIndexOf('/') + 1)..], Resolve(part[..slash], target)));
            }
        }

        return found;
    }

    public void Dispose() => archive.Dispose();

    private static string Resolve(string folder, string target)
    {
        target = Uri.UnescapeDataString(target.Replace('\\', '/'));
        var path = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/'))
        {
            if (step == "..")
            {
                path.RemoveRange(Math.Max(0, path.Count - 1), Math.Min(1, path.Count));
            }
            else if (step is not ("" or "."))
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }

    private static string NameOf(string entry) => entry.Replace('\\', '/').TrimStart('/');

    /// <summary>As the end of the archive states it, before the library makes an object of each; 0 where it is not found.</summary>
    private static int EntryCount(Stream content)
    {
        const int RecordBytes = 22;
        var tail = new byte[Math.Min(content.Length, RecordBytes + ushort.MaxValue)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        content.Position = 0;
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        return at >= 0 && at + RecordBytes <= tail.Length
            ? BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10))
            : 0;
    }
}

/// <summary>That a part refers to another.</summary>
/// <param name="Type">The last word of its address, which all editions of the standard share.</param>
/// <param name="Target">The name of the other part.</param>
internal readonly record struct Relationship(string Id, string Type, string Target);
