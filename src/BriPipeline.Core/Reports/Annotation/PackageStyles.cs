using System.Globalization;
using System.Xml.Linq;

namespace BriPipeline.Core.Reports.Annotation;

/// <summary>The cell styles of a workbook (<c>xl/styles.xml</c>), to which marked twins of its styles are added.</summary>
internal sealed class PackageStyles
{
    private readonly XDocument document;
    private readonly XNamespace main;
    private readonly XElement formats;
    private readonly int[] fills;
    private readonly Dictionary<(int Style, Tone Tone), int> marked = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <param name="document">The part as found; changed.</param>
    /// <exception cref="InvalidDataException">It is no list of styles.</exception>
    public PackageStyles(XDocument document)
    {
        this.document = document;
        main = document.Root?.Name.Namespace ?? throw new InvalidDataException("The styles are empty.");
        Section("fonts", new XElement(main + "font"));
        Section("fills", Fill("none"), Fill("gray125"));
        Section("borders", new XElement(main + "border"));
        Section("cellStyleXfs", new XElement(main + "xf"));
        formats = Section("cellXfs", new XElement(main + "xf"));
        Unmark();
        fills =
        [
            .. Tones.Colours.Select(colour =>
                Add(Section("fills"), Fill("solid", new XElement(main + "fgColor", new XAttribute("rgb", colour))))
            ),
        ];
    }

    /// <summary>The style of a cell with a colour over it.</summary>
    public int Marked(int style, Tone tone)
    {
        if (!marked.TryGetValue((style, tone), out var index))
        {
            var twin = new XElement(formats.Elements().ElementAtOrDefault(style) ?? formats.Elements().First());
            twin.SetAttributeValue("fillId", fills[(int)tone]);
            twin.SetAttributeValue("applyFill", "1");
            index = Add(formats, twin);
            marked.Add((style, tone), index);
        }

        return index;
    }

    /// <summary>A style of its own.</summary>
    /// <param name="font">One of those below; null for the usual one.</param>
    public int Add(XElement? font = null, bool isWrapped = false, bool isText = false, string? format = null)
    {
        var style = new XElement(main + "xf");
        if (font is not null)
        {
            style.SetAttributeValue("fontId", Add(Section("fonts"), font));
            style.SetAttributeValue("applyFont", "1");
        }

        if (format is not null)
        {
            style.SetAttributeValue("numFmtId", NumberOf(format));
            style.SetAttributeValue("applyNumberFormat", "1");
        }

        if (isText)
        {
            style.SetAttributeValue("quotePrefix", "1");
        }

        if (isWrapped)
        {
            style.SetAttributeValue("applyAlignment", "1");
            style.Add(
                new XElement(main + "alignment", new XAttribute("vertical", "top"), new XAttribute("wrapText", "1"))
            );
        }

        return Add(formats, style);
    }

    public XElement Bold() => Font(new XElement(main + "b"));

    public XElement Link() =>
        Font(new XElement(main + "u"), new XElement(main + "color", new XAttribute("rgb", "FF0563C1")));

    public void Save(Stream part) => document.Save(part, SaveOptions.DisableFormatting);

    private XElement Font(XElement first, XElement? colour = null) =>
        new(
            main + "font",
            first,
            new XElement(main + "sz", new XAttribute("val", "11")),
            colour,
            new XElement(main + "name", new XAttribute("val", "Calibri"))
        );

    private XElement Fill(string pattern, params object[] content) =>
        new(main + "fill", new XElement(main + "patternFill", new XAttribute("patternType", pattern), content));

    /// <summary>Takes the colours of an earlier annotation off.</summary>
    private void Unmark()
    {
        var colours = Section("fills")
            .Elements()
            .Select(fill => fill.Descendants(main + "fgColor").FirstOrDefault()?.Attribute("rgb")?.Value)
            .ToList();
        foreach (var style in formats.Elements())
        {
            if (
                int.TryParse(style.Attribute("fillId")?.Value, CultureInfo.InvariantCulture, out var fill)
                && Tones.Colours.Contains(colours.ElementAtOrDefault(fill), StringComparer.OrdinalIgnoreCase)
            )
            {
                style.SetAttributeValue("fillId", "0");
            }
        }
    }

    private string NumberOf(string format)
    {
        if (!numbers.TryGetValue(format, out var number))
        {
            var section = Section("numFmts");
            number =
                section
                    .Elements()
                    .Select(one =>
                        int.TryParse(one.Attribute("numFmtId")?.Value, CultureInfo.InvariantCulture, out var id)
                            ? id
                            : 0
                    )
                    .Append(163)
                    .Max() + 1;
            Add(
                section,
                new XElement(
                    main + "numFmt",
                    new XAttribute("numFmtId", number),
                    new XAttribute("formatCode", CellText.Clean(format, 255))
                )
            );
            numbers.Add(format, number);
        }

        return number.ToString(CultureInfo.InvariantCulture);
    }

    private static int Add(XElement section, XElement item)
    {
        var index = section.Elements().Count();
        section.Add(item);
        section.SetAttributeValue("count", index + 1);
        return index;
    }

    /// <summary>A list of the part, made where it is not there; its order among its brothers is fixed.</summary>
    private XElement Section(string name, params XElement[] first)
    {
        string[] order = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"];
        var root = document.Root!;
        var section = root.Element(main + name);
        if (section is null)
        {
            section = new XElement(main + name);
            var before = order.TakeWhile(one => one != name).Reverse().Select(one => root.Element(main + one));
            if (before.FirstOrDefault(one => one is not null) is { } brother)
            {
                brother.AddAfterSelf(section);
            }
            else
            {
                root.AddFirst(section);
            }
        }

        if (!section.HasElements)
        {
            foreach (var item in first)
            {
                Add(section, item);
            }
        }

        return section;
    }
}
