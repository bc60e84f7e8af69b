using System.Globalization;
using System.Text;
using System.Xml;

namespace BriPipeline.Core.Workbooks.OpenDocument;

/// <summary>The styles of an OpenDocument file, as far as they change what is read.</summary>
internal sealed class OpenDocumentStyles
{
    private readonly Dictionary<string, string> formats = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> formatsOfCells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> parents = new(StringComparer.Ordinal);
    private readonly HashSet<string> raised = new(StringComparer.Ordinal);
    private readonly HashSet<string> struck = new(StringComparer.Ordinal);
    private readonly HashSet<string> hidden = new(StringComparer.Ordinal);

    /// <summary>The number format of a cell's style as a code of OOXML; null where it has none.</summary>
    public string? FormatOf(string? style)
    {
        for (
            var (depth, name) = (0, style);
            name is not null && depth < 16;
            depth++, name = parents.GetValueOrDefault(name)
        )
        {
            if (formatsOfCells.TryGetValue(name, out var format))
            {
                return formats.GetValueOrDefault(format);
            }
        }

        return null;
    }

    public bool IsRaised(string? style) => style is not null && raised.Contains(style);

    public bool IsStruck(string? style) => style is not null && struck.Contains(style);

    /// <summary>Whether sheets of a style are not shown.</summary>
    public bool IsHidden(string? style) => style is not null && hidden.Contains(style);

    /// <summary>Reads a list of styles, on which the reader stands, to its end.</summary>
    public void Read(XmlReader xml)
    {
        var depth = xml.Depth;
        var name = "";
        while (XmlFile.ReadToChild(xml, depth))
        {
            switch (xml.LocalName)
            {
                case "style":
                    name = XmlFile.Local(xml, "name") ?? "";
                    if (XmlFile.Local(xml, "data-style-name") is { } format)
                    {
                        formatsOfCells[name] = format;
                    }

                    if (XmlFile.Local(xml, "parent-style-name") is { } parent)
                    {
                        parents[name] = parent;
                    }

                    break;
                case "text-properties":
                    Keep(raised, name, XmlFile.Local(xml, "text-position") is { } place && !IsOnLine(place));
                    // LibreOffice writes the style of whole cells, and only the type of parts of a text.
                    Keep(
                        struck,
                        name,
                        IsDrawn(xml, "text-line-through-style") || IsDrawn(xml, "text-line-through-type")
                    );
                    break;
                case "table-properties":
                    Keep(hidden, name, XmlFile.Local(xml, "display") == "false");
                    break;
                case "number-style"
                or "percentage-style"
                or "currency-style"
                or "date-style"
                or "time-style"
                or "text-style":
                    if (XmlFile.Local(xml, "name") is { } own)
                    {
                        formats[own] = FormatOf(xml);
                    }

                    break;
            }
        }
    }

    private static void Keep(HashSet<string> styles, string name, bool isOne)
    {
        if (isOne)
        {
            styles.Add(name);
        }
    }

    /// <summary>"super", "sub" or by how many hundredths text stands above the line, and its size.</summary>
    private static bool IsDrawn(XmlReader xml, string line) => XmlFile.Local(xml, line) is not (null or "none");

    private static bool IsOnLine(string position) => position.StartsWith("0%", StringComparison.Ordinal);

    /// <summary>The code that shows a number as a style does: its digits, its power of ten and its words.</summary>
    private static string FormatOf(XmlReader style)
    {
        if (style.LocalName is "date-style")
        {
            return "yyyy-mm-dd";
        }

        var code = new StringBuilder();
        var depth = style.Depth;
        var word = "";
        while (XmlFile.ReadWithin(style, depth))
        {
            if (style.NodeType is XmlNodeType.Text)
            {
                word = style.Value;
                code.Append(word == "%" ? word : $"\"{word.Replace("\"", "", StringComparison.Ordinal)}\"");
            }
            else if (
                style is { NodeType: XmlNodeType.Element, LocalName: "number" or "scientific-number" or "fraction" }
            )
            {
                code.Append(Digits(style));
            }
            else if (style is { NodeType: XmlNodeType.Element, LocalName: "text-content" })
            {
                code.Append('@');
            }
        }

        return code.Length == 0 ? NumberFormatCodes.General : code.ToString();
    }

    private static string Digits(XmlReader number)
    {
        var whole = Number(number, "min-integer-digits");
        var decimals = Number(number, "decimal-places");
        var factor = XmlFile.Local(number, "display-factor") ?? "1";
        if (number.LocalName != "number" || XmlFile.Local(number, "decimal-places") is null && whole <= 1)
        {
            return NumberFormatCodes.General;
        }

        var digits = XmlFile.Local(number, "grouping") == "true" ? "#,##0" : new string('0', Math.Max(1, whole));
        return digits
            + (decimals > 0 ? "." + new string('0', decimals) : "")
            + new string(',', (factor.Split('.')[0].Length - 1) / 3);
    }

    private static int Number(XmlReader xml, string attribute) =>
        int.TryParse(XmlFile.Local(xml, attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Min(number, 30)
            : 0;
}
