using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Some columns of a sheet that hold a table beside others. Rows above its body that say nothing in these columns
/// show what they say elsewhere: a title over all of them.</summary>
internal sealed class SheetBand : Sheet
{
    private readonly Sheet whole;
    private readonly int first;
    private readonly int last;
    private readonly int firstRow;
    private readonly int lastRow;
    private readonly bool[] shared;

    /// <param name="area">The rows of the tables; all else reads as blank.</param>
    public SheetBand(Sheet whole, TableArea area, int first, int last)
    {
        (this.whole, this.first, this.last) = (whole, first, last);
        (firstRow, lastRow) = (area.FirstRow, area.LastRow);
        shared = new bool[area.HeaderRows[0]];
        for (var row = firstRow; row < shared.Length; row++)
        {
            shared[row] = Enumerable.Range(first, last - first + 1).All(column => whole[row, column].IsBlank);
        }

        MergedRanges = [.. whole.MergedRanges.Where(range => range.First.Column >= first && range.Last.Column <= last)];
    }

    /// <summary>The sheet itself, of which this and any band that it is cut from are parts.</summary>
    public static Sheet WholeOf(Sheet sheet) => sheet is SheetBand band ? WholeOf(band.whole) : sheet;

    public override string Name => whole.Name;

    public override bool IsHidden => whole.IsHidden;

    public override int RowCount => Math.Min(lastRow, whole.RowCount);

    public override int ColumnCount => last;

    public override int LastColumn(int row) => Math.Min(last, whole.LastColumn(row));

    public override Cell this[int row, int column] => Shows(row, column) ? whole[row, column] : Cell.Blank;

    public override bool IsRowHidden(int row) => whole.IsRowHidden(row);

    public override bool IsColumnHidden(int column) => whole.IsColumnHidden(column);

    public override IReadOnlySet<int> DoubtfulRows => whole.DoubtfulRows;

    public override IReadOnlyList<CellRange> MergedRanges { get; }

    public override CellAddress AddressOf(int row, int column) => whole.AddressOf(row, column);

    public override CellAddress AnchorOf(int row, int column) =>
        whole.AnchorOf(row, column) is var anchor && anchor.Column >= first && anchor.Column <= last
            ? anchor
            : new(row, column);

    private bool Shows(int row, int column) =>
        row >= firstRow
        && row <= lastRow
        && ((column >= first && column <= last) || (row < shared.Length && shared[row] && column < first));
}
