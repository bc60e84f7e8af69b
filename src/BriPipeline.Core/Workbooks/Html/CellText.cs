using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BriPipeline.Core.Workbooks.Html;

/// <summary>The text of a table cell as a reader of the page sees it.</summary>
internal static class CellText
{
    private static readonly HashSet<string> Struck = new(StringComparer.Ordinal) { "s", "del", "strike" };

    /// <summary>Elements that the reader of a page does not see.</summary>
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "noscript",
        "template",
        "datalist",
        "rt",
        "rp",
        "title",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p",
        "div",
        "li",
        "dd",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "center",
        "blockquote",
        "pre",
        "section",
        "article",
    };

    /// <summary>Elements that set a note off from what it is of: digits in them are not those of the number before.</summary>
    private static readonly HashSet<string> Asides = new(StringComparer.Ordinal) { "small", "a" };

    /// <summary>The styles by which text is seen otherwise than its element says, without blanks.</summary>
    private static readonly string[] Raising =
    [
        "vertical-align:super",
        "vertical-align:sub",
        "vertical-align:text-top",
    ];

    private static readonly string[] Striking = ["text-decoration:line-through", "text-decoration-line:line-through"];

    private static readonly string[] Hiding = ["display:none", "visibility:hidden"];

    /// <summary>Blanks and line breaks of the source collapse to one blank; no-break spaces stay, since hierarchy is drawn
    /// with them; raised digits stay raised. Tables within are left out.</summary>
    /// <returns>The text, and whether some was struck out.</returns>
    public static (string Text, bool HasStruck) Of(IElement cell)
    {
        var text = new StringBuilder();
        var hasStruck = false;
        INode? frame = null;
        foreach (var node in Nodes.Below(cell, IsShown))
        {
            if (node is IHtmlBreakRowElement)
            {
                TrimEnd(text);
                text.Append('\n');
            }
            else if (node is IText part)
            {
                var above = Above(part, cell);
                if (above.Exists(IsStruck))
                {
                    hasStruck |= !string.IsNullOrWhiteSpace(part.Data);
                    continue;
                }

                var isRaised = above.Exists(IsRaised);
                var block = above.Find(IsBlock);
                var own =
                    block ?? (isRaised ? null : above.Find(element => Asides.Contains(element.LocalName))) ?? cell;
                if (own != frame)
                {
                    Separate(text, part.Data, areBlocks: IsBlock(own) || IsBlock(frame));
                }

                frame = own;
                Append(text, part.Data, isRaised);
            }
        }

        TrimEnd(text);
        return (text.ToString(), hasStruck);
    }

    public static bool IsHidden(IElement element) => element.HasAttribute("hidden") || HasStyle(element, Hiding);

    private static bool IsShown(INode node) =>
        node is not (IHtmlTableElement or IHtmlScriptElement or IHtmlStyleElement)
        && !(node is IElement element && (Unseen.Contains(element.LocalName) || IsHidden(element)));

    private static bool IsRaised(IElement element) => element.LocalName is "sup" or "sub" || HasStyle(element, Raising);

    private static bool IsStruck(IElement element) => Struck.Contains(element.LocalName) || HasStyle(element, Striking);

    private static bool IsBlock(INode? node) => node is IElement element && Blocks.Contains(element.LocalName);

    private static bool HasStyle(IElement element, string[] styles) =>
        element.GetAttribute("style") is { } stated
        && stated.Replace(" ", "", StringComparison.Ordinal) is var style
        && Array.Exists(styles, sought => style.Contains(sought, StringComparison.OrdinalIgnoreCase));

    /// <summary>The elements around a text, within its cell, nearest first.</summary>
    private static List<IElement> Above(IText part, IElement cell)
    {
        var above = new List<IElement>();
        for (var element = part.ParentElement; element is not null && element != cell; element = element.ParentElement)
        {
            above.Add(element);
        }

        return above;
    }

    /// <summary>Keeps digits that stand in different places from running together: a line break is in no number.</summary>
    private static void Separate(StringBuilder text, string next, bool areBlocks)
    {
        var last = text.Length - 1;
        while (last >= 0 && text[last] == ' ')
        {
            last--;
        }

        if (last >= 0 && char.IsAsciiDigit(text[last]) && next.AsSpan().TrimStart() is [>= '0' and <= '9', ..])
        {
            text.Length = last + 1;
            text.Append('\n');
        }
        else if (areBlocks)
        {
            Append(text, " ", false);
        }
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
                text.Append(isRaised ? RaisedText.Raise(character) : character);
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
