using System.Globalization;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks;

/// <summary>Small sheets drawn as text: a line a row, <c>|</c> between cells, blanks around a cell left out. A number, an
/// ISO date, TRUE, FALSE and an error name are what they look like; <c>'12</c> is text; <c>&lt;</c> belongs to the merged
/// range on its left, <c>^</c> to the one above.</summary>
internal static class Grid
{
    public static Sheet Draw(string drawing, string name = "Sheet1", string? numberFormat = null)
    {
        var builder = new SheetBuilder(name);
        var rows = drawing
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToArray();
        for (var row = 1; row <= rows.Length; row++)
        {
            for (var column = 1; column <= rows[row - 1].Length; column++)
            {
                if (rows[row - 1][column - 1] is not ("<" or "^"))
                {
                    builder.Set(row, column, CellOf(rows[row - 1][column - 1], numberFormat));
                    Merge(builder, rows, row, column);
                }
            }
        }

        return builder.Build();
    }

    private static Cell CellOf(string text, string? numberFormat) =>
        text switch
        {
            "" => Cell.Blank,
            "TRUE" => Cell.OfBoolean(true),
            "FALSE" => Cell.OfBoolean(false),
            ['\'', .. var rest] => Cell.OfText(rest),
            ['#', .., '!' or '?' or 'A'] => Cell.OfError(text),
            _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
                Cell.OfNumber(number, numberFormat),
            _ when DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out var date) =>
                Cell.OfDate(date, "yyyy-mm-dd"),
            _ => Cell.OfText(text),
        };

    private static void Merge(SheetBuilder builder, string[][] rows, int row, int column)
    {
        var right = column;
        while (right < rows[row - 1].Length && rows[row - 1][right] == "<")
        {
            right++;
        }

        var down = row;
        while (down < rows.Length && column <= rows[down].Length && rows[down][column - 1] == "^")
        {
            down++;
        }

        if (right > column || down > row)
        {
            builder.Merge(new CellRange(new CellAddress(row, column), new CellAddress(down, right)));
        }
    }
}
