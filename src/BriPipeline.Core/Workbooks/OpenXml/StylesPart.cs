using System.Globalization;
using System.Xml;

namespace BriPipeline.Core.Workbooks.OpenXml;

/// <summary>The styles of a workbook's cells, by their number.</summary>
internal static class StylesPart
{
    public static IReadOnlyList<CellStyle> Read(XmlReader xml)
    {
        var formats = new Dictionary<int, string>();
        var fonts = new List<(bool IsRaised, bool IsStruck)>();
        var styles = new List<CellStyle>();
        var list = "";
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            // Lists stand below the root; others, such as those of conditional formats, hold elements of the same names.
            list = xml.Depth == 1 ? xml.LocalName : list;
            switch (list, xml.Depth, xml.LocalName)
            {
                case ("numFmts", 2, "numFmt"):
                    formats[Number(xml, "numFmtId")] = xml.GetAttribute("formatCode") ?? NumberFormatCodes.General;
                    break;
                case ("fonts", 2, "font"):
                    fonts.Add(default);
                    break;
                case ("fonts", 3, "vertAlign"):
                    fonts[^1] = fonts[^1] with { IsRaised = IsRaised(xml.GetAttribute("val")) };
                    break;
                case ("fonts", 3, "strike"):
                    fonts[^1] = fonts[^1] with { IsStruck = IsOn(xml.GetAttribute("val")) };
                    break;
                case ("cellXfs", 2, "xf"):
                    styles.Add(Style(Number(xml, "numFmtId"), fonts.ElementAtOrDefault(Number(xml, "fontId"))));
                    break;
            }
        }

        return styles;

        CellStyle Style(int format, (bool IsRaised, bool IsStruck) font)
        {
            var code = formats.GetValueOrDefault(format) ?? NumberFormatCodes.OfNumber(format);
            return CellStyle.Of(code, font.IsRaised, font.IsStruck);
        }
    }

    public static bool IsRaised(string? alignment) => alignment is "superscript" or "subscript";

    /// <summary>Of a property that is on where it stands without a value.</summary>
    public static bool IsOn(string? value) => value is null or "1" or "true" or "on";

    private static int Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}
