using System.Text;
using BriPipeline.Core.Workbooks.Grids;

namespace BriPipeline.Core.Workbooks.OpenXml;

/// <summary>A text of runs as it is shown: raised digits are superscripts, what is struck out is not there, nor are the
/// readings printed above Chinese characters.</summary>
/// <param name="IsStruck">Whether something was struck out and nothing is left.</param>
internal readonly record struct RichText(string Text, bool IsStruck)
{
    public ulong ToBits(TextPool texts) =>
        IsStruck ? CellBits.OfError(CellFaults.StruckOut, texts) : CellBits.OfText(Text, texts);

    /// <summary>Reads an <c>si</c> or <c>is</c>, just begun, to its end.</summary>
    public static RichText Read(XmlTokens xml)
    {
        var depth = xml.Depth;
        var first = "";
        StringBuilder? all = null;
        var hasStruck = false;
        while (xml.ReadToChild(depth))
        {
            var (text, isStruck) =
                xml.Name.SequenceEqual("t"u8) ? (xml.ReadString(), false)
                : xml.Name.SequenceEqual("r"u8) ? ReadRun(xml)
                : Skip(xml);
            hasStruck |= isStruck;
            if (all is null && first.Length == 0)
            {
                first = text;
            }
            else
            {
                (all ??= new(first)).Append(text);
            }
        }

        var whole = XmlText.WithoutEscapes(all?.ToString() ?? first);
        return new(whole, hasStruck && string.IsNullOrWhiteSpace(whole));
    }

    private static (string Text, bool IsStruck) ReadRun(XmlTokens xml)
    {
        var depth = xml.Depth;
        var text = "";
        var (isRaised, isStruck) = (false, false);
        while (xml.ReadToChild(depth))
        {
            if (xml.Name.SequenceEqual("t"u8))
            {
                text += xml.ReadString();
            }
            else if (xml.Name.SequenceEqual("rPr"u8))
            {
                (isRaised, isStruck) = ReadFont(xml);
            }
            else
            {
                xml.Skip();
            }
        }

        return isStruck ? ("", text.Length > 0)
            : isRaised ? (RaisedText.Raise(text), false)
            : (text, false);
    }

    private static (bool IsRaised, bool IsStruck) ReadFont(XmlTokens xml)
    {
        var depth = xml.Depth;
        var (isRaised, isStruck) = (false, false);
        while (xml.ReadToChild(depth))
        {
            if (xml.Name.SequenceEqual("vertAlign"u8))
            {
                isRaised = StylesPart.IsRaised(Value(xml));
            }
            else if (xml.Name.SequenceEqual("strike"u8))
            {
                isStruck = StylesPart.IsOn(Value(xml));
            }

            xml.Skip();
        }

        return (isRaised, isStruck);
    }

    private static (string Text, bool IsStruck) Skip(XmlTokens xml)
    {
        xml.Skip();
        return ("", false);
    }

    private static string? Value(XmlTokens xml)
    {
        while (xml.NextAttribute(out var name, out var value))
        {
            if (name.SequenceEqual("val"u8))
            {
                return XmlText.OfAttribute(value);
            }
        }

        return null;
    }
}
