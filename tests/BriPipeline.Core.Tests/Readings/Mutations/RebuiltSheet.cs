using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Readings.Mutations;

/// <summary>A sheet with rows and columns put in, cells added and texts replaced; all else of it stays.</summary>
internal sealed class RebuiltSheet(Sheet sheet)
{
    private readonly Dictionary<CellAddress, Cell> cells = [];
    private readonly List<CellRange> merged = [];
    private (int At, int Count) rows = (1, 0);
    private (int At, int Count) columns = (1, 0);

    public string Name { get; init; } = sheet.Name;

    public RebuiltSheet WithRows(int at, int count)
    {
        rows = (at, count);
        return this;
    }

    public RebuiltSheet WithColumn(int at)
    {
        columns = (at, 1);
        return this;
    }

    /// <param name="place">In the new sheet.</param>
    public RebuiltSheet Set(CellAddress place, Cell cell)
    {
        cells[place] = cell;
        return this;
    }

    /// <param name="range">In the new sheet.</param>
    public RebuiltSheet Merge(CellRange range)
    {
        merged.Add(range);
        return this;
    }

    public CellAddress Moved(CellAddress place) => new(Moved(place.Row, rows), Moved(place.Column, columns));

    public Workbook In(Workbook workbook) =>
        workbook with
        {
            Sheets = [.. workbook.Sheets.Select(one => one == sheet ? Build() : one)],
        };

    private Sheet Build()
    {
        var builder = new SheetBuilder(Name, sheet.IsHidden).Below(sheet.Above);
        var added = cells.ToLookup(cell => cell.Key.Row);
        var last = Math.Max(Moved(sheet.RowCount, rows), cells.Keys.Select(place => place.Row).DefaultIfEmpty().Max());
        for (var row = 1; row <= last; row++)
        {
            var from = row < rows.At ? row : row - rows.Count;
            if (row < rows.At || row >= rows.At + rows.Count)
            {
                for (var column = 1; column <= sheet.LastColumn(from); column++)
                {
                    if (sheet[from, column] is { IsBlank: false } cell)
                    {
                        builder.Set(row, Moved(column, columns), cell);
                    }
                }

                if (sheet.DoubtfulRows.Contains(from))
                {
                    builder.DoubtRow(row);
                }
            }

            foreach (var (place, cell) in added[row])
            {
                builder.Set(row, place.Column, cell);
            }
        }

        foreach (var range in sheet.MergedRanges)
        {
            builder.Merge(new(Moved(range.First), Moved(range.Last)));
        }

        foreach (var range in merged)
        {
            builder.Merge(range);
        }

        return builder.Build();
    }

    private static int Moved(int number, (int At, int Count) inserted) =>
        number < inserted.At ? number : number + inserted.Count;
}
