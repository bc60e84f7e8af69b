namespace BriPipeline.Core.Trade;

/// <summary>A rectangle of cells, both corners included; printed as A1 or A1:C3.</summary>
public readonly record struct CellRange(CellAddress First, CellAddress Last)
{
    public CellRange(CellAddress cell)
        : this(cell, cell) { }

    /// <summary>How many cells.</summary>
    public long Count => (Last.Row - First.Row + 1L) * (Last.Column - First.Column + 1);

    /// <summary>Row by row.</summary>
    public IEnumerable<CellAddress> AllCells()
    {
        for (var row = First.Row; row <= Last.Row; row++)
        {
            for (var column = First.Column; column <= Last.Column; column++)
            {
                yield return new(row, column);
            }
        }
    }

    public bool Contains(CellAddress cell) =>
        cell.Row >= First.Row && cell.Row <= Last.Row && cell.Column >= First.Column && cell.Column <= Last.Column;

    /// <summary>The smallest rectangle that holds this one and a cell.</summary>
    public CellRange With(CellAddress cell) =>
        new(
            new CellAddress(Math.Min(First.Row, cell.Row), Math.Min(First.Column, cell.Column)),
            new CellAddress(Math.Max(Last.Row, cell.Row), Math.Max(Last.Column, cell.Column))
        );

    /// <summary>The same cells as rectangles, few and disjoint: runs within a row, equal runs of rows below each other joined.</summary>
    public static IReadOnlyList<CellRange> Runs(IEnumerable<CellAddress> cells)
    {
        var runs = new List<CellRange>();
        var growing = new Dictionary<(int First, int Last), int>();
        foreach (var row in cells.Distinct().Order().GroupBy(cell => cell.Row))
        {
            foreach (var (first, last) in Columns(row.Select(cell => cell.Column)))
            {
                if (growing.TryGetValue((first, last), out var above) && runs[above].Last.Row == row.Key - 1)
                {
                    runs[above] = runs[above] with { Last = new CellAddress(row.Key, last) };
                    continue;
                }

                growing[(first, last)] = runs.Count;
                runs.Add(new CellRange(new CellAddress(row.Key, first), new CellAddress(row.Key, last)));
            }
        }

        return runs;
    }

    /// <summary>Reads A1 or A1:C3.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CellRange range)
    {
        var colon = text.IndexOf(':');
        var isRead = CellAddress.TryParse(colon < 0 ? text : text[..colon], out var first);
        var last = first;
        isRead = isRead && (colon < 0 || CellAddress.TryParse(text[(colon + 1)..], out last));
        range = new CellRange(first, last);
        return isRead;
    }

    public override string ToString() => First == Last ? First.ToString() : $"{First}:{Last}";

    private static IEnumerable<(int First, int Last)> Columns(IEnumerable<int> ascending)
    {
        (int First, int Last)? run = null;
        foreach (var column in ascending)
        {
            if (run is { } open && column == open.Last + 1)
            {
                run = (open.First, column);
                continue;
            }

            if (run is { } done)
            {
                yield return done;
            }

            run = (column, column);
        }

        if (run is { } left)
        {
            yield return left;
        }
    }
}
