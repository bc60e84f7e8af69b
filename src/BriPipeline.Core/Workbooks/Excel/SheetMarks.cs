using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Workbooks.Excel;

/// <summary>What a sheet's own records say beside ExcelDataReader's reading: its error cells, and its formulas that hold
/// no computed value.</summary>
internal sealed class SheetMarks
{
    public static readonly SheetMarks None = new();

    private readonly Dictionary<CellAddress, string> errors = [];
    private CellRange? withoutValue;

    /// <summary>Last row and last column that hold a value; null where nobody has looked.</summary>
    public CellAddress? Extent { get; set; }

    public int WithoutValueCount { get; private set; }

    /// <summary>The smallest range that holds all formulas without a value; null where there are none.</summary>
    public CellRange? WithoutValue => withoutValue;

    public string? ErrorAt(int row, int column) =>
        errors.Count == 0 ? null : errors.GetValueOrDefault(new CellAddress(row, column));

    public void AddError(CellAddress cell, string name) => errors[cell] = name;

    public void AddWithoutValue(CellAddress cell)
    {
        WithoutValueCount++;
        withoutValue = withoutValue is not { } range
            ? new CellRange(cell)
            : new CellRange(
                new CellAddress(Math.Min(range.First.Row, cell.Row), Math.Min(range.First.Column, cell.Column)),
                new CellAddress(Math.Max(range.Last.Row, cell.Row), Math.Max(range.Last.Column, cell.Column))
            );
    }
}
