using System.Text;
using System.Xml;

namespace BriPipeline.Core.Workbooks;

/// <summary>Readers of XML that take nothing from outside of it and allow no document type.</summary>
internal static class XmlFile
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static XmlReader Open(Stream content) => XmlReader.Create(content, Settings);

    /// <summary>Reads on to the next element within the present one, or to its end.</summary>
    /// <param name="depth">Of the element that is read through; the reader stands on it or within.</param>
    public static bool ReadToChild(XmlReader xml, int depth)
    {
        while (ReadWithin(xml, depth))
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the next node within the present element, or its end.</summary>
    /// <param name="depth">Of the element that is read through; the reader stands on it or within.</param>
    public static bool ReadWithin(XmlReader xml, int depth) =>
        !(xml.Depth == depth && xml is { NodeType: XmlNodeType.Element, IsEmptyElement: true })
        && xml.Read()
        && xml.Depth > depth;

    /// <summary>The text of the element on which the reader stands, read to its end.</summary>
    public static string ReadText(XmlReader xml)
    {
        var text = new StringBuilder();
        var depth = xml.Depth;
        while (ReadWithin(xml, depth))
        {
            text.Append(xml.Value);
        }

        return text.ToString();
    }

    /// <summary>Reads to the end of the element on which the reader stands.</summary>
    public static void Skip(XmlReader xml)
    {
        var depth = xml.Depth;
        while (ReadWithin(xml, depth))
        {
            continue;
        }
    }

    /// <summary>An attribute by its name without prefix.</summary>
    public static string? Local(XmlReader xml, string name)
    {
        string? value = null;
        for (var found = xml.MoveToFirstAttribute(); found && value is null; found = xml.MoveToNextAttribute())
        {
            value = xml.LocalName == name ? xml.Value : null;
        }

        xml.MoveToElement();
        return value;
    }
}
