using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using BriPipeline.Core.Readings;

namespace BriPipeline.Core.Office;

/// <summary>Reading and writing the parts of an OPC package.</summary>
internal static class PackageParts
{
    public const string Links = "http://schemas.openxmlformats.org/package/2006/relationships";
    public const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>One time for all entries: equal workbooks and findings give equal bytes.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
    };

    public static readonly XmlWriterSettings Writing = new()
    {
        CheckCharacters = false,
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <exception cref="InvalidDataException">There is no such part.</exception>
    /// <exception cref="XmlException">It is no XML.</exception>
    public static XDocument Load(ZipArchive archive, string name) =>
        Find(archive, name) ?? throw new InvalidDataException($"The part {name} is missing.");

    public static XDocument? Find(ZipArchive archive, string name)
    {
        if (archive.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, Reading);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <exception cref="InvalidDataException">The part has no name.</exception>
    public static void Write(ZipArchive archive, string name, Action<Stream> write)
    {
        if (name.Length == 0)
        {
            throw new InvalidDataException("A part without a name.");
        }

        var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Epoch;
        using var stream = entry.Open();
        write(stream);
    }

    public static void Write(ZipArchive archive, string name, XDocument document) =>
        Write(archive, name, stream => document.Save(stream, SaveOptions.DisableFormatting));

    /// <summary>The part that a relationship of a part names.</summary>
    public static string Resolve(string part, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var steps = part.Split('/')[..^1].ToList();
        foreach (var step in target.Split('/'))
        {
            if (step == "..")
            {
                steps = steps.SkipLast(1).ToList();
            }
            else if (step != ".")
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }

    /// <summary>Where the relationships of a part stand.</summary>
    public static string LinksOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return $"{part[..slash]}_rels/{part[slash..]}.rels";
    }

    public static XElement Link(string id, string type, string target) =>
        new(
            XNamespace.Get(Links) + "Relationship",
            new XAttribute("Id", id),
            new XAttribute("Type", type),
            new XAttribute("Target", target)
        );
}
