using System.Globalization;
using System.Net;
using System.Text;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Repository;

/// <summary>README's drawing: a published sheet, and the rows that come of it with the cell of each. Pixels of an SVG.</summary>
/// <param name="Sheet">As it is read.</param>
/// <param name="Lines">Rows of <c>bri read</c>, without the header.</param>
internal sealed record SheetPicture(Sheet Sheet, IReadOnlyList<string> Lines)
{
    private const int RowHeight = 26;
    private const int Top = 34;
    private const int Right = 560;

    private static readonly int[] SheetRows = [1, 2, 3, 5, 6, 7, 8, 10, 11, 12];

    private static readonly (char Letter, int Left, int Width)[] Columns =
    [
        ('A', 30, 84),
        ('B', 114, 98),
        ('C', 212, 46),
        ('D', 258, 106),
        ('E', 364, 46),
        ('F', 410, 106),
    ];

    /// <summary>Which cell says what a column of the rows holds, and their colour.</summary>
    private static readonly (int Field, string Head, int Left, string[] Cells, string Colour)[] Fields =
    [
        (1, "reporter", 24, ["A1"], "#fde2c4"),
        (2, "partner", 92, ["A10", "A11"], "#d7ebd3"),
        (3, "flow", 152, ["D5", "F5"], "#d6e4f7"),
        (6, "period", 196, ["A2"], "#f9d9e3"),
        (5, "unit", 254, ["F3"], "#e7dcf4"),
        (7, "value", 300, [], "#ffffff"),
        (11, "cell", 412, [], "#ffffff"),
    ];

    public override string ToString()
    {
        var height = Top + (SheetRows.Length * RowHeight) + 14;
        var svg = new StringBuilder()
            .Append(
                CultureInfo.InvariantCulture,
                $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1010 {height}\" font-family=\"DejaVu Sans, Segoe UI, Arial, sans-serif\" font-size=\"11\">\n"
            )
            .Append("<title>A published sheet, and the rows that come of it with the cell of each</title>\n")
            .Append(CultureInfo.InvariantCulture, $"<rect width=\"1010\" height=\"{height}\" fill=\"#ffffff\"/>\n");
        DrawSheet(svg);
        DrawRows(svg);
        return svg.Append("</svg>\n").ToString();
    }

    private void DrawSheet(StringBuilder svg)
    {
        foreach (var (letter, left, width) in Columns)
        {
            Box(svg, left, Top - 20, width, 20, "#eef1f4");
            Write(svg, left + (width / 2), Top - 6, $"{letter}", "#66707c", anchor: "middle");
        }

        foreach (var (index, row) in SheetRows.Index())
        {
            var y = Top + (index * RowHeight);
            Box(svg, 6, y, 24, RowHeight, "#eef1f4");
            Write(svg, 18, y + 17, $"{row}", "#66707c", anchor: "middle");
            foreach (var (letter, left, width) in Columns)
            {
                var address = $"{letter}{row}";
                var tint = Array.Find(Fields, field => field.Cells.Contains(address)).Colour ?? "#ffffff";
                Box(svg, left, y, width, RowHeight, NumberOf(address) > 0 ? "#fff3b0" : tint);
            }
        }

        // Texts after the boxes: a title runs over the cells beside it.
        foreach (var (index, row) in SheetRows.Index())
        {
            foreach (var (letter, left, width) in Columns)
            {
                var text = Sheet[row, letter - 'A' + 1].Raw.Trim();
                var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
                var isTitle = row < 5;
                var room = isTitle ? 78 : width / 7;
                text = text.Length > room ? text[..(room - 1)] + "…" : text;
                var y = Top + (index * RowHeight) + 17;
                var isRight = isNumber || (isTitle && letter == Columns[^1].Letter);
                Write(
                    svg,
                    isRight ? left + width - 4 : left + 4,
                    y,
                    text,
                    "#1c2733",
                    anchor: isRight ? "end" : "start",
                    size: isNumber ? 10 : 11
                );
                if (NumberOf($"{letter}{row}") is > 0 and var number)
                {
                    Badge(svg, left + 1, Top + (index * RowHeight) + 1, number);
                }
            }
        }
    }

    private void DrawRows(StringBuilder svg)
    {
        Write(svg, 528, Top + 130, "→", "#14466b", size: 26);
        foreach (var (_, head, left, _, colour) in Fields)
        {
            Box(svg, Right + left - 4, Top + 52, WidthOf(left), RowHeight, colour);
            Write(svg, Right + left, Top + 69, head, "#1c2733", weight: "bold");
        }

        foreach (var (index, line) in Lines.Index())
        {
            var y = Top + 52 + ((index + 1) * RowHeight);
            Badge(svg, Right, y + 7, index + 1);
            var fields = line.Split(',');
            foreach (var (field, head, left, _, _) in Fields)
            {
                Box(svg, Right + left - 4, y, WidthOf(left), RowHeight, head == "cell" ? "#fff3b0" : "#ffffff");
                var isValue = head == "value";
                Write(
                    svg,
                    isValue ? Right + left + WidthOf(left) - 10 : Right + left,
                    y + 17,
                    fields[field],
                    "#1c2733",
                    anchor: isValue ? "end" : "start"
                );
            }
        }

        Write(svg, Right + 20, Top + 40, "bri read kazakhstan-partners-2022.xlsx", "#14466b", weight: "bold");
        string[] notes =
        [
            "One colour: where each part of a row comes from.",
            "“тыс. долларов США”: values are stored in whole dollars.",
            "Shares (columns C and E) are read as shares and not stored.",
        ];
        foreach (var (index, note) in notes.Index())
        {
            Write(svg, Right + 20, Top + 206 + (index * 18), note, "#4a5560");
        }
    }

    /// <summary>Which of the rows stands in a cell, from 1; 0 for none.</summary>
    private int NumberOf(string address)
    {
        foreach (var (index, line) in Lines.Index())
        {
            if (line.Split(',')[11] == address)
            {
                return index + 1;
            }
        }

        return 0;
    }

    private static int WidthOf(int left) =>
        (Fields.Select(field => field.Left).FirstOrDefault(other => other > left) is > 0 and var next ? next : 446)
        - left;

    private static void Box(StringBuilder svg, int x, int y, int width, int height, string fill) =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\" stroke=\"#c9d1d9\"/>\n"
        );

    private static void Badge(StringBuilder svg, int x, int y, int number) =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<circle cx=\"{x + 6}\" cy=\"{y + 6}\" r=\"5.5\" fill=\"#14466b\"/><text x=\"{x + 6}\" y=\"{y + 9}\" font-size=\"9\" fill=\"#ffffff\" text-anchor=\"middle\">{number}</text>\n"
        );

    private static void Write(
        StringBuilder svg,
        int x,
        int y,
        string text,
        string fill,
        string anchor = "start",
        string weight = "normal",
        int size = 11
    )
    {
        if (text.Length > 0)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{x}\" y=\"{y}\" fill=\"{fill}\" text-anchor=\"{anchor}\" font-weight=\"{weight}\" font-size=\"{size}\">{WebUtility.HtmlEncode(text)}</text>\n"
            );
        }
    }
}
