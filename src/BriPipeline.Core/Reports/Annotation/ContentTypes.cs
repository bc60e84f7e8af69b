using System.IO.Compression;
using System.Xml.Linq;
using BriPipeline.Core.Office;

namespace BriPipeline.Core.Reports.Annotation;

/// <summary>The part that says of which type every other part of a package is.</summary>
internal sealed class ContentTypes(ZipArchive source)
{
    public const string Part = "[Content_Types].xml";
    private static readonly XNamespace Types = PackageParts.Types;

    private readonly XDocument types = PackageParts.Load(source, Part);

    public void Save(ZipArchive target) => PackageParts.Write(target, Part, types);

    /// <summary>Says the type of a part that has none yet.</summary>
    public void Add(string part, string type)
    {
        if (!Of(part).Any())
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

    public void Change(string part, string type)
    {
        foreach (var element in Of(part))
        {
            element.SetAttributeValue("ContentType", type);
        }
    }

    public void Remove(string part) => Of(part).Remove();

    /// <summary>Says the type of all parts with an extension.</summary>
    public void AddExtension(string extension, string type)
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

    private IEnumerable<XElement> Of(string part) =>
        types.Root!.Elements(Types + "Override").Where(type => type.Attribute("PartName")?.Value == "/" + part);
}
