using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Workbooks.Grids;

/// <summary>Finds the merged range around a position without walking them all.</summary>
internal sealed class MergedRanges
{
    private readonly CellRange[] byRow;

    /// <summary>Greatest last row among a range and all before it: if it is above a row, none of them reaches that row.</summary>
    private readonly int[] reach;

    public MergedRanges(IEnumerable<CellRange> ranges)
    {
        byRow = [.. ranges.Where(range => range.First != range.Last).OrderBy(range => range.First)];
        reach = new int[byRow.Length];
        for (var i = 0; i < byRow.Length; i++)
        {
            reach[i] = Math.Max(byRow[i].Last.Row, i == 0 ? 0 : reach[i - 1]);
        }
    }

    public IReadOnlyList<CellRange> All => byRow;

    public CellAddress AnchorOf(CellAddress cell)
    {
        for (var i = CountThatStartBy(cell) - 1; i >= 0 && reach[i] >= cell.Row; i--)
        {
            if (byRow[i].Contains(cell))
            {
                return byRow[i].First;
            }
        }

        return cell;
    }

    private int CountThatStartBy(CellAddress cell)
    {
        var low = 0;
        var high = byRow.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (byRow[middle].First <= cell)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
