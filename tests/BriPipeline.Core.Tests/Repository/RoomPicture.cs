using System.Globalization;
using System.Net;
using System.Text;

namespace BriPipeline.Core.Tests.Repository;

/// <summary>The contributor's drawing: the rooms of Core, and the way of an upload through them. Pixels of an SVG.</summary>
internal static class RoomPicture
{
    private const int BoxHeight = 52;

    /// <summary>Rooms that hold others, the outermost first.</summary>
    private static readonly (string Name, string What, int X, int Y, int Width, int Height)[] Frames =
    [
        ("Imports", "ledger, worker, plan, ports", 120, 14, 756, 246),
        ("Readings", "one workbook through all of these", 136, 46, 556, 200),
    ];

    private static readonly (string Name, string What, int X, int Y, int Width)[] Boxes =
    [
        ("Workbooks", "bytes to sheets", 150, 116, 112),
        ("Layouts", "sheets to tables", 284, 84, 124),
        ("Formats", "by documentation", 284, 152, 124),
        ("Evidence", "what settles", 430, 84, 108),
        ("Observations", "figures", 430, 152, 108),
        ("Checks", "each other", 562, 116, 112),
        ("Vintages", "least set of writes", 722, 66, 138),
        ("Reports", "findings at their cells", 722, 128, 138),
        ("Registers", "targets, projects", 722, 190, 138),
        ("Office", "packages, markup", 722, 278, 154),
        ("Summaries", "rows to documents", 900, 278, 140),
        ("Language", "words, areas, periods", 120, 278, 140),
        ("Sources", "profiles, answers", 274, 278, 130),
        ("Findings", "catalogue, questions", 418, 278, 140),
        ("Trade", "area, flow, period", 572, 278, 136),
    ];

    /// <summary>What stands outside Core.</summary>
    private static readonly (string Text, int X, int Y)[] Places =
    [
        ("upload", 52, 142),
        ("store", 970, 92),
        ("report", 970, 154),
        ("documents", 970, 366),
    ];

    private static readonly string[] Arrows =
    [
        "M84 138H146",
        "M262 130 282 114",
        "M262 154 282 174",
        "M408 110H428",
        "M408 178H428",
        "M484 136V150",
        "M538 170 560 152",
        "M674 134 720 96",
        "M674 148 720 154",
        "M860 92H936",
        "M860 154H936",
        "M996 88H1020V276",
        "M970 330V350",
    ];

    /// <summary>The rooms that are drawn.</summary>
    public static IEnumerable<string> Rooms => Frames.Select(frame => frame.Name).Concat(Boxes.Select(box => box.Name));

    public static string Draw()
    {
        var svg = new StringBuilder()
            .Append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1060 384\" font-family=\"DejaVu Sans, Segoe UI, Arial, sans-serif\" font-size=\"12\">\n"
            )
            .Append("<title>The rooms of Core, and the way of an upload through them</title>\n")
            .Append(
                "<defs><marker id=\"a\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 10 5 0 10z\" fill=\"#14466b\"/></marker></defs>\n"
            )
            .Append("<rect width=\"1060\" height=\"384\" fill=\"#ffffff\"/>\n");
        foreach (var (name, what, x, y, width, height) in Frames)
        {
            Rectangle(svg, x, y, width, height, "#f6f9fc");
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{x + 12}\" y=\"{y + 21}\" fill=\"#1b2733\"><tspan font-weight=\"bold\">{name}</tspan>: {what}</text>\n"
            );
        }

        foreach (var (name, what, x, y, width) in Boxes)
        {
            Rectangle(svg, x, y, width, BoxHeight, "#e3edf7");
            Write(svg, x + (width / 2), y + 22, name, "bold");
            Write(svg, x + (width / 2), y + 40, what, "normal");
        }

        foreach (var (text, x, y) in Places)
        {
            Write(svg, x, y, text, "normal");
        }

        Write(svg, 414, 352, "Each room may name these, and rooms before it.", "normal");
        foreach (var arrow in Arrows)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<path d=\"{arrow}\" fill=\"none\" stroke=\"#14466b\" stroke-width=\"1.5\" marker-end=\"url(#a)\"/>\n"
            );
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Rectangle(StringBuilder svg, int x, int y, int width, int height, string fill) =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"6\" fill=\"{fill}\" stroke=\"#14466b\"/>\n"
        );

    private static void Write(StringBuilder svg, int x, int y, string text, string weight) =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{x}\" y=\"{y}\" fill=\"#1b2733\" text-anchor=\"middle\" font-weight=\"{weight}\">{WebUtility.HtmlEncode(text)}</text>\n"
        );
}
