using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BriPipeline.Core.Workbooks.Html;

/// <summary>The text of a table cell as a reader of the page sees it.</summary>
internal static class CellText
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Blanks and line breaks of the source collapse to one blank; no-break spaces stay, since hierarchy is drawn
    /// with them; a raised digit stays raised, since <c>12.5¹</c> must not become 12.51. Tables within are left out.</summary>
    public static string Of(IElement cell)
    {
        var text = new StringBuilder();
        foreach (var node in Nodes.Below(cell, IsShown))
        {
            switch (node)
            {
                case IText part:
                    Append(text, part.Data, IsRaised(part, cell));
                    break;
                case IHtmlBreakRowElement:
                    TrimEnd(text);
                    text.Append('\n');
                    break;
                case IHtmlParagraphElement or IHtmlDivElement:
                    Append(text, " ", false);
                    break;
            }
        }

        TrimEnd(text);
        return text.ToString();
    }

    public static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || (
            element.GetAttribute("style") is { } style
            && style
                .Replace(" ", "", StringComparison.Ordinal)
                .Contains("display:none", StringComparison.OrdinalIgnoreCase)
        );

    private static bool IsShown(INode node) =>
        node is not (IHtmlTableElement or IHtmlScriptElement or IHtmlStyleElement)
        && !(node is IElement element && IsHidden(element));

    private static bool IsRaised(IText part, IElement cell)
    {
        for (var above = part.ParentElement; above is not null && above != cell; above = above.ParentElement)
        {
            if (above.LocalName == "sup")
            {
                return true;
            }
        }

        return false;
    }

    private static void Append(StringBuilder text, string part, bool isRaised)
    {
        foreach (var character in part)
        {
            if (character is ' ' or '\t' or '\r' or '\n' or '\f')
            {
                if (text.Length > 0 && text[^1] is not (' ' or '\n'))
                {
                    text.Append(' ');
                }
            }
            else
            {
                text.Append(isRaised && char.IsAsciiDigit(character) ? Superscripts[character - '0'] : character);
            }
        }
    }

    private static void TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] is ' ' or '\n')
        {
            text.Length--;
        }
    }
}
