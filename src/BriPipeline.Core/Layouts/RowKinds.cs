using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>What a row of a sheet looks like, before anything is known of its table.</summary>
internal enum RowKind : byte
{
    Blank,

    /// <summary>Words only: a title, a header, a heading between rows, a note.</summary>
    Words,

    /// <summary>Years or months as numbers, as over columns, and no figure.</summary>
    Periods,

    /// <summary>Holds at least one figure or a mark in place of one.</summary>
    Figures,
}

/// <summary>Looks at each row once.</summary>
internal static class RowKinds
{
    /// <summary>The kind of each row; index 0 is unused.</summary>
    public static RowKind[] Of(Sheet sheet, CellEvidence evidence)
    {
        var kinds = new RowKind[sheet.RowCount + 1];
        var numbers = new List<int?>();
        for (var row = 1; row <= sheet.RowCount; row++)
        {
            kinds[row] = Of(sheet, row, evidence, numbers);
        }

        return kinds;
    }

    private static RowKind Of(Sheet sheet, int row, CellEvidence evidence, List<int?> numbers)
    {
        numbers.Clear();
        var words = 0;
        var dates = 0;
        var marks = 0;
        var nameArea = false;
        for (var column = 1; column <= sheet.ColumnCount; column++)
        {
            var cell = sheet[row, column];
            switch (cell.Kind)
            {
                case CellKind.Blank:
                    break;
                case CellKind.Date:
                    dates++;
                    break;
                case CellKind.Number or CellKind.Error or CellKind.Boolean:
                    numbers.Add(CellEvidence.WholeNumber(cell));
                    break;
                case CellKind.Text when evidence.IsMissing(cell):
                    marks++;
                    break;
                case CellKind.Text when CellEvidence.IsNumber(cell):
                    numbers.Add(CellEvidence.WholeNumber(cell));
                    break;
                default:
                    words++;
                    break;
            }

            // Nothing that follows can make such a row anything else.
            if (numbers.Count > 0 && numbers[^1] is not (>= 1 and <= 31 or >= 1900 and <= 2100))
            {
                return RowKind.Figures;
            }
        }

        if (numbers.Count == 0)
        {
            return (words, dates, marks) switch
            {
                (0, 0, 0) => RowKind.Blank,
                (> 0, _, > 0) => RowKind.Figures,
                (_, > 1, _) => RowKind.Periods,
                _ => RowKind.Words,
            };
        }

        var periodWords = 0;
        for (var column = 1; column <= sheet.ColumnCount && words > 0 && !nameArea; column++)
        {
            var cell = sheet[row, column];
            if (CellEvidence.IsText(cell) && !evidence.IsMissing(cell))
            {
                var found = evidence.Of(cell.Text!);
                nameArea = found.Areas.Count > 0;
                periodWords += found.Periods.Any(part => part.FirstMonth is not null) ? 1 : 0;
            }
        }

        // A bare month number may stand beside months in words ("3" and "1 to 3").
        var areMonths = periodWords >= numbers.Count && numbers.TrueForAll(number => number is >= 1 and <= 12);
        return !nameArea && marks == 0 && (areMonths || ArePeriods(numbers)) ? RowKind.Periods : RowKind.Figures;
    }

    /// <summary>Years, or numbers counted from 1, in steady order: what stands over columns and never in a row of figures.</summary>
    private static bool ArePeriods(List<int?> numbers)
    {
        var years = numbers.TrueForAll(number => number is >= 1900 and <= 2100);
        var counted = numbers[0] == 1 && numbers.Count >= 3;
        if (!years && !counted)
        {
            return false;
        }

        var rising = true;
        var falling = true;
        for (var i = 1; i < numbers.Count; i++)
        {
            var step = numbers[i] - numbers[i - 1];
            rising &= step is >= 0 and <= 5;
            falling &= step is <= 0 and >= -5;
        }

        // A counted row may start again ("1 2 3 ... 12 1 2 3"), a year may be repeated over several columns.
        return years ? rising || falling : rising || numbers.TrueForAll(number => number <= 12);
    }
}
