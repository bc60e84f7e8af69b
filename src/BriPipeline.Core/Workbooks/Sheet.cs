using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Workbooks;

/// <summary>A sheet as a grid of cells, addressed from 1. Immutable once built (see <see cref="SheetBuilder"/>).
/// Rows and columns beyond <see cref="RowCount"/> and <see cref="ColumnCount"/> read as blank.</summary>
/// <remarks>In a CSV a row is the physical line at which the record starts, so lines inside a quoted field leave blank
/// rows behind; in an HTML table rows and columns are those of the grid after spans are laid out, and
/// <see cref="AddressOf"/> gives the place as published.</remarks>
public abstract class Sheet
{
    /// <summary>The sheet's name; <c>table1</c>, <c>table2</c> for HTML; empty for CSV.</summary>
    public abstract string Name { get; }

    /// <summary>Lines above the cells and outside them: headings of a page, the caption of its table.</summary>
    public virtual IReadOnlyList<string> Above => [];

    /// <summary>Hidden sheets are read like others and marked.</summary>
    public abstract bool IsHidden { get; }

    /// <summary>Number of the last row that holds a value (formatting alone does not count).</summary>
    public abstract int RowCount { get; }

    /// <summary>Number of the last column that holds a value.</summary>
    public abstract int ColumnCount { get; }

    /// <summary>Number of the last column that holds a value in a row; 0 where none does.</summary>
    public abstract int LastColumn(int row);

    /// <summary>The cell as stored: of a merged range only the first cell holds the value.</summary>
    public abstract Cell this[int row, int column] { get; }

    public abstract bool IsRowHidden(int row);

    public abstract bool IsColumnHidden(int column);

    /// <summary>Rows whose cells may be in the wrong columns: they are shown, and none of their
    /// figures is read.</summary>
    public abstract IReadOnlySet<int> DoubtfulRows { get; }

    public abstract IReadOnlyList<CellRange> MergedRanges { get; }

    /// <summary>The address by which the publisher's file names a grid position; the same but for HTML with spans.</summary>
    public virtual CellAddress AddressOf(int row, int column) => new(row, column);

    /// <summary>Whether <see cref="AddressOf"/> gives each position as it is.</summary>
    public virtual bool AddressesAreOfTheGrid => true;

    /// <summary>The cell that a position shows: inside a merged range the value of its first cell.</summary>
    public abstract CellAddress AnchorOf(int row, int column);
}
