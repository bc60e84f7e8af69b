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
    private const string WorkbookPart = "xl/workbook.xml";
    private const string FindingsPart = "xl/worksheets/bri-findings.xml";
    private const string FindingsId = "rIdBriFindings";
    private const string OwnName = "BriPipeline.Findings";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private const string StylesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
    private const string DrawingType = "application/vnd.openxmlformats-officedocument.vmlDrawing";
    private const string BookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static readonly XNamespace Links = PackageParts.Links;
    private static readonly XNamespace Types = PackageParts.Types;

    private readonly ZipArchive source;
    private readonly ZipArchive target;
    private readonly XDocument book;
    private readonly XDocument bookLinks;
    private readonly XDocument types;
    private readonly XNamespace main;
    private readonly string relationships;
    private readonly string stylesPart;
    private readonly PackageStyles styles;
    private readonly HashSet<string> done = new(StringComparer.Ordinal) { "[Content_Types].xml", WorkbookPart };

    /// <exception cref="InvalidDataException">The package lacks what a workbook needs.</exception>
    /// <exception cref="XmlException">A part is no XML.</exception>
    public AnnotatedPackage(ZipArchive source, ZipArchive target)
    {
        this.source = source;
        this.target = target;
        book = PackageParts.Load(source, WorkbookPart);
        bookLinks = PackageParts.Load(source, PackageParts.LinksOf(WorkbookPart));
        types = PackageParts.Load(source, "[Content_Types].xml");
        main = book.Root!.Name.Namespace;
        relationships =
            Sheets()
                .Attributes()
                .FirstOrDefault(attribute =>
                    attribute.Name.LocalName == "id" && attribute.Name.NamespaceName.Length > 0
                )
                ?.Name.NamespaceName
            ?? CopiedWorkbook.Office;
        done.Add(PackageParts.LinksOf(WorkbookPart));
        stylesPart = FindLink(bookLinks, "/styles") is { } link ? PartOf(link) : "xl/styles.xml";
        styles = new(PackageParts.Find(source, stylesPart) ?? new XDocument(new XElement(main + "styleSheet")));
        done.Add(stylesPart);
    }

    /// <summary>True if the workbook has macros, which are left out.</summary>
    public bool HasMacros { get; private set; }

    /// <param name="findings">In the order of repairs.</param>
    /// <param name="remarks">By whether macros were left out: what is to be said of the file.</param>
    public void Write(
        IReadOnlyList<ReportFinding> findings,
        IReadOnlyDictionary<string, SheetNotes> notes,
        Func<bool, IEnumerable<string>> remarks
    )
    {
        RemoveOwnSheet();
        RemoveMacros();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var sheet in Sheets())
        {
            var name = sheet.Attribute("name")?.Value ?? "";
            names[name] = name;
            var id = sheet.Attribute(XNamespace.Get(relationships) + "id")?.Value;
            var link = bookLinks.Root!.Elements().FirstOrDefault(one => one.Attribute("Id")?.Value == id);
            if (link is not null && source.GetEntry(PartOf(link)) is { } part)
            {
                WriteSheet(part, notes.GetValueOrDefault(name), ++number);
            }
            else if (notes.ContainsKey(name))
            {
                throw new InvalidDataException($"The part of sheet {name} is missing.");
            }
        }

        AddFindingsSheet(names.Keys);
        PackageParts.Write(
            target,
            FindingsPart,
            part => FindingsSheet.Write(part, styles, findings, remarks(HasMacros), names)
        );
        if (FindLink(bookLinks, "/styles") is null)
        {
            bookLinks.Root!.Add(PackageParts.Link("rIdBriStyles", relationships + "/styles", "styles.xml"));
            Override(stylesPart, StylesType);
        }

        PackageParts.Write(target, stylesPart, styles.Save);
        PackageParts.Write(target, WorkbookPart, book);
        PackageParts.Write(target, PackageParts.LinksOf(WorkbookPart), bookLinks);
        PackageParts.Write(target, "[Content_Types].xml", types);
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

    private IEnumerable<XElement> Sheets() => book.Root!.Element(main + "sheets")?.Elements(main + "sheet") ?? [];

    private static XElement? FindLink(XDocument links, string ending) =>
        links
            .Root!.Elements()
            .FirstOrDefault(link =>
                link.Attribute("Type")?.Value.EndsWith(ending, StringComparison.Ordinal) == true
                && link.Attribute("Target") is not null
            );

    private static string PartOf(XElement link, string from = WorkbookPart) =>
        PackageParts.Resolve(from, link.Attribute("Target")?.Value ?? "");

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
                new AnnotatedSheetPart(reader, writer, notes, styles, drawing, relationships).Copy();
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
        var links = PackageParts.Find(source, name) ?? new XDocument(new XElement(Links + "Relationships"));
        done.Add(name);
        var suffix = number.ToString(CultureInfo.InvariantCulture);
        var (texts, _) = Part("/comments", $"xl/bri-comments{suffix}.xml");
        var (drawing, drawingId) = Part("/vmlDrawing", $"xl/drawings/bri-vmlDrawing{suffix}.vml");
        var parts = new CommentParts(main, PackageParts.Find(source, texts), PackageParts.Find(source, drawing));
        parts.Add(notes.Comments);
        PackageParts.Write(target, texts, parts.SaveTexts);
        PackageParts.Write(target, drawing, parts.SaveDrawing);
        PackageParts.Write(target, name, links);
        Override(texts, CommentsType);
        Default("vml", DrawingType);
        return drawingId;

        (string Part, string Id) Part(string type, string usual)
        {
            if (FindLink(links, type) is { } own)
            {
                var part = PartOf(own, sheet);
                done.Add(part);
                return (part, own.Attribute("Id")?.Value ?? "");
            }

            var id = "rIdBri" + type[1..];
            links.Root!.Add(PackageParts.Link(id, relationships + type, "/" + usual));
            return (usual, id);
        }
    }

    private void AddFindingsSheet(IReadOnlyCollection<string> names)
    {
        var sheets =
            book.Root!.Element(main + "sheets")
            ?? throw new InvalidDataException("The workbook has no list of sheets.");
        var name = FindingsSheet.NameAmong(names);
        var ids = Sheets()
            .Select(sheet =>
                int.TryParse(sheet.Attribute("sheetId")?.Value, CultureInfo.InvariantCulture, out var id) ? id : 0
            );
        sheets.AddFirst(
            new XElement(
                main + "sheet",
                new XAttribute("name", name),
                new XAttribute("sheetId", ids.Append(0).Max() + 1),
                new XAttribute(XNamespace.Get(relationships) + "id", FindingsId)
            )
        );
        bookLinks.Root!.Add(PackageParts.Link(FindingsId, relationships + "/worksheet", "worksheets/bri-findings.xml"));
        Override(FindingsPart, SheetType);
        ShiftNames(0, +1);
        foreach (var view in book.Descendants(main + "workbookView"))
        {
            view.SetAttributeValue("activeTab", null);
            view.SetAttributeValue("firstSheet", null);
        }

        var defined = book.Root.Element(main + "definedNames");
        if (defined is null)
        {
            defined = new XElement(main + "definedNames");
            string[] before = ["externalReferences", "functionGroups", "sheets"];
            before.Select(one => book.Root.Element(main + one)).First(one => one is not null)!.AddAfterSelf(defined);
        }

        defined.Add(
            new XElement(
                main + "definedName",
                new XAttribute("name", OwnName),
                new XAttribute("hidden", "1"),
                $"'{name}'!$A$1"
            )
        );
    }

    /// <summary>Takes the sheet of an earlier annotation out.</summary>
    private void RemoveOwnSheet()
    {
        var names = book.Descendants(main + "definedName").Where(one => one.Attribute("name")?.Value == OwnName);
        foreach (var name in names.ToList())
        {
            name.Remove();
            var title = name.Value.Split('!')[0].Trim('\'');
            var sheets = Sheets().ToList();
            var index = sheets.FindIndex(sheet => sheet.Attribute("name")?.Value == title);
            if (index < 0)
            {
                continue;
            }

            var id = sheets[index].Attribute(XNamespace.Get(relationships) + "id")?.Value;
            sheets[index].Remove();
            if (bookLinks.Root!.Elements().FirstOrDefault(one => one.Attribute("Id")?.Value == id) is { } link)
            {
                Drop(PartOf(link));
                link.Remove();
            }

            book.Descendants(main + "definedName")
                .Where(one => one.Attribute("localSheetId")?.Value == index.ToString(CultureInfo.InvariantCulture))
                .Remove();
            ShiftNames(index + 1, -1);
        }
    }

    /// <summary>Names that hold in one sheet only say which by its position.</summary>
    private void ShiftNames(int from, int by)
    {
        foreach (var name in book.Descendants(main + "definedName"))
        {
            if (
                int.TryParse(name.Attribute("localSheetId")?.Value, CultureInfo.InvariantCulture, out var position)
                && position >= from
            )
            {
                name.SetAttributeValue("localSheetId", position + by);
            }
        }
    }

    private void RemoveMacros()
    {
        foreach (var type in types.Root!.Elements(Types + "Override"))
        {
            if (type.Attribute("PartName")?.Value == "/" + WorkbookPart)
            {
                type.SetAttributeValue("ContentType", BookType);
            }
        }

        if (FindLink(bookLinks, "/vbaProject") is { } link)
        {
            HasMacros = true;
            var part = PartOf(link);
            link.Remove();
            Drop(part);
            Drop(PackageParts.Resolve(part, "vbaData.xml"));
        }
    }

    private void Drop(string part)
    {
        done.Add(part);
        done.Add(PackageParts.LinksOf(part));
        types
            .Root!.Elements(Types + "Override")
            .Where(type => type.Attribute("PartName")?.Value == "/" + part)
            .Remove();
    }

    private void Override(string part, string type)
    {
        if (!types.Root!.Elements(Types + "Override").Any(one => one.Attribute("PartName")?.Value == "/" + part))
        {
            types.Root!.Add(
                new XElement(
                    Types + "Override",
                    new XAttribute("PartName", "/" + part),
                    new XAttribute("ContentType", type)
                )
            );
        }
    }

    private void Default(string extension, string type)
    {
        var isThere = types
            .Root!.Elements(Types + "Default")
            .Any(one =>
                string.Equals(one.Attribute("Extension")?.Value, extension, StringComparison.OrdinalIgnoreCase)
            );
        if (!isThere)
        {
            types.Root!.AddFirst(
                new XElement(
                    Types + "Default",
                    new XAttribute("Extension", extension),
                    new XAttribute("ContentType", type)
                )
            );
        }
    }
}
