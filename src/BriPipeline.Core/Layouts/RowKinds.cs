using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Looks at each row once.</summary>
internal static class RowKinds
{
    /// <summary>Attributes of series stand among the first rows.</summary>
    private const int LastOfAttributes = 60;

    /// <summary>The kind of each row; index 0 is unused.</summary>
    public static RowKind[] Of(Sheet sheet, CellEvidence evidence)
    {
        var kinds = new RowKind[sheet.RowCount + 1];
        var numbers = new List<int?>();
        var series = SeriesRows.In(sheet, evidence);
        var frame = FrameHeader(sheet);
        for (var row = 1; row <= sheet.RowCount; row++)
        {
            kinds[row] =
                series.TryGetValue(row, out var kind) ? kind
                : row == frame ? RowKind.Blank
                : row == frame + 1 ? RowKind.Words
                : kinds[row - 1] == RowKind.Figures && AreChanges(sheet, row) ? RowKind.Attributes
                : row <= LastOfAttributes && AreAttributes(sheet, row, evidence) ? RowKind.Attributes
                : Of(sheet, row, evidence, numbers);
        }

        var top = Array.FindIndex(kinds, 1, kind => kind != RowKind.Blank);
        if (top > 0 && kinds[top] == RowKind.Figures && RowNeighbours.NamesColumns(sheet, kinds, top, evidence))
        {
            kinds[top] = RowKind.Periods;
        }

        for (var row = 1; row <= sheet.RowCount; row++)
        {
            if (
                kinds[row] == RowKind.Periods
                && (
                    RowNeighbours.IsRecord(sheet, kinds, row, evidence)
                    || RowNeighbours.ContinuesList(sheet, kinds, row, -1, evidence)
                    || RowNeighbours.ContinuesList(sheet, kinds, row, 1, evidence)
                )
            )
            {
                kinds[row] = RowKind.Figures;
            }
            else if (kinds[row] == RowKind.Words && RowNeighbours.ContinuesFigures(sheet, kinds, row, evidence))
            {
                kinds[row] = RowKind.Figures;
            }
        }

        if (
            Array.IndexOf(kinds, RowKind.Figures) is > 0 and var first
            && RowNeighbours.HeadsFigures(sheet, kinds, first, evidence)
        )
        {
            kinds[first] = RowKind.Periods;
        }

        for (var row = sheet.RowCount - 1; row >= 1; row--)
        {
            // Above figures such a row is one of them, whatever its name, and heads no columns.
            if (
                kinds[row] is RowKind.Words or RowKind.Periods
                && kinds[row + 1] == RowKind.Figures
                && ArePercentages(sheet, row)
            )
            {
                kinds[row] = RowKind.Figures;
            }
        }

        return kinds;
    }

    /// <summary>A row that numbers the columns from 0 over a header that has the number 0 itself, as tools for data write a sheet whose
    /// header they did not see; null where there is none.</summary>
    private static int? FrameHeader(Sheet sheet)
    {
        for (var row = 1; row < Math.Min(sheet.RowCount, LastOfAttributes); row++)
        {
            if (NumbersFromZero(sheet, row))
            {
                return row;
            }
        }

        return null;
    }

    private static bool NumbersFromZero(Sheet sheet, int row)
    {
        const int least = 3;
        var last = sheet.LastColumn(row);
        var first = Enumerable.Range(1, last).FirstOrDefault(column => !sheet[row, column].IsBlank);
        return first > 1
            && last - first >= least
            && CellEvidence.WholeNumber(sheet[row + 1, first - 1]) == 0
            && Enumerable
                .Range(first, last - first + 1)
                .All(column =>
                    CellEvidence.WholeNumber(sheet[row, column]) == column - first
                    && sheet[row + 1, column] is var below
                    && (below.IsBlank || CellEvidence.IsText(below) || CellEvidence.IsYear(below))
                );
    }

    /// <summary>Whether a row holds nothing but numbers with a sign in brackets, "(+19.0)": changes of the figures above it.</summary>
    private static bool AreChanges(Sheet sheet, int row)
    {
        var changes = 0;
        for (var column = 1; column <= sheet.LastColumn(row); column++)
        {
            var cell = sheet[row, column];
            if (cell.IsBlank)
            {
                continue;
            }

            if (!NumberTexts.IsChange(cell) || !CellEvidence.IsNumber(sheet[row - 1, column]))
            {
                return false;
            }

            changes++;
        }

        return changes > 0;
    }

    /// <summary>Whether a row holds percentages, and nothing else but a name where the row below has its own.</summary>
    private static bool ArePercentages(Sheet sheet, int row)
    {
        var filled = Enumerable.Range(1, sheet.LastColumn(row)).Where(column => !sheet[row, column].IsBlank).ToList();
        var names = filled.FindAll(column => !CellEvidence.IsPercentage(sheet[row, column]));
        return filled.Count > names.Count
            && (names.Count == 0 || (names is [var name] && CellEvidence.IsText(sheet[row + 1, name])));
    }

    /// <summary>Whether a row names an attribute of series and then gives that of each: all the same, or all dates, or names
    /// made of letters and digits.</summary>
    private static bool AreAttributes(Sheet sheet, int row, CellEvidence evidence)
    {
        var filled = new List<Cell>();
        for (var column = 1; column <= sheet.LastColumn(row); column++)
        {
            if (sheet[row, column] is { IsBlank: false } cell)
            {
                filled.Add(cell);
                if (
                    filled.Count == 1
                    && !(cell.Kind == CellKind.Text && evidence.Of(cell.Text!).Names("attribute", "frequency"))
                )
                {
                    return false;
                }
            }
        }

        var values = filled.Skip(1).ToList();
        return values.Count > 0
            && (
                values.TrueForAll(cell => cell.Raw == values[0].Raw)
                || values.TrueForAll(cell => cell.Kind == CellKind.Date)
                || values.TrueForAll(cell => CellEvidence.WholeNumber(cell) is not null)
                || values.TrueForAll(cell =>
                    cell.Kind == CellKind.Text && cell.Text!.Any(char.IsDigit) && cell.Text!.Any(char.IsLetter)
                )
            );
    }

    private static RowKind Of(Sheet sheet, int row, CellEvidence evidence, List<int?> numbers)
    {
        numbers.Clear();
        var words = 0;
        var dates = 0;
        var marks = 0;
        var nameArea = false;
        var unknown = false;
        // From the right, where figures stand: most rows are known after a cell or two.
        for (var column = sheet.LastColumn(row); column >= 1; column--)
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
                    numbers.Add(evidence.YearOrNumber(cell));
                    break;
                case CellKind.Text when evidence.IsMissing(cell):
                    marks++;
                    break;
                case CellKind.Text when CellEvidence.IsNumber(cell):
                    numbers.Add(evidence.YearOrNumber(cell));
                    break;
                case CellKind.Text when NumberTexts.IsInexact(cell):
                    numbers.Add(null);
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

        numbers.Reverse();
        if (numbers.Count == 0)
        {
            return (words, dates, marks) switch
            {
                (0, 0, 0) => RowKind.Blank,
                (> 0, _, > 0) => RowKind.Figures,
                // A name with nothing but spoilt figures is a row of them, and no heading.
                (> 1, _, _) when IsSpoilt(sheet, row, words, evidence) && NamesArea(sheet, row, evidence) =>
                    RowKind.Figures,
                (_, > 1, _) => RowKind.Periods,
                _ => RowKind.Words,
            };
        }

        var months = new HashSet<int?>();
        for (var column = 1; column <= sheet.LastColumn(row) && words > 0 && !nameArea; column++)
        {
            var cell = sheet[row, column];
            if (CellEvidence.IsText(cell) && !evidence.IsMissing(cell))
            {
                var found = evidence.Of(cell.Text!);
                nameArea = found.Areas.Count > 0;
                unknown |= evidence.Of(cell.Text!).Unexplained.Count > 0;
                foreach (var part in found.Periods)
                {
                    months.Add(part.FirstMonth);
                    months.Add(part.LastMonth);
                }
            }
        }

        // A bare month number may stand beside months in words ("3" and "1 to 3").
        var areMonths = numbers.TrueForAll(number => number is not null && months.Contains(number));
        return
            !nameArea
            && marks == 0
            && (areMonths || PeriodNumbers.ArePeriods(numbers, mayCount: !unknown))
            // 2080 may be a year of another calendar, and of ours it is none yet.
            && evidence.AskOfCalendar(sheet, row) is null
            ? RowKind.Periods
            : RowKind.Figures;
    }

    /// <summary>Whether a row holds a figure with a mark, or all its words but one are spoilt figures.</summary>
    private static bool IsSpoilt(Sheet sheet, int row, int words, CellEvidence evidence)
    {
        var cells = Enumerable.Range(1, sheet.LastColumn(row)).Select(column => sheet[row, column]).ToList();
        return cells.Exists(evidence.IsMarkedFigure) || cells.Count(evidence.IsSpoiltFigure) == words - 1;
    }

    private static bool NamesArea(Sheet sheet, int row, CellEvidence evidence)
    {
        for (var column = 1; column <= sheet.LastColumn(row); column++)
        {
            if (sheet[row, column].Text is { } text && evidence.Of(text).Areas.Count > 0)
            {
                return true;
            }
        }

        return false;
    }
}
