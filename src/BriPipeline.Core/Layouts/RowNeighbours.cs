using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>What a row is beside the rows around it, where its own cells leave it open.</summary>
internal static class RowNeighbours
{
    /// <summary>Whether a row of words right below figures names an area where the last row with numbers does, and holds words that head
    /// nothing in all columns where that holds figures: a row that lacks its figures, and no heading.</summary>
    public static bool ContinuesFigures(Sheet sheet, RowKind[] kinds, int row, CellEvidence evidence)
    {
        // Several rows may lack their figures.
        var model = row - 1;
        while (kinds[model] == RowKind.Figures && !HoldsNumber(sheet, model))
        {
            model--;
        }

        if (kinds[model] != RowKind.Figures)
        {
            return false;
        }

        var (names, words) = (false, 0);
        for (var column = 1; column <= Math.Max(sheet.LastColumn(row), sheet.LastColumn(model)); column++)
        {
            var (cell, above) = (sheet[row, column], sheet[model, column]);
            if (cell.IsBlank != above.IsBlank)
            {
                return false;
            }

            if (!CellEvidence.IsText(cell))
            {
                continue;
            }

            if (CellEvidence.IsText(above) && !evidence.IsMissing(above))
            {
                names |= evidence.Of(cell.Text!).Areas.Count > 0;
            }
            else if (evidence.ReplacesFigure(cell))
            {
                words++;
            }
            else
            {
                return false;
            }
        }

        return names && words > 0;
    }

    private static bool HoldsNumber(Sheet sheet, int row) =>
        Enumerable.Range(1, sheet.LastColumn(row)).Any(column => CellEvidence.IsNumber(sheet[row, column]));

    /// <summary>Whether a row that looks like years over columns is a record whose figures happen to lie between 1900 and 2100:
    /// it has figures where the row above has them, or, right below a row of years, where the row below has them; and a name
    /// that heads no column.</summary>
    public static bool IsRecord(Sheet sheet, RowKind[] kinds, int row, CellEvidence evidence)
    {
        int? record =
            kinds[row - 1] == RowKind.Figures && IsAlike(sheet, row, row - 1) ? row - 1
            : kinds[row - 1] == RowKind.Periods
            && row + 1 < kinds.Length
            && kinds[row + 1] == RowKind.Figures
            && IsAlike(sheet, row, row + 1)
            && evidence.Of(sheet[row, 1].Raw).Unexplained.Count > 0
                ? row + 1
            : null;
        // In a list of flows or units each record names one; over columns such a word stands above names.
        return record is { } other
            && Enumerable
                .Range(1, sheet.LastColumn(row))
                .All(column =>
                    !HeadsColumns(sheet[row, column], evidence) || HeadsColumns(sheet[other, column], evidence)
                );
    }

    /// <summary>Whether years far apart stand over columns, "2010" beside "2024": in the first row of the sheet that holds numbers, with
    /// nothing over them, and over figures that are no years.</summary>
    public static bool HeadsFigures(Sheet sheet, RowKind[] kinds, int row, CellEvidence evidence)
    {
        const int looked = 3;
        if (kinds[row] != RowKind.Figures || row + looked >= kinds.Length)
        {
            return false;
        }

        var filled = Enumerable.Range(1, sheet.LastColumn(row)).Where(column => !sheet[row, column].IsBlank).ToList();
        var years = filled.FindAll(column => CellEvidence.IsNumber(sheet[row, column]));
        return years.Count is > 1 and var count
            && count < filled.Count
            && years.TrueForAll(column =>
                evidence.YearOrNumber(sheet[row, column]) is >= 1900 and <= 2100
                && Enumerable.Range(1, row - 1).All(above => sheet[above, column].IsBlank)
                && Enumerable
                    .Range(row + 1, looked)
                    .All(below =>
                        kinds[below] == RowKind.Figures
                        && evidence.YearOrNumber(sheet[below, column]) is not (>= 1900 and <= 2100)
                    )
            )
            && years.Select(column => sheet[row, column].Raw).Distinct(StringComparer.Ordinal).Count() == count;
    }

    private static bool HeadsColumns(Cell cell, CellEvidence evidence) =>
        CellEvidence.IsText(cell)
        && evidence
            .Of(cell.Text!)
            .Terms.Any(term =>
                term.Kind
                    is TermKind.Dimension
                        or TermKind.Flow
                        or TermKind.Unit
                        or TermKind.Multiplier
                        or TermKind.Measure
            );

    /// <summary>Whether two rows have numbers in the same columns, and texts in the same.</summary>
    private static bool IsAlike(Sheet sheet, int row, int other) =>
        Enumerable
            .Range(1, Math.Max(sheet.LastColumn(row), sheet.LastColumn(other)))
            .All(column =>
                sheet[row, column].IsBlank == sheet[other, column].IsBlank
                && CellEvidence.IsNumber(sheet[row, column]) == CellEvidence.IsNumber(sheet[other, column])
            );

    /// <summary>Whether a row that looks like numbers of years is one of a list of months whose neighbour holds figures.</summary>
    public static bool ContinuesList(Sheet sheet, RowKind[] kinds, int row, int step, CellEvidence evidence)
    {
        var next = row + step;
        if (next < 1 || next >= kinds.Length || kinds[next] != RowKind.Figures)
        {
            return false;
        }

        return Enumerable
            .Range(1, Math.Min(sheet.LastColumn(row), sheet.LastColumn(next)))
            .Any(column => IsMonth(sheet[row, column], evidence) && IsMonth(sheet[next, column], evidence));
    }

    /// <summary>Whether a row on top of a sheet holds nothing but words and years, each once, and a word stands where both rows below have
    /// a number: the names of columns, however far apart the years are.</summary>
    public static bool NamesColumns(Sheet sheet, RowKind[] kinds, int row, CellEvidence evidence)
    {
        if (row + 2 >= kinds.Length || kinds[row + 1] != RowKind.Figures || kinds[row + 2] != RowKind.Figures)
        {
            return false;
        }

        var columns = Enumerable.Range(1, Math.Max(sheet.LastColumn(row), sheet.LastColumn(row + 1))).ToList();
        return columns.TrueForAll(column => IsWord(column) || CellEvidence.IsYear(sheet[row, column]))
            && columns.Select(column => sheet[row, column].Raw).Distinct(StringComparer.Ordinal).Count()
                == columns.Count
            && columns.Exists(column =>
                IsWord(column)
                && CellEvidence.IsNumber(sheet[row + 1, column])
                && CellEvidence.IsNumber(sheet[row + 2, column])
            );

        bool IsWord(int column) =>
            sheet[row, column] is var cell
            && CellEvidence.IsText(cell)
            && cell.Text!.Any(char.IsLetter)
            && !evidence.IsMissing(cell)
            && evidence.Of(cell.Text!).Areas.Count == 0;
    }

    private static bool IsMonth(Cell cell, CellEvidence evidence) =>
        CellEvidence.IsText(cell)
        && evidence.Of(cell.Text!).Periods is [{ } part]
        && (part.FirstMonth ?? part.Quarter) is not null;
}
