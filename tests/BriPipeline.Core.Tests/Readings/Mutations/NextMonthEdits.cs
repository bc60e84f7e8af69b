using System.Globalization;
using System.Text.RegularExpressions;
using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Readings.Mutations;

/// <summary>What a publisher changes from one month to the next.</summary>
internal static partial class NextMonthEdits
{
    /// <summary>By how much the figures of a further period are above those of the last one.</summary>
    private const decimal Growth = 1.03m;

    private static readonly IReadOnlyDictionary<string, Func<Sheet, Block, RebuiltSheet?>> Kinds = new Dictionary<
        string,
        Func<Sheet, Block, RebuiltSheet?>
    >(StringComparer.Ordinal)
    {
        ["sheet renamed"] = (sheet, _) => sheet.Name.Length == 0 ? null : new(sheet) { Name = $"{sheet.Name} (2)" },
        ["blank column before the table"] = (sheet, _) => new RebuiltSheet(sheet).WithColumn(1),
        ["column of numbers before the table"] = Numbered,
        ["column of remarks behind the table"] = Remarked,
        ["table moved down"] = (sheet, _) => new RebuiltSheet(sheet).WithRows(1, 2),
        ["blank row above the header"] = (sheet, block) =>
            block.HeaderRow > 1 ? new RebuiltSheet(sheet).WithRows(block.HeaderRow, 1) : null,
        ["blank row in the middle"] = (sheet, block) =>
            block.MiddleRow(sheet) is { } row ? new RebuiltSheet(sheet).WithRows(row, 1) : null,
        [HeaderAgain] = HeadedAgain,
        ["note below the table"] = (sheet, _) =>
            new RebuiltSheet(sheet).Set(new(sheet.RowCount + 2, 1), Cell.OfText("Note: data may be revised.")),
        ["title numbered"] = (sheet, block) => Titled(sheet, block, title => $"Table 7. {title}"),
        ["title longer"] = (sheet, block) => Titled(sheet, block, title => $"{title} (updated)"),
        [FurtherPeriod] = (sheet, block) => FurtherColumn(sheet, block) ?? FurtherRows(sheet, block),
    };

    /// <summary>The only kind that adds figures.</summary>
    public const string FurtherPeriod = "one more period";

    /// <summary>What stands below the second header may lose what a heading above the first one says.</summary>
    public const string HeaderAgain = "header again in the middle";

    /// <summary>The titles of documented formats are made by programs, and say what the table is by their very words.</summary>
    public static IReadOnlyList<string> OfTitles { get; } = ["title numbered", "title longer"];

    /// <summary>The workbook with the same change on each of its sheets with a table; none of a kind that none allows.</summary>
    public static IEnumerable<(string Kind, Workbook Workbook)> Of(Reading reading)
    {
        foreach (var (kind, change) in Kinds)
        {
            var workbook = reading.Workbook!;
            foreach (var sheet in reading.Workbook!.Sheets)
            {
                if (BlockOf(sheet, reading) is { } block && change(sheet, block) is { } rebuilt)
                {
                    workbook = rebuilt.In(workbook);
                }
            }

            if (workbook != reading.Workbook)
            {
                yield return (kind, workbook);
            }
        }
    }

    /// <summary>Where the only table of a sheet stands; null where there is none or several.</summary>
    private static Block? BlockOf(Sheet sheet, Reading reading)
    {
        if (reading.Format is { } format)
        {
            return format.Tables.FirstOrDefault(table => table.Header.Sheet == sheet) is { Header: { } header }
                ? new(header.Row, header.FirstBodyRow - 1, header.FirstBodyRow, sheet.RowCount, null)
                : null;
        }

        return
            reading.Layout!.Tables.Where(table => SheetBand.WholeOf(table.Sheet) == sheet).ToList() is [var only]
            && only.Sheet == sheet
            && only.HeaderRows.Count > 0
            ? new(only.HeaderRows[0], only.HeaderRows[^1], only.FirstBodyRow, only.LastBodyRow, only)
            : null;
    }

    private static RebuiltSheet Numbered(Sheet sheet, Block block)
    {
        var rebuilt = new RebuiltSheet(sheet).WithColumn(1).Set(new(block.LastHeaderRow, 1), Cell.OfText("№"));
        foreach (var (index, row) in block.FigureRows(sheet).Index())
        {
            rebuilt.Set(new(row, 1), Cell.OfNumber(index + 1));
        }

        return rebuilt;
    }

    private static RebuiltSheet Remarked(Sheet sheet, Block block) =>
        new RebuiltSheet(sheet)
            .Set(new(block.LastHeaderRow, sheet.ColumnCount + 1), Cell.OfText("Notes"))
            .Set(new(block.FigureRows(sheet).First(), sheet.ColumnCount + 1), Cell.OfText("see the methodology"));

    /// <summary>As at the top of a further page.</summary>
    private static RebuiltSheet? HeadedAgain(Sheet sheet, Block block)
    {
        if (block.Table is null || block.MiddleRow(sheet) is not { } middle)
        {
            return null;
        }

        var rebuilt = new RebuiltSheet(sheet).WithRows(middle, block.LastHeaderRow - block.HeaderRow + 1);
        var down = middle - block.HeaderRow;
        for (var row = block.HeaderRow; row <= block.LastHeaderRow; row++)
        {
            for (var column = 1; column <= sheet.LastColumn(row); column++)
            {
                if (sheet[row, column] is { IsBlank: false } cell)
                {
                    rebuilt.Set(new(row + down, column), cell);
                }
            }
        }

        foreach (
            var range in sheet.MergedRanges.Where(range =>
                range.First.Row >= block.HeaderRow && range.Last.Row <= block.LastHeaderRow
            )
        )
        {
            rebuilt.Merge(
                new(range.First with { Row = range.First.Row + down }, range.Last with { Row = range.Last.Row + down })
            );
        }

        return rebuilt;
    }

    private static RebuiltSheet? Titled(Sheet sheet, Block block, Func<string, string> change)
    {
        for (var row = 1; row < block.HeaderRow; row++)
        {
            for (var column = 1; column <= sheet.LastColumn(row); column++)
            {
                if (sheet[row, column] is { Kind: CellKind.Text, Text: { Length: > 12 } title })
                {
                    return new RebuiltSheet(sheet).Set(new(row, column), Cell.OfText(change(title)));
                }
            }
        }

        return null;
    }

    /// <summary>A column behind the last one of a run of periods.</summary>
    private static RebuiltSheet? FurtherColumn(Sheet sheet, Block block)
    {
        var figures = block.Table?.Columns.Where(column => column.Use == ColumnUse.Figures).ToList() ?? [];
        if (
            figures.Count < 3
            || figures[^1].Headers is not [.., var last]
            || figures[^2].Headers is not [.., var before]
            || last.Row != before.Row
            // Shares and growth beside the values have columns of the same periods.
            || block.Table!.Columns.Any(column =>
                column != figures[^1]
                && column.Headers is [.., var other]
                && sheet[other.Row, other.Column].Raw == sheet[last.Row, last.Column].Raw
            )
            || Next(sheet[before.Row, before.Column]) is not { } expected
            || expected.Raw != sheet[last.Row, last.Column].Raw
            || Next(sheet[last.Row, last.Column]) is not { } next
        )
        {
            return null;
        }

        var column = figures[^1].Column;
        var rebuilt = new RebuiltSheet(sheet).WithColumn(column + 1).Set(new(last.Row, column + 1), next);
        for (var row = block.FirstBodyRow; row <= block.LastBodyRow; row++)
        {
            if (sheet[row, column] is { IsBlank: false } cell)
            {
                rebuilt.Set(new(row, column + 1), Grown(cell));
            }
        }

        return rebuilt;
    }

    /// <summary>The rows of the last year once more for the next one, where nothing stands below the table.</summary>
    private static RebuiltSheet? FurtherRows(Sheet sheet, Block block)
    {
        if (
            block.Table is not { } table
            || block.LastBodyRow < sheet.RowCount
            || table.Columns.FirstOrDefault(column =>
                column is { Use: ColumnUse.Label, Dimension: Dimension.Period }
                && IsYear(sheet[block.FirstBodyRow, column.Column])
            )
                is not { } years
        )
        {
            return null;
        }

        var figures = table
            .Columns.Where(column => column.Use == ColumnUse.Figures)
            .Select(column => column.Column)
            .ToHashSet();
        var rows = Enumerable.Range(block.FirstBodyRow, block.LastBodyRow - block.FirstBodyRow + 1).ToList();
        var last = rows.Max(row => CellEvidence.WholeNumber(sheet[row, years.Column]) ?? 0);
        var rebuilt = new RebuiltSheet(sheet);
        var at = sheet.RowCount;
        foreach (var row in rows.Where(row => CellEvidence.WholeNumber(sheet[row, years.Column]) == last))
        {
            at++;
            for (var column = 1; column <= sheet.LastColumn(row); column++)
            {
                var cell = sheet[row, column];
                rebuilt.Set(
                    new(at, column),
                    column == years.Column ? Next(cell)!.Value
                        : figures.Contains(column) ? Grown(cell)
                        : cell
                );
            }
        }

        return rebuilt;
    }

    private static bool IsYear(Cell cell) => CellEvidence.WholeNumber(cell) is >= 1980 and <= 2030;

    /// <summary>The period after that of a heading which is a year, a quarter or the first day of a month; null of others.</summary>
    private static Cell? Next(Cell cell) =>
        cell.Kind == CellKind.Date ? Cell.OfDate(cell.Date.AddMonths(1), cell.NumberFormat)
        : cell.Kind == CellKind.Number && IsYear(cell) ? Cell.OfNumber(cell.Number + 1, cell.NumberFormat)
        : cell.Kind == CellKind.Text && Year().Match(cell.Text!) is { Success: true } year
            ? Cell.OfText(
                Year().Replace(cell.Text!, (Number(year.Value) + 1).ToString(CultureInfo.InvariantCulture), 1)
            )
        : cell.Kind == CellKind.Text && Quarter().Match(cell.Text!) is { Success: true } quarter
            ? Cell.OfText(
                Number(quarter.Groups["quarter"].Value) is 4
                    ? $"{Number(quarter.Groups["year"].Value) + 1}Q1"
                    : $"{quarter.Groups["year"].Value}Q{Number(quarter.Groups["quarter"].Value) + 1}"
            )
        : null;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static Cell Grown(Cell cell) =>
        cell.Kind == CellKind.Number
            ? Cell.OfNumber(
                (double)Grown(cell.Number is > -1e12 and < 1e12 ? (decimal)cell.Number : 0),
                cell.NumberFormat
            )
        : cell.Kind == CellKind.Text && NumberText.IsNumber(cell.Text!)
            ? Cell.OfText(
                Grown(NumberText.Read(cell.Text!, '.') ?? 0).ToString(CultureInfo.InvariantCulture),
                cell.NumberFormat
            )
        : cell;

    /// <summary>With as many decimals as before.</summary>
    private static decimal Grown(decimal number) => decimal.Round(number * Growth, number.Scale);

    [GeneratedRegex(@"(?<!\d)(19|20)\d\d(?!\d)(?=\D*$)(?<=^\D*\d{4})", RegexOptions.ExplicitCapture)]
    private static partial Regex Year();

    [GeneratedRegex(@"^(?<year>\d{4})Q(?<quarter>[1-4])$", RegexOptions.ExplicitCapture)]
    private static partial Regex Quarter();

    /// <param name="Table">Null of a documented format.</param>
    private sealed record Block(int HeaderRow, int LastHeaderRow, int FirstBodyRow, int LastBodyRow, TableLayout? Table)
    {
        /// <summary>A row between rows of figures, none of which is a heading of others or merged with them; null of a short table.</summary>
        public int? MiddleRow(Sheet sheet) =>
            FigureRows(sheet).ToList() is { Count: >= 8 } rows
                ? rows.Skip(rows.Count / 2)
                    .Where(row =>
                        rows.Contains(row - 1)
                        && !sheet.MergedRanges.Any(range => range.First.Row < row && row <= range.Last.Row)
                    )
                    .Select(row => (int?)row)
                    .FirstOrDefault()
                : null;

        public IEnumerable<int> FigureRows(Sheet sheet) =>
            Enumerable
                .Range(FirstBodyRow, LastBodyRow - FirstBodyRow + 1)
                .Where(row => Table is null ? sheet.LastColumn(row) > 0 : Table.KindOf(row) == RowKind.Figures);
    }
}
