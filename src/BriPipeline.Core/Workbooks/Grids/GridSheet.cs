using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Workbooks.Grids;

/// <summary>The one kind of sheet: a compact grid, as <see cref="SheetBuilder"/> filled it.</summary>
internal sealed class GridSheet(
    string name,
    IReadOnlyList<string> above,
    bool isHidden,
    CellRows rows,
    TextPool texts,
    IReadOnlyList<string?> formats,
    IReadOnlySet<int> hiddenRows,
    IReadOnlySet<int> doubtfulRows,
    IReadOnlySet<int> hiddenColumns,
    MergedRanges merged,
    IReadOnlyDictionary<CellAddress, CellAddress>? published
) : Sheet
{
    public override string Name => name;

    public override IReadOnlyList<string> Above => above;

    public override bool IsHidden => isHidden;

    public override int RowCount => rows.RowCount;

    public override int ColumnCount => rows.ColumnCount;

    public override int LastColumn(int row) => rows.LengthOf(row);

    public override Cell this[int row, int column]
    {
        get
        {
            ReadingBudget.Step();
            var (bits, format) = rows[row, column];
            return CellBits.Unpack(bits, formats[format], texts);
        }
    }

    public override IReadOnlyList<CellRange> MergedRanges => merged.All;

    public override IReadOnlySet<int> DoubtfulRows => doubtfulRows;

    public override bool IsRowHidden(int row) => hiddenRows.Contains(row);

    public override bool IsColumnHidden(int column) => hiddenColumns.Contains(column);

    public override CellAddress AddressOf(int row, int column)
    {
        if (published is null)
        {
            return new CellAddress(row, column);
        }

        var anchor = AnchorOf(row, column);
        return published.GetValueOrDefault(anchor, anchor);
    }

    public override bool AddressesAreOfTheGrid => published is null;

    public override CellAddress AnchorOf(int row, int column) => merged.AnchorOf(new CellAddress(row, column));
}
