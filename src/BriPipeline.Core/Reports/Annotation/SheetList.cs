using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using BriPipeline.Core.Office;

namespace BriPipeline.Core.Reports.Annotation;

/// <summary>The part that lists a workbook's sheets and names, and the links from it to their parts.</summary>
internal sealed class SheetList
{
    public const string Part = "xl/workbook.xml";
    private const string OwnName = "BriPipeline.Findings";

    private readonly XDocument book;
    private readonly XDocument links;

    /// <exception cref="InvalidDataException">The package lacks a part.</exception>
    public SheetList(ZipArchive source)
    {
        book = PackageParts.Load(source, Part);
        links = PackageParts.Load(source, PackageParts.LinksOf(Part));
        Main = book.Root!.Name.Namespace;
        Relationships =
            Sheets()
                .Attributes()
                .FirstOrDefault(attribute =>
                    attribute.Name.LocalName == "id" && attribute.Name.NamespaceName.Length > 0
                )
                ?.Name.NamespaceName
            ?? CopiedWorkbook.Office;
    }

    /// <summary>The namespace of the workbook's elements.</summary>
    public XNamespace Main { get; }

    /// <summary>The namespace of links, which types of links begin with.</summary>
    public string Relationships { get; }

    public IEnumerable<XElement> Sheets() => book.Root!.Element(Main + "sheets")?.Elements(Main + "sheet") ?? [];

    /// <summary>The part of a sheet; null where the list leads to none.</summary>
    public string? PartOf(XElement sheet) => LinkOf(sheet) is { } link ? PartOf(link, Part) : null;

    /// <summary>The part that a link of this type leads to; null where there is no such link.</summary>
    public string? FindPart(string ending) => FindLink(links, ending) is { } link ? PartOf(link, Part) : null;

    /// <summary>Takes a link out.</summary>
    /// <returns>The part that it led to; null where there is no such link.</returns>
    public string? Unlink(string ending)
    {
        if (FindLink(links, ending) is not { } link)
        {
            return null;
        }

        link.Remove();
        return PartOf(link, Part);
    }

    public void Link(string id, string type, string target) =>
        links.Root!.Add(PackageParts.Link(id, Relationships + type, target));

    public void Save(ZipArchive target)
    {
        PackageParts.Write(target, Part, book);
        PackageParts.Write(target, PackageParts.LinksOf(Part), links);
    }

    /// <summary>Lists our sheet first and marks it by a hidden name, by which a later annotation finds it.</summary>
    public void AddOwn(string name, string id, string target)
    {
        var sheets =
            book.Root!.Element(Main + "sheets")
            ?? throw new InvalidDataException("The workbook has no list of sheets.");
        var ids = Sheets()
            .Select(sheet =>
                int.TryParse(sheet.Attribute("sheetId")?.Value, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : 0
            );
        sheets.AddFirst(
            new XElement(
                Main + "sheet",
                new XAttribute("name", name),
                new XAttribute("sheetId", ids.Append(0).Max() + 1),
                new XAttribute(XNamespace.Get(Relationships) + "id", id)
            )
        );
        Link(id, "/worksheet", target);
        ShiftNames(0, +1);
        foreach (var view in book.Descendants(Main + "workbookView"))
        {
            view.SetAttributeValue("activeTab", null);
            view.SetAttributeValue("firstSheet", null);
        }

        var defined = book.Root.Element(Main + "definedNames");
        if (defined is null)
        {
            defined = new XElement(Main + "definedNames");
            string[] before = ["externalReferences", "functionGroups", "sheets"];
            before.Select(one => book.Root.Element(Main + one)).First(one => one is not null)!.AddAfterSelf(defined);
        }

        defined.Add(
            new XElement(
                Main + "definedName",
                new XAttribute("name", OwnName),
                new XAttribute("hidden", "1"),
                $"'{name}'!$A$1"
            )
        );
    }

    /// <summary>Takes the sheets of earlier annotations out.</summary>
    /// <returns>Their parts.</returns>
    public IReadOnlyList<string> RemoveOwn()
    {
        var parts = new List<string>();
        var names = book.Descendants(Main + "definedName").Where(one => one.Attribute("name")?.Value == OwnName);
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

            sheets[index].Remove();
            if (LinkOf(sheets[index]) is { } link)
            {
                parts.Add(PartOf(link, Part));
                link.Remove();
            }

            book.Descendants(Main + "definedName")
                .Where(one => one.Attribute("localSheetId")?.Value == index.ToString(CultureInfo.InvariantCulture))
                .Remove();
            ShiftNames(index + 1, -1);
        }

        return parts;
    }

    /// <summary>The link of a type among those of a part.</summary>
    public static XElement? FindLink(XDocument links, string ending) =>
        links
            .Root!.Elements()
            .FirstOrDefault(link =>
                link.Attribute("Type")?.Value.EndsWith(ending, StringComparison.Ordinal) == true
                && link.Attribute("Target") is not null
            );

    /// <param name="from">The part whose link it is.</param>
    public static string PartOf(XElement link, string from) =>
        PackageParts.Resolve(from, link.Attribute("Target")?.Value ?? "");

    private XElement? LinkOf(XElement sheet)
    {
        var id = sheet.Attribute(XNamespace.Get(Relationships) + "id")?.Value;
        return links.Root!.Elements().FirstOrDefault(one => one.Attribute("Id")?.Value == id);
    }

    /// <summary>Names that hold in one sheet only say which by its position.</summary>
    private void ShiftNames(int from, int by)
    {
        foreach (var name in book.Descendants(Main + "definedName"))
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
}
