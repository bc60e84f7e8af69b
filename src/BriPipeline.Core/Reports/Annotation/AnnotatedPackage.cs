using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Office;

namespace BriPipeline.Core.Reports.Annotation;

/// <summary>An .xlsx with findings written into it. Parts that no finding touches are copied byte for byte.</summary>
internal sealed class AnnotatedPackage
{
    private const string FindingsPart = "xl/worksheets/bri-findings.xml";
    private const string FindingsId = "rIdBriFindings";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private const string StylesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
    private const string DrawingType = "application/vnd.openxmlformats-officedocument.vmlDrawing";
    private const string BookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private readonly ZipArchive source;
    private readonly ZipArchive target;
    private readonly SheetList list;
    private readonly ContentTypes types;
    private readonly string stylesPart;
    private readonly PackageStyles styles;
    private readonly HashSet<string> done = new(StringComparer.Ordinal)
    {
        ContentTypes.Part,
        SheetList.Part,
        PackageParts.LinksOf(SheetList.Part),
    };

    /// <exception cref="InvalidDataException">The package lacks what a workbook needs.</exception>
    /// <exception cref="XmlException">A part is no XML.</exception>
    public AnnotatedPackage(ZipArchive source, ZipArchive target)
    {
        this.source = source;
        this.target = target;
        list = new(source);
        types = new(source);
        stylesPart = list.FindPart("/styles") ?? "xl/styles.xml";
        styles = new(PackageParts.Find(source, stylesPart) ?? new XDocument(new XElement(list.Main + "styleSheet")));
        done.Add(stylesPart);
    }

    /// <summary>True if the workbook has macros, which are left out.</summary>
    public bool HasMacros { get; private set; }

    /// <param name="findings">In the order of repairs.</param>
    /// <param name="remarks">By whether macros were left out: what is to be said of the file.</param>
    public void Write(
        IReadOnlyList<ReportFinding> findings,
        IReadOnlyList<Question> questions,
        IReadOnlyDictionary<string, SheetNotes> notes,
        Func<bool, IEnumerable<string>> remarks
    )
    {
        foreach (var part in list.RemoveOwn())
        {
            Drop(part);
        }

        RemoveMacros();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var sheet in list.Sheets())
        {
            var name = sheet.Attribute("name")?.Value ?? "";
            names[name] = name;
            if (list.PartOf(sheet) is { } path && source.GetEntry(path) is { } part)
            {
                WriteSheet(part, notes.GetValueOrDefault(name), ++number);
            }
            else if (notes.ContainsKey(name))
            {
                throw new InvalidDataException($"The part of sheet {name} is missing.");
            }
        }

        list.AddOwn(FindingsSheet.NameAmong(names.Keys), FindingsId, "worksheets/bri-findings.xml");
        types.Add(FindingsPart, SheetType);
        PackageParts.Write(
            target,
            FindingsPart,
            part => FindingsSheet.Write(part, styles, findings, questions, remarks(HasMacros), names)
        );
        if (list.FindPart("/styles") is null)
        {
            list.Link("rIdBriStyles", "/styles", "styles.xml");
            types.Add(stylesPart, StylesType);
        }

        PackageParts.Write(target, stylesPart, styles.Save);
        list.Save(target);
        types.Save(target);
        CopyRest();
    }

    private void CopyRest()
    {
        // A name that leads out of the package is no part's.
        foreach (
            var entry in source.Entries.Where(entry =>
                entry.FullName.Length > 0
                && !entry.FullName.Contains("..", StringComparison.Ordinal)
                && done.Add(entry.FullName)
            )
        )
        {
            PackageParts.Write(
                target,
                entry.FullName,
                stream =>
                {
                    using var content = entry.Open();
                    content.CopyTo(stream);
                }
            );
        }
    }

    private void WriteSheet(ZipArchiveEntry part, SheetNotes? notes, int number)
    {
        // Two selected sheets would be edited together.
        if ((notes is null && !IsSelected(part)) || !done.Add(part.FullName))
        {
            return;
        }

        string? drawing = null;
        if (notes?.Comments.Count > 0)
        {
            drawing = WriteComments(part.FullName, notes, number);
        }

        PackageParts.Write(
            target,
            part.FullName,
            stream =>
            {
                using var content = part.Open();
                using var reader = XmlReader.Create(content, PackageParts.Reading);
                using var writer = XmlWriter.Create(stream, PackageParts.Writing);
                new AnnotatedSheetPart(reader, writer, notes, styles, drawing, list.Relationships).Copy();
            }
        );
    }

    /// <summary>Said at the beginning of a sheet's part.</summary>
    private static bool IsSelected(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        var start = new byte[4096];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start.AsSpan(0, length).IndexOf("tabSelected"u8) >= 0;
    }

    /// <returns>The relationship of the sheet to its drawing.</returns>
    private string WriteComments(string sheet, SheetNotes notes, int number)
    {
        var name = PackageParts.LinksOf(sheet);
        var links =
            PackageParts.Find(source, name)
            ?? new XDocument(new XElement(XNamespace.Get(PackageParts.Links) + "Relationships"));
        done.Add(name);
        var suffix = number.ToString(CultureInfo.InvariantCulture);
        var (texts, _) = Part("/comments", $"xl/bri-comments{suffix}.xml");
        var (drawing, drawingId) = Part("/vmlDrawing", $"xl/drawings/bri-vmlDrawing{suffix}.vml");
        var parts = new CommentParts(list.Main, PackageParts.Find(source, texts), PackageParts.Find(source, drawing));
        parts.Add(notes.Comments);
        PackageParts.Write(target, texts, parts.SaveTexts);
        PackageParts.Write(target, drawing, parts.SaveDrawing);
        PackageParts.Write(target, name, links);
        types.Add(texts, CommentsType);
        types.AddExtension("vml", DrawingType);
        return drawingId;

        (string Part, string Id) Part(string type, string usual)
        {
            if (SheetList.FindLink(links, type) is { } own)
            {
                var part = SheetList.PartOf(own, sheet);
                done.Add(part);
                return (part, own.Attribute("Id")?.Value ?? "");
            }

            var id = "rIdBri" + type[1..];
            links.Root!.Add(PackageParts.Link(id, list.Relationships + type, "/" + usual));
            return (usual, id);
        }
    }

    private void RemoveMacros()
    {
        types.Change(SheetList.Part, BookType);
        if (list.Unlink("/vbaProject") is { } part)
        {
            HasMacros = true;
            Drop(part);
            Drop(PackageParts.Resolve(part, "vbaData.xml"));
        }
    }

    private void Drop(string part)
    {
        done.Add(part);
        done.Add(PackageParts.LinksOf(part));
        types.Remove(part);
    }
}
