using System.IO.Compression;
using System.Xml;

namespace BriPipeline.Core.Workbooks.Excel;

/// <summary>Finds the archive's part of each sheet, in the order of the workbook.</summary>
internal static class SheetParts
{
    public static readonly XmlReaderSettings XmlSettings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <returns>Null for a sheet whose part is not in the archive.</returns>
    public static IReadOnlyList<ZipArchiveEntry?> Of(ZipArchive archive)
    {
        var targets = Targets(archive);
        var parts = new List<ZipArchiveEntry?>();
        foreach (var sheet in Elements(archive, "xl/workbook.xml", "sheet"))
        {
            var id = RelationshipId(sheet);
            parts.Add(id is not null && targets.TryGetValue(id, out var path) ? archive.GetEntry(path) : null);
        }

        return parts;
    }

    private static Dictionary<string, string> Targets(ZipArchive archive)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var relationship in Elements(archive, "xl/_rels/workbook.xml.rels", "Relationship"))
        {
            if (relationship.GetAttribute("Id") is { } id && relationship.GetAttribute("Target") is { } target)
            {
                targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        return targets;
    }

    /// <summary>The attribute <c>id</c> of the relationships namespace, whichever edition of the standard names it.</summary>
    private static string? RelationshipId(XmlReader sheet)
    {
        for (var found = sheet.MoveToFirstAttribute(); found; found = sheet.MoveToNextAttribute())
        {
            if (sheet.LocalName == "id" && sheet.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                return sheet.Value;
            }
        }

        return null;
    }

    private static IEnumerable<XmlReader> Elements(ZipArchive archive, string part, string name)
    {
        if (archive.GetEntry(part) is not { } entry)
        {
            yield break;
        }

        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, XmlSettings);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == name)
            {
                yield return xml;
            }
        }
    }
}
