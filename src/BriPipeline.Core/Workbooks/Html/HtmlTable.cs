using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Workbooks.Html;

/// <summary>Lays a table out as a grid, spans becoming merged ranges, and keeps the place of each cell in its own row as
/// the published address.</summary>
internal static class HtmlTable
{
    private const int MaxSpan = 65534;

    /// <returns>Null where the table is wider than <see cref="ReadingLimits.Columns"/>.</returns>
    /// <param name="isCutOff">Whether the page ends within the last row.</param>
    public static Sheet? Lay(IHtmlTableElement table, SheetBuilder builder, bool isCutOff)
    {
        // Of each column the last row that a cell above already takes.
        var takenUntil = new List<int>();
        var rows = Nodes.Below(table, node => node is not IHtmlTableElement).OfType<IHtmlTableRowElement>().ToList();
        var lastOfSection = LastRowOfSection(rows);
        for (var row = 1; row <= rows.Count; row++)
        {
            if (CellText.IsHidden(rows[row - 1]))
            {
                builder.HideRow(row);
            }

            var column = 1;
            var ordinal = 0;
            foreach (var cell in rows[row - 1].ChildNodes.OfType<IHtmlTableCellElement>())
            {
                while (column <= takenUntil.Count && takenUntil[column - 1] >= row)
                {
                    column++;
                }

                var last = new CellAddress(
                    LastRow(cell, row, lastOfSection[row - 1]),
                    column + Math.Max(1, cell.ColumnSpan) - 1
                );
                if (last.Column > ReadingLimits.Columns)
                {
                    return null;
                }

                Place(
                    builder,
                    cell,
                    new CellRange(new CellAddress(row, column), last),
                    new CellAddress(row, ++ordinal)
                );
                Take(takenUntil, column, last);
                column = last.Column + 1;
            }
        }

        return (isCutOff ? builder.DoubtRow(rows.Count) : builder).Build();
    }

    private static void Place(SheetBuilder builder, IHtmlTableCellElement cell, CellRange range, CellAddress published)
    {
        builder.Set(range.First.Row, range.First.Column, HtmlCell.Of(cell));
        if (range.First != range.Last)
        {
            builder.Merge(range);
        }

        if (range.First != published)
        {
            builder.Publish(range.First, published);
        }
    }

    private static void Take(List<int> takenUntil, int column, CellAddress last)
    {
        while (takenUntil.Count < last.Column)
        {
            takenUntil.Add(0);
        }

        for (var taken = column; taken <= last.Column; taken++)
        {
            takenUntil[taken - 1] = Math.Max(takenUntil[taken - 1], last.Row);
        }
    }

    /// <summary>A span of 0 reaches to the end of the row's section, and none reaches further.</summary>
    private static int LastRow(IHtmlTableCellElement cell, int row, int lastOfSection) =>
        cell.RowSpan == 0 ? lastOfSection : Math.Min(lastOfSection, row + Math.Clamp(cell.RowSpan, 1, MaxSpan) - 1);

    private static int[] LastRowOfSection(List<IHtmlTableRowElement> rows)
    {
        var last = new int[rows.Count];
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            last[i] = i + 1 < rows.Count && rows[i + 1].Parent == rows[i].Parent ? last[i + 1] : i + 1;
        }

        return last;
    }
}
