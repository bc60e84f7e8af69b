using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks.Grids;

namespace BriPipeline.Core.Workbooks;

/// <summary>Fills a <see cref="Sheet"/> row by row: cells may come in any order within a row, but no row may be
/// returned to once a later one was begun.</summary>
public sealed class SheetBuilder
{
    /// <summary>Formats of a sheet are numbered by characters; no real workbook has a tenth of this many.</summary>
    private const int MaxFormats = char.MaxValue;

    private readonly string name;
    private bool isHidden;
    private readonly CellRows rows = new();
    private readonly List<string?> formats = [null];
    private readonly Dictionary<string, int> formatIndices = new(StringComparer.Ordinal);
    private readonly HashSet<int> hiddenRows = [];
    private readonly HashSet<int> doubtfulRows = [];
    private readonly HashSet<int> hiddenColumns = [];
    private readonly List<CellRange> merged = [];
    private Dictionary<CellAddress, CellAddress>? published;
    private IReadOnlyList<string> above = [];

    private ulong[] cells = NewCells(16);
    private char[] cellFormats = new char[16];
    private int current = 1;
    private int length;

    public SheetBuilder(string name, bool isHidden = false)
        : this(name, isHidden, new TextPool()) { }

    internal SheetBuilder(string name, bool isHidden, TextPool texts)
    {
        this.name = name;
        this.isHidden = isHidden;
        Texts = texts;
    }

    internal TextPool Texts { get; }

    internal string Name => name;

    /// <summary>What is wrong with cells, for the findings of whoever fills the sheet.</summary>
    internal CellFaults Faults { get; } = new();

    /// <exception cref="InvalidOperationException">The row is above one that was started.</exception>
    public SheetBuilder Set(int row, int column, Cell cell)
    {
        SetBits(
            row,
            column,
            cell.Kind switch
            {
                CellKind.Number => CellBits.OfNumber(cell.Number, Texts),
                CellKind.Text => CellBits.OfText(cell.Text!, Texts),
                CellKind.Error => CellBits.OfError(cell.Text!, Texts),
                CellKind.Boolean => CellBits.OfBoolean(cell.Number != 0),
                CellKind.Date => CellBits.OfDate(cell.Date),
                _ => CellBits.Blank,
            },
            FormatNumber(cell.NumberFormat)
        );
        return this;
    }

    public SheetBuilder Hide()
    {
        isHidden = true;
        return this;
    }

    public SheetBuilder HideRow(int row)
    {
        hiddenRows.Add(row);
        return this;
    }

    /// <summary>Marks a row as one of <see cref="Sheet.DoubtfulRows"/>.</summary>
    public SheetBuilder DoubtRow(int row)
    {
        doubtfulRows.Add(row);
        return this;
    }

    public SheetBuilder HideColumn(int column)
    {
        hiddenColumns.Add(column);
        return this;
    }

    public SheetBuilder Merge(CellRange range)
    {
        merged.Add(range);
        return this;
    }

    /// <summary>Says what stands above the cells, outside of them.</summary>
    public SheetBuilder Below(IReadOnlyList<string> lines)
    {
        above = lines;
        return this;
    }

    /// <summary>Says by which address the publisher's file names a grid position, where that differs.</summary>
    public SheetBuilder Publish(CellAddress position, CellAddress address)
    {
        (published ??= [])[position] = address;
        return this;
    }

    /// <summary>The sheet; the builder must not be used afterwards.</summary>
    /// <exception cref="RefusedException">It is larger than is read.</exception>
    public Sheet Build()
    {
        EndRow();
        if ((long)rows.RowCount * rows.ColumnCount > ReadingLimits.SheetCells)
        {
            throw new RefusedException(
                FindingCodes.SheetOversized,
                name,
                new CellAddress(rows.RowCount, rows.ColumnCount).ToString()
            );
        }

        return new GridSheet(
            name,
            above,
            isHidden,
            rows,
            Texts,
            formats,
            hiddenRows,
            doubtfulRows,
            hiddenColumns,
            new MergedRanges(merged),
            published
        );
    }

    /// <summary>The number by which <see cref="SetBits"/> names a format; 0 is none.</summary>
    internal char FormatNumber(string? format)
    {
        if (format is null)
        {
            return '\0';
        }

        if (!formatIndices.TryGetValue(format, out var index) && formats.Count < MaxFormats)
        {
            index = formats.Count;
            formats.Add(format);
            formatIndices.Add(format, index);
        }

        return (char)index;
    }

    internal void SetBits(int row, int column, ulong bits, char format)
    {
        if (row != current)
        {
            BeginRow(row);
        }

        if (bits == CellBits.Blank)
        {
            return;
        }

        if (column > cells.Length)
        {
            Widen(column);
        }

        if (CellBits.IsError(bits))
        {
            Faults.AddError(CellBits.Unpack(bits, null, Texts).Text!, new(row, column));
        }

        cells[column - 1] = bits;
        // A text does not define its column's format: it keeps the one above, so that more rows share one list.
        if (CellBits.IsFormatted(bits))
        {
            cellFormats[column - 1] = format;
        }

        length = Math.Max(length, column);
    }

    private void BeginRow(int row)
    {
        if (row < current)
        {
            throw new InvalidOperationException($"Row {row} comes after row {current}.");
        }

        EndRow();
        current = row;
    }

    private void EndRow()
    {
        if (length == 0)
        {
            return;
        }

        ReadingBudget.Step();
        Texts.CountCells(length);
        rows.Append(current, cells.AsSpan(0, length), cellFormats.AsSpan(0, length));
        cells.AsSpan(0, length).Fill(CellBits.Blank);
        length = 0;
    }

    private void Widen(int column)
    {
        var wider = NewCells(Math.Max(column, cells.Length * 2));
        cells.CopyTo(wider, 0);
        cells = wider;
        Array.Resize(ref cellFormats, wider.Length);
    }

    private static ulong[] NewCells(int count)
    {
        var blank = new ulong[count];
        Array.Fill(blank, CellBits.Blank);
        return blank;
    }
}
