using BriPipeline.Core.Language;
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

    /// <summary>Says of each series something that is no label: its first period, its number.</summary>
    Attributes,
}

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
        for (var row = 1; row <= sheet.RowCount; row++)
        {
            kinds[row] =
                row <= LastOfAttributes && AreAttributes(sheet, row, evidence)
                    ? RowKind.Attributes
                    : Of(sheet, row, evidence, numbers);
        }

        for (var row = 1; row <= sheet.RowCount; row++)
        {
            if (
                kinds[row] == RowKind.Periods
                && (
                    IsRecord(sheet, kinds, row, evidence)
                    || ContinuesList(sheet, kinds, row, -1, evidence)
                    || ContinuesList(sheet, kinds, row, 1, evidence)
                )
            )
            {
                kinds[row] = RowKind.Figures;
            }
            else if (kinds[row] == RowKind.Words && ContinuesFigures(sheet, kinds, row, evidence))
            {
                kinds[row] = RowKind.Figures;
            }
        }

        return kinds;
    }

    /// <summary>Whether a row of words right below figures names an area where the row above does, and holds words that say
    /// nothing in all columns where that holds figures: a row that lacks its figures, and no heading.</summary>
    private static bool ContinuesFigures(Sheet sheet, RowKind[] kinds, int row, CellEvidence evidence)
    {
        if (kinds[row - 1] != RowKind.Figures)
        {
            return false;
        }

        var (names, words) = (false, 0);
        for (var column = 1; column <= Math.Max(sheet.LastColumn(row), sheet.LastColumn(row - 1)); column++)
        {
            var (cell, above) = (sheet[row, column], sheet[row - 1, column]);
            if (cell.IsBlank != above.IsBlank)
            {
                return false;
            }

            if (!CellEvidence.IsText(cell))
            {
                continue;
            }

            var said = evidence.Of(cell.Text!);
            if (CellEvidence.IsText(above) && !evidence.IsMissing(above))
            {
                names |= said.Areas.Count > 0;
            }
            else if (said is { Periods.Count: 0, Terms.Count: 0, Areas.Count: 0 })
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

    /// <summary>Whether a row that looks like years over columns is a record whose figures happen to lie between 1900 and 2100:
    /// it has figures where the row above has them, or, right below a row of years, where the row below has them; and a name
    /// that heads no column.</summary>
    private static bool IsRecord(Sheet sheet, RowKind[] kinds, int row, CellEvidence evidence)
    {
        var isAlike =
            kinds[row - 1] == RowKind.Figures && IsAlike(sheet, row, row - 1)
            || kinds[row - 1] == RowKind.Periods
                && row + 1 < kinds.Length
                && kinds[row + 1] == RowKind.Figures
                && IsAlike(sheet, row, row + 1)
                && evidence.Unexplained(sheet[row, 1].Raw).Count > 0;
        return isAlike
            && Enumerable
                .Range(1, sheet.LastColumn(row))
                .Select(column => sheet[row, column])
                .Where(CellEvidence.IsText)
                .All(cell => !HeadsColumns(evidence.Of(cell.Text!)));
    }

    private static bool HeadsColumns(TextEvidence said) =>
        said.Terms.Any(term =>
            term.Kind is TermKind.Dimension or TermKind.Flow or TermKind.Unit or TermKind.Multiplier or TermKind.Measure
        );

    /// <summary>Whether two rows have numbers in the same columns, and texts in the same.</summary>
    private static bool IsAlike(Sheet sheet, int row, int other) =>
        Enumerable
            .Range(1, Math.Max(sheet.LastColumn(row), sheet.LastColumn(other)))
            .All(column =>
                sheet[row, column].IsBlank == sheet[other, column].IsBlank
                && CellEvidence.IsNumber(sheet[row, column]) == CellEvidence.IsNumber(sheet[other, column])
            );

    /// <summary>Whether a row that looks like numbers of years is one of a list of months whose neighbour holds figures in
    /// the same columns.</summary>
    private static bool ContinuesList(Sheet sheet, RowKind[] kinds, int row, int step, CellEvidence evidence)
    {
        var next = row + step;
        if (next < 1 || next >= kinds.Length || kinds[next] != RowKind.Figures)
        {
            return false;
        }

        var months = false;
        for (var column = 1; column <= Math.Max(sheet.LastColumn(row), sheet.LastColumn(next)); column++)
        {
            var cell = sheet[row, column];
            var other = sheet[next, column];
            if (cell.IsBlank != other.IsBlank || CellEvidence.IsNumber(cell) && !CellEvidence.IsNumber(other))
            {
                return false;
            }

            months |= IsMonth(cell, evidence) && IsMonth(other, evidence);
        }

        return months;
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

    private static bool IsMonth(Cell cell, CellEvidence evidence) =>
        CellEvidence.IsText(cell)
        && evidence.Of(cell.Text!).Periods is [{ } part]
        && (part.FirstMonth ?? part.Quarter) is not null;

    private static RowKind Of(Sheet sheet, int row, CellEvidence evidence, List<int?> numbers)
    {
        numbers.Clear();
        var words = 0;
        var dates = 0;
        var marks = 0;
        var nameArea = false;
        var unknown = false;
        var marked = false;
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
                    marked |= evidence.IsMarkedFigure(cell);
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
                (> 1, _, _) when (marked || IsSpoilt(sheet, row, words, evidence)) && NamesArea(sheet, row, evidence) =>
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
                unknown |= evidence.Unexplained(cell.Text!).Count > 0;
                foreach (var part in found.Periods)
                {
                    months.Add(part.FirstMonth);
                    months.Add(part.LastMonth);
                }
            }
        }

        // A bare month number may stand beside months in words ("3" and "1 to 3").
        var areMonths = numbers.TrueForAll(number => number is not null && months.Contains(number));
        return !nameArea && marks == 0 && (areMonths || ArePeriods(numbers, mayCount: !unknown))
            ? RowKind.Periods
            : RowKind.Figures;
    }

    /// <summary>The same years again below each of several groups ("2021 2022 2021 2022").</summary>
    private static bool Repeats(List<int?> numbers)
    {
        var length = numbers.IndexOf(numbers[0], 1);
        if (length < 2 || numbers.Count % length != 0)
        {
            return false;
        }

        for (var i = 0; i < numbers.Count; i++)
        {
            if (
                numbers[i] != numbers[i % length]
                || (i > 0 && i < length && Math.Abs(numbers[i]!.Value - numbers[i - 1]!.Value) is 0 or > 5)
            )
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMonotonic(List<int?> numbers)
    {
        var signs = numbers
            .Zip(numbers.Skip(1), (one, next) => Math.Sign(next!.Value - one!.Value))
            .Distinct()
            .ToList();
        return signs is [not 0];
    }

    private static bool Counts(List<int?> numbers)
    {
        for (var i = 1; i < numbers.Count; i++)
        {
            if (numbers[i] != 1 && numbers[i] - numbers[i - 1] is not (0 or 1))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether all words of a row but one are spoilt figures.</summary>
    private static bool IsSpoilt(Sheet sheet, int row, int words, CellEvidence evidence) =>
        Enumerable.Range(1, sheet.LastColumn(row)).Count(column => evidence.IsSpoiltFigure(sheet[row, column]))
        == words - 1;

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

    /// <summary>Years, or numbers counted from 1, in steady order: what stands over columns and never in a row of figures.</summary>
    private static bool ArePeriods(List<int?> numbers, bool mayCount)
    {
        var years = numbers.TrueForAll(number => number is >= 1900 and <= 2100);
        var counted = mayCount && numbers[0] == 1 && numbers.Count >= 3;
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
        // Years may have gaps: "1961 1978 1979".
        return years
            ? rising || falling || Repeats(numbers) || (mayCount && numbers.Count > 2 && IsMonotonic(numbers))
            : Counts(numbers);
    }
}
