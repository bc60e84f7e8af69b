using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Reports.Annotation;

/// <summary>The comments of a sheet: the part with their texts, and the drawing without which spreadsheet programs do not
/// show them. A cell that has a comment of somebody else keeps it and gets ours below.</summary>
internal sealed class CommentParts
{
    /// <summary>By this author an annotation finds the comments of an earlier one, and takes them away.</summary>
    public const string Author = "BriPipeline";

    /// <summary>Begins what is added to somebody else's comment.</summary>
    private const string Below = "\n\n" + Author + ": ";

    private const string EmptyDrawing = """
        <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>
        """;

    private static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace Excel = "urn:schemas-microsoft-com:office:excel";

    private readonly XNamespace main;
    private readonly XDocument texts;
    private readonly XDocument drawing;

    /// <param name="texts">The sheet's own comments; null where it has none.</param>
    /// <param name="drawing">The sheet's own legacy drawing; null where it has none.</param>
    /// <exception cref="XmlException">The drawing cannot be read.</exception>
    public CommentParts(XNamespace main, XDocument? texts, XDocument? drawing)
    {
        this.main = main;
        this.texts = texts ?? new XDocument(new XElement(main + "comments"));
        this.drawing = drawing ?? XDocument.Parse(EmptyDrawing.Trim());
        RemoveOwn();
    }

    public void Add(IReadOnlyDictionary<CellAddress, (Tone Tone, string Text)> comments)
    {
        var root = texts.Root!;
        var authors = Element(root, "authors", isFirst: true);
        var author = authors.Elements().Count();
        authors.Add(new XElement(main + "author", Author));
        var list = Element(root, "commentList", isFirst: false);
        var there = list.Elements()
            .GroupBy(comment => comment.Attribute("ref")?.Value ?? "", StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var shape = LastShape();
        foreach (var (cell, (_, text)) in comments.OrderBy(comment => comment.Key))
        {
            if (there.TryGetValue(cell.ToString(), out var other))
            {
                Element(other, "text", isFirst: true).Add(Run(Below + text));
                continue;
            }

            list.Add(
                new XElement(
                    main + "comment",
                    new XAttribute("ref", cell.ToString()),
                    new XAttribute("authorId", author),
                    new XElement(main + "text", Run(text))
                )
            );
            drawing.Root!.Add(Shape(++shape, cell, text.Length));
        }
    }

    public void SaveTexts(Stream part) => texts.Save(part, SaveOptions.DisableFormatting);

    public void SaveDrawing(Stream part)
    {
        using var writer = XmlWriter.Create(
            part,
            new XmlWriterSettings { OmitXmlDeclaration = true, Encoding = new UTF8Encoding(false) }
        );
        drawing.Save(writer);
    }

    private XElement Run(string text) =>
        new(main + "r", new XElement(main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    private XElement Element(XElement parent, string name, bool isFirst)
    {
        var element = parent.Element(main + name);
        if (element is null)
        {
            element = new XElement(main + name);
            if (isFirst)
            {
                parent.AddFirst(element);
            }
            else
            {
                parent.Add(element);
            }
        }

        return element;
    }

    private void RemoveOwn()
    {
        var authors = texts.Root!.Element(main + "authors")?.Elements().Select(author => author.Value).ToList() ?? [];
        var own = texts
            .Root.Descendants(main + "comment")
            .Where(comment =>
                int.TryParse(comment.Attribute("authorId")?.Value, CultureInfo.InvariantCulture, out var author)
                && authors.ElementAtOrDefault(author) == Author
            )
            .ToList();
        texts.Root.Descendants(main + "r").Where(run => run.Value.StartsWith(Below, StringComparison.Ordinal)).Remove();
        var cells = own.Select(comment => comment.Attribute("ref")?.Value).ToHashSet(StringComparer.Ordinal);
        own.ForEach(comment => comment.Remove());
        drawing
            .Root!.Elements(Vml + "shape")
            .Where(shape => shape.Element(Excel + "ClientData") is { } data && cells.Contains(CellOf(data)))
            .ToList()
            .ForEach(shape => shape.Remove());
    }

    private static string? CellOf(XElement data) =>
        data.Attribute("ObjectType")?.Value == "Note"
        && int.TryParse(data.Element(Excel + "Row")?.Value, CultureInfo.InvariantCulture, out var row)
        && int.TryParse(data.Element(Excel + "Column")?.Value, CultureInfo.InvariantCulture, out var column)
        && row >= 0
        && column >= 0
            ? new CellAddress(row + 1, column + 1).ToString()
            : null;

    /// <summary>Shapes are numbered from 1025.</summary>
    private int LastShape() =>
        drawing
            .Root!.Descendants()
            .Select(shape => shape.Attribute("id")?.Value ?? "")
            .Where(id => id.StartsWith("_x0000_s", StringComparison.Ordinal))
            .Select(id => int.TryParse(id.AsSpan(8), CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Append(1024)
            .Max();

    /// <summary>A hidden box right of the cell, high enough for its text.</summary>
    private static XElement Shape(int number, CellAddress cell, int letters)
    {
        var top = Math.Max(0, cell.Row - 2);
        return new XElement(
            Vml + "shape",
            new XAttribute("id", FormattableString.Invariant($"_x0000_s{number}")),
            new XAttribute("type", "#_x0000_t202"),
            new XAttribute("style", "position:absolute;visibility:hidden"),
            new XAttribute("fillcolor", "#ffffe1"),
            new XElement(Vml + "fill", new XAttribute("color2", "#ffffe1")),
            new XElement(
                Vml + "path",
                new XAttribute(XNamespace.Get("urn:schemas-microsoft-com:office:office") + "connecttype", "none")
            ),
            new XElement(Vml + "textbox", new XAttribute("style", "mso-direction-alt:auto")),
            new XElement(
                Excel + "ClientData",
                new XAttribute("ObjectType", "Note"),
                new XElement(Excel + "MoveWithCells"),
                new XElement(Excel + "SizeWithCells"),
                new XElement(
                    Excel + "Anchor",
                    FormattableString.Invariant(
                        $"{cell.Column}, 15, {top}, 4, {cell.Column + 5}, 15, {top + Math.Min(30, 4 + (letters / 45))}, 4"
                    )
                ),
                new XElement(Excel + "AutoFill", "False"),
                new XElement(Excel + "Row", cell.Row - 1),
                new XElement(Excel + "Column", cell.Column - 1)
            )
        );
    }
}
