using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Finds for a column the header cells that speak of it: straight up, through merged ranges, and up to the left
/// where a group heading stands only over the first column of its group.</summary>
internal sealed class HeaderLabels(Sheet sheet, TableArea area, IReadOnlySet<int> figureColumns)
{
    /// <summary>Places of the header cells over a column, from the top.</summary>
    public IReadOnlyList<CellAddress> Over(int column)
    {
        var cells = new List<CellAddress>();
        for (var i = 0; i < area.HeaderRows.Count; i++)
        {
            if (Find(i, column) is { } cell && !cells.Contains(cell))
            {
                cells.Add(cell);
            }
        }

        return cells;
    }

    private CellAddress? Find(int headerIndex, int column)
    {
        var row = area.HeaderRows[headerIndex];
        var anchor = sheet.AnchorOf(row, column);
        if (!sheet[anchor.Row, anchor.Column].IsBlank)
        {
            return anchor.Row >= area.HeaderRows[0] ? anchor : null;
        }

        if (
            !figureColumns.Contains(column)
            || headerIndex == area.HeaderRows.Count - 1
            || !IsLabelledBelow(headerIndex, column)
        )
        {
            return null;
        }

        for (var left = column - 1; left >= 1 && figureColumns.Contains(left); left--)
        {
            var other = sheet.AnchorOf(row, left);
            if (!sheet[other.Row, other.Column].IsBlank)
            {
                // A label with nothing below it is that column's own, not the heading of a group.
                return IsLabelledBelow(headerIndex, left) && !IsMerged(other) ? other : null;
            }
        }

        return null;
    }

    private bool IsLabelledBelow(int headerIndex, int column)
    {
        for (var i = headerIndex + 1; i < area.HeaderRows.Count; i++)
        {
            if (!sheet[area.HeaderRows[i], column].IsBlank)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A merged heading says itself how far it reaches.</summary>
    private bool IsMerged(CellAddress cell) => sheet.AnchorOf(cell.Row, cell.Column + 1) == cell;
}
