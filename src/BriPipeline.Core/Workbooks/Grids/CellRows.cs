using System.Runtime.InteropServices;

namespace BriPipeline.Core.Workbooks.Grids;

/// <summary>The rows of a grid as <see cref="CellBits"/>, appended in order and read at random. Trailing blanks and blank
/// rows take no cells; rows whose cells are formatted alike share one list of formats.</summary>
internal sealed class CellRows
{
    private const int PageCells = 1 << 16;
    private const int PageRows = 1 << 12;

    private readonly List<ulong[]> cellPages = [];
    private readonly List<Row[]?> rowPages = [];
    private readonly List<string> formatLists = [];
    private readonly Dictionary<string, int> formatListIndices = new(StringComparer.Ordinal);
    private int pageEnd = PageCells;
    private int previousFormats;

    /// <summary>Number of the last row that was appended; 0 while there is none.</summary>
    public int RowCount { get; private set; }

    public int ColumnCount { get; private set; }

    /// <summary>The cell's bits and the number of its format; blank beyond the grid.</summary>
    public (ulong Bits, int Format) this[int row, int column]
    {
        get
        {
            if (row < 1 || row > RowCount || column < 1 || rowPages[(row - 1) / PageRows] is not { } page)
            {
                return (CellBits.Blank, 0);
            }

            ref readonly var place = ref page[(row - 1) % PageRows];
            return column > place.Length
                ? (CellBits.Blank, 0)
                : (cellPages[place.Page][place.Start + column - 1], formatLists[place.Formats][column - 1]);
        }
    }

    /// <summary>How many cells a row takes, up to its last one that is not blank.</summary>
    public int LengthOf(int row) =>
        row >= 1 && row <= RowCount && rowPages[(row - 1) / PageRows] is { } page
            ? page[(row - 1) % PageRows].Length
            : 0;

    /// <param name="row">Beyond the last one appended; rows left out are blank.</param>
    /// <param name="cells">Not empty, the last one not blank.</param>
    /// <param name="formats">Number of the format of each cell, as characters: equal lists are found as equal strings.</param>
    public void Append(int row, ReadOnlySpan<ulong> cells, ReadOnlySpan<char> formats)
    {
        if (pageEnd + cells.Length > PageCells)
        {
            cellPages.Add(new ulong[Math.Max(PageCells, cells.Length)]);
            pageEnd = 0;
        }

        cells.CopyTo(cellPages[^1].AsSpan(pageEnd));
        PageOf(row)[(row - 1) % PageRows] = new Row(cellPages.Count - 1, pageEnd, cells.Length, FormatList(formats));
        pageEnd += cells.Length;
        RowCount = row;
        ColumnCount = Math.Max(ColumnCount, cells.Length);
    }

    private Row[] PageOf(int row)
    {
        var index = (row - 1) / PageRows;
        if (rowPages.Count <= index)
        {
            CollectionsMarshal.SetCount(rowPages, index + 1);
        }

        return rowPages[index] ??= new Row[PageRows];
    }

    private int FormatList(ReadOnlySpan<char> formats)
    {
        if (formatLists.Count > 0 && formats.SequenceEqual(formatLists[previousFormats]))
        {
            return previousFormats;
        }

        var lookup = formatListIndices.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(formats, out var index))
        {
            index = formatLists.Count;
            formatLists.Add(formats.ToString());
            formatListIndices.Add(formatLists[^1], index);
        }

        return previousFormats = index;
    }

    /// <summary>Where a row's cells stand: which page, from which cell, how many, and which list of formats.</summary>
    private readonly record struct Row(int Page, int Start, int Length, int Formats);
}
