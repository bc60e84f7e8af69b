using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Divides a sheet into tables, one below the other: each a block of header rows with rows of figures below.</summary>
internal sealed class TableFinder(Sheet sheet, RowKind[] kinds)
{
    /// <summary>How many rows of headings may stand between a header and its first figures.</summary>
    private const int HeadingsBelowHeader = 4;

    public IReadOnlyList<TableArea> Find()
    {
        var tables = new List<TableArea>();
        var start = 1;
        while (NextFigures(start) is { } firstFigures)
        {
            var columns = FigureColumns(firstFigures);
            var (lastFigures, nextStart) = EndOf(firstFigures, columns);
            var header = HeaderRows(start, firstFigures, columns);
            if (header.Count == 0 && HeadsNamesAndFigures(firstFigures - 1, start, columns))
            {
                header.Add(firstFigures - 1);
            }

            var repeated = RepeatedHeaders.Mark(sheet, kinds, header, firstFigures);
            if (repeated.Count > 0)
            {
                (lastFigures, nextStart) = EndOf(firstFigures, columns);
            }

            var firstBody = header.Count == 0 ? firstFigures : header[^1] + 1;
            header.RemoveAll(row => row != header[0] && NumbersColumns(row, columns));
            header.RemoveRange(0, MergedTitles.In(sheet, header, columns));
            var (heading, blocks) = HeadingOfBlocks(start, header, lastFigures);
            header.InsertRange(0, heading);
            tables.Add(
                new(start, header, firstBody, lastFigures, nextStart - 1, blocks)
                {
                    RepeatedHeaders = [.. repeated.Where(row => row <= lastFigures)],
                }
            );
            start = nextStart;
        }

        return tables;
    }

    private int? NextFigures(int row)
    {
        for (; row < kinds.Length; row++)
        {
            if (kinds[row] == RowKind.Figures)
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>The columns that hold numbers in the first rows of figures: those that a header must stand over.</summary>
    private bool[] FigureColumns(int firstFigures)
    {
        const int looked = 100;
        var columns = new bool[sheet.ColumnCount + 1];
        for (int row = firstFigures, seen = 0; row < kinds.Length && seen < looked; row++)
        {
            if (kinds[row] == RowKind.Figures)
            {
                seen++;
                for (var column = 1; column < columns.Length; column++)
                {
                    columns[column] |= CellEvidence.IsNumber(sheet[row, column]);
                }
            }
        }

        return columns;
    }

    /// <summary>The last row of figures, and the first row that belongs to the next table.</summary>
    private (int LastFigures, int NextStart) EndOf(int firstFigures, bool[] columns)
    {
        var last = firstFigures;
        for (var row = firstFigures + 1; row < kinds.Length; row++)
        {
            if (kinds[row] == RowKind.Figures)
            {
                last = row;
            }
            else if (
                kinds[row] is not (RowKind.Blank or RowKind.Attributes)
                && IsHeader(row, columns)
                && !NumbersColumns(row, columns)
                && NextFigures(row) is not null
            )
            {
                return (last, last + 1);
            }
        }

        return (last, kinds.Length);
    }

    private List<int> HeaderRows(int start, int firstFigures, bool[] columns)
    {
        var rows = new List<int>();
        for (var row = firstFigures - 1; row >= start; row--)
        {
            if (kinds[row] == RowKind.Attributes)
            {
                firstFigures = rows.Count == 0 ? row : firstFigures;
                continue;
            }

            // Headings merged over two rows leave the lower one blank.
            if (kinds[row] == RowKind.Blank && rows.Count > 0 && IsSpanned(row, columns))
            {
                continue;
            }

            if (kinds[row] != RowKind.Blank && IsHeader(row, columns) && (rows.Count == 0 || Nests(row, rows[0])))
            {
                rows.Insert(0, row);
            }
            else if (rows.Count > 0 || firstFigures - row > HeadingsBelowHeader)
            {
                break;
            }
        }

        return rows;
    }

    /// <summary>A row right above the header with one heading for each of several blocks of columns that empty columns part;
    /// it stands over the first column of each, be that one of names or of figures.</summary>
    private (List<int> Row, IReadOnlyList<(int First, int Last)> Blocks) HeadingOfBlocks(
        int start,
        List<int> header,
        int lastFigures
    )
    {
        const int looked = 200;
        var row = header.Count == 0 ? 0 : header[0] - 1;
        while (row >= start && kinds[row] == RowKind.Blank)
        {
            row--;
        }

        if (row < start || kinds[row] != RowKind.Words)
        {
            return ([], []);
        }

        var blocks = new List<(int First, int Last)>();
        var last = Math.Min(lastFigures, header[0] + looked);
        for (var column = 1; column <= sheet.ColumnCount; column++)
        {
            var isEmpty = Enumerable.Range(header[0], last - header[0] + 1).All(below => sheet[below, column].IsBlank);
            if (!isEmpty && blocks.Count > 0 && blocks[^1].Last == column - 1)
            {
                blocks[^1] = (blocks[^1].First, column);
            }
            else if (!isEmpty)
            {
                blocks.Add((column, column));
            }
        }

        return
            blocks.Count > 1
            && blocks.TrueForAll(block =>
                !sheet[row, block.First].IsBlank
                && Enumerable.Range(block.First + 1, block.Last - block.First).All(column => sheet[row, column].IsBlank)
            )
            && blocks.Select(block => sheet[row, block.First].Raw).Distinct(StringComparer.Ordinal).Count()
                == blocks.Count
            ? ([row], blocks)
            : ([], []);
    }

    /// <summary>Whether a row below other headers only numbers the columns (1, 2, 3): it counts from a column of labels
    /// on, or stands below headings that are all different, where numbers of months would start again.</summary>
    private bool NumbersColumns(int row, bool[] columns)
    {
        var numbers = new List<int>();
        var startsAtLabels = false;
        var above = new HashSet<string>(StringComparer.Ordinal);
        var aboveDiffer = true;
        for (var column = 1; column < columns.Length; column++)
        {
            var cell = sheet[row, column];
            if (cell.IsBlank)
            {
                continue;
            }

            if (CellEvidence.WholeNumber(cell) is not { } number)
            {
                if (columns[column])
                {
                    return false;
                }

                continue;
            }

            startsAtLabels |= numbers.Count == 0 && !columns[column];
            numbers.Add(number);
            var anchor = sheet.AnchorOf(row - 1, column);
            aboveDiffer &= !sheet[anchor.Row, anchor.Column].IsBlank && above.Add(sheet[anchor.Row, anchor.Column].Raw);
        }

        var counts = numbers.Count > 1 && numbers[0] <= 2;
        for (var i = 1; i < numbers.Count; i++)
        {
            counts &= numbers[i] == numbers[i - 1] + 1;
        }

        return counts && (startsAtLabels || aboveDiffer);
    }

    /// <summary>Whether the row labels columns of figures: it stands over at least two of them (or the only one).</summary>
    private bool IsHeader(int row, bool[] columns)
    {
        var figures = 0;
        var labelled = 0;
        var headsBlocks = HeadsBlocks(row, columns);
        for (var column = 1; column < columns.Length; column++)
        {
            if (!columns[column])
            {
                continue;
            }

            figures++;
            var anchor = sheet.AnchorOf(row, column);
            var isTitle = !headsBlocks && anchor.Column < column && !AllFigures(columns, anchor.Column, column);
            if (!sheet[anchor.Row, anchor.Column].IsBlank && !isTitle)
            {
                labelled++;
            }
        }

        return labelled >= Math.Min(2, figures) && labelled > 0;
    }

    /// <summary>Whether a row has a heading over each of several blocks of names and figures side by side: a title is one.</summary>
    private bool HeadsBlocks(int row, bool[] columns)
    {
        var anchors = Enumerable
            .Range(1, columns.Length - 1)
            .Where(column => columns[column])
            .Select(column => sheet.AnchorOf(row, column))
            .Where(anchor => anchor.Row == row && !columns[anchor.Column])
            .Distinct()
            .ToList();
        return anchors.Count > 1 && anchors.TrueForAll(anchor => !sheet[anchor.Row, anchor.Column].IsBlank);
    }

    /// <summary>Whether a row right above figures heads every column of names and at least half of those of figures: a column
    /// without a heading costs itself, not the table.</summary>
    private bool HeadsNamesAndFigures(int row, int start, bool[] columns)
    {
        if (row < start || kinds[row] != RowKind.Words)
        {
            return false;
        }

        var filled = Enumerable.Range(1, columns.Length - 1).Where(column => !sheet[row + 1, column].IsBlank).ToList();
        var figures = filled.FindAll(column => columns[column]);
        return figures.Count < filled.Count
            && filled.TrueForAll(column => columns[column] || !sheet[row, column].IsBlank)
            && figures.Count(column => !sheet[row, column].IsBlank) is > 0 and var headed
            && headed * 2 >= figures.Count;
    }

    private bool IsSpanned(int row, bool[] columns) =>
        sheet.MergedRanges.Any(range =>
            range.First.Row < row
            && range.Last.Row >= row
            && range.First.Column > 1
            && Enumerable
                .Range(range.First.Column, range.Last.Column - range.First.Column + 1)
                .All(at => at < columns.Length && columns[at])
        );

    /// <summary>A heading stands over whole groups of the row below; what cuts through one (a unit line at the right of
    /// the page) heads nothing.</summary>
    private bool Nests(int upper, int lower)
    {
        foreach (var above in sheet.MergedRanges.Where(range => range.First.Row <= upper && range.Last.Row >= upper))
        {
            foreach (var below in sheet.MergedRanges.Where(range => range.First.Row == lower && range != above))
            {
                var meet =
                    Math.Max(above.First.Column, below.First.Column) <= Math.Min(above.Last.Column, below.Last.Column);
                if (meet && (below.First.Column < above.First.Column || below.Last.Column > above.Last.Column))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>A merged range that also reaches over label columns is a title, not a label of columns.</summary>
    private static bool AllFigures(bool[] columns, int first, int last) =>
        columns.AsSpan(first, last - first + 1).IndexOf(false) < 0;
}
