using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BriPipeline.Core.Workbooks.Html;

/// <summary>What a page says above each of its tables: the headings that the table stands under, each with the lines that follow
/// it, and the table's own caption.</summary>
internal static partial class PageLines
{
    /// <summary>A longer text is prose, and more lines are an article.</summary>
    private const int MaxLineLength = 300;

    private const int MaxLines = 12;
    private const int Levels = 6;

    /// <summary>Parts of a page that speak of the site, of other tables, or of nothing.</summary>
    private static readonly HashSet<string> Elsewhere = new(StringComparer.Ordinal)
    {
        "nav",
        "footer",
        "aside",
        "form",
        "li",
        "a",
        "select",
        "button",
        "template",
        "noscript",
    };

    /// <summary>Elements that a line of text may consist of.</summary>
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "b",
        "strong",
        "i",
        "em",
        "u",
        "font",
        "span",
        "small",
        "sup",
        "sub",
        "br",
    };

    /// <summary>Each table of a page in document order, a table within a table being one of its own.</summary>
    public static IEnumerable<(IHtmlTableElement Table, IReadOnlyList<string> Above)> Tables(IDocument page)
    {
        // Level 0 is the page before its first heading.
        var levels = Enumerable.Range(0, Levels + 1).Select(_ => new List<Line>()).ToArray();
        var deepest = 0;
        foreach (var node in Nodes.Below(page, _ => true))
        {
            if (node is IHtmlTableElement table)
            {
                string[] caption = table.Caption is { } own ? LinesOfTitle(own) : [];
                yield return (table, [.. OfTable(levels, table).TakeLast(MaxLines), .. caption]);
                if (table.QuerySelector("table") is not null)
                {
                    // It lays the page out, and its own tables still stand below the same lines.
                    continue;
                }

                // What follows a table under the same heading is about the next.
                levels[deepest].RemoveRange(Math.Min(deepest, 1), levels[deepest].Count - Math.Min(deepest, 1));
            }
            else if (node is IHtmlHeadingElement heading && IsOfThePage(heading))
            {
                deepest = heading.LocalName[1] - '0';
                Array.ForEach([levels[0], .. levels[deepest..]], lines => lines.Clear());
                levels[deepest].Add(new(string.Join(' ', LinesOfTitle(heading)), CellOf(heading)));
            }
            else if (node is IElement element && IsLine(element) && IsOfThePage(element))
            {
                levels[deepest]
                    .AddRange(
                        LinesOf(element)
                            .Where(line => line.Length <= MaxLineLength)
                            .Select(line => new Line(line, CellOf(element)))
                    );
            }
            else if (StartsRun(node) && node.ParentElement is { } parent && IsOfThePage(parent))
            {
                levels[deepest]
                    .AddRange(
                        LinesOfRun(node)
                            .Where(line => line.Length <= MaxLineLength)
                            .Select(line => new Line(line, CellOf(parent)))
                    );
            }
        }
    }

    /// <summary>Lines that stand in a cell are about the tables within that cell.</summary>
    private static IEnumerable<string> OfTable(List<Line>[] levels, IHtmlTableElement table)
    {
        var cells = new HashSet<IElement>();
        for (var cell = CellOf(table); cell is not null; cell = CellOf(cell))
        {
            cells.Add(cell);
        }

        return levels
            .SelectMany(lines => lines)
            .Where(line => line.Cell is null || cells.Contains(line.Cell))
            .Select(line => line.Text);
    }

    /// <summary>The cell of a table that an element stands in; null where it stands in none.</summary>
    private static IElement? CellOf(IElement element)
    {
        var above = element.ParentElement;
        while (above is not (null or IHtmlTableCellElement))
        {
            above = above.ParentElement;
        }

        return above;
    }

    /// <summary>A block of nothing but text.</summary>
    private static bool IsLine(IElement element) =>
        element.LocalName is "p" or "div" or "center"
        && element.Children.All(child => Inline.Contains(child.LocalName));

    /// <summary>Whether text begins here that stands in no block of its own, between blocks and tables.</summary>
    private static bool StartsRun(INode node) =>
        IsInline(node)
        && node.ParentElement is { LocalName: "body" or "div" or "center" } parent
        && !IsLine(parent)
        && (node.PreviousSibling is not { } before || !IsInline(before));

    private static bool IsInline(INode node) =>
        node is IText || node is IElement element && Inline.Contains(element.LocalName);

    private static string[] LinesOfRun(INode first)
    {
        var text = new StringBuilder();
        for (var node = first; node is not null && IsInline(node); node = node.NextSibling)
        {
            text.Append(
                node switch
                {
                    IText words => Blanks().Replace(words.Data, " "),
                    IElement { LocalName: "br" } => "\n",
                    IElement element => CellText.Of(element).Text,
                    _ => "",
                }
            );
        }

        return text.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    private static bool IsOfThePage(IElement element)
    {
        for (var above = element; above is not null; above = above.ParentElement)
        {
            if (Elsewhere.Contains(above.LocalName) || CellText.IsHidden(above))
            {
                return false;
            }
        }

        return true;
    }

    /// <exception cref="RefusedException">It holds more than a cell may, and whatever it says would be lost.</exception>
    private static string[] LinesOfTitle(IElement element) =>
        LinesOf(element) is var lines && lines.Sum(line => line.Length) <= ReadingLimits.CellCharacters
            ? lines
            : throw RefusedException.TooMany("characters in one heading", ReadingLimits.CellCharacters);

    private static string[] LinesOf(IElement element) =>
        CellText.Of(element).Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private readonly record struct Line(string Text, IElement? Cell);
}
