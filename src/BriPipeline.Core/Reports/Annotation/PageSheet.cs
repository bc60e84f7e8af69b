using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Reports.Annotation;

/// <summary>A page's table with the lines above it as rows of its own, so that the copy says what the page says and reads alike.</summary>
internal static class PageSheet
{
    /// <summary>Where no cell of a file is.</summary>
    private static readonly CellAddress Nowhere = new(0, 1);

    /// <summary>How many rows of its own such a sheet begins with.</summary>
    public static int LinesOf(Sheet sheet) =>
        Enumerable.Range(1, sheet.RowCount).TakeWhile(row => sheet.AddressOf(row, 1) == Nowhere).Count();

    /// <returns>A sheet whose cells keep the addresses that the publisher's file gives them.</returns>
    public static Sheet Of(Sheet sheet)
    {
        var down = sheet.Above.Count;
        if (down == 0)
        {
            return sheet;
        }

        var builder = new SheetBuilder(sheet.Name, sheet.IsHidden);
        for (var line = 1; line <= down; line++)
        {
            builder.Set(line, 1, Cell.OfText(sheet.Above[line - 1])).Publish(new(line, 1), Nowhere);
        }

        for (var row = 1; row <= sheet.RowCount; row++)
        {
            for (var column = 1; column <= sheet.LastColumn(row); column++)
            {
                builder
                    .Set(row + down, column, sheet[row, column])
                    .Publish(new(row + down, column), sheet.AddressOf(row, column));
            }

            if (sheet.IsRowHidden(row))
            {
                builder.HideRow(row + down);
            }

            if (sheet.DoubtfulRows.Contains(row))
            {
                builder.DoubtRow(row + down);
            }
        }

        foreach (var column in Enumerable.Range(1, sheet.ColumnCount).Where(sheet.IsColumnHidden))
        {
            builder.HideColumn(column);
        }

        foreach (var (first, last) in sheet.MergedRanges.Select(range => (range.First, range.Last)))
        {
            builder.Merge(new(new(first.Row + down, first.Column), new(last.Row + down, last.Column)));
        }

        return builder.Build();
    }
}
