using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Formats;
using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Readings;

/// <summary>What a number of a sheet is by the place where it stands in a table of a documented format.</summary>
internal sealed class FormatPlaces
{
    /// <summary>Of 20 numbers of a sheet that is passed over, so many stand in the tables that are read, where it repeats them.</summary>
    private const int OfTwenty = 19;

    private readonly Sheet sheet;
    private readonly FormatTable? table;
    private readonly Dictionary<int, NumberCause?> columns = [];
    private readonly NumberCause ofSheet;

    public FormatPlaces(Sheet sheet, FormatReading format)
    {
        this.sheet = sheet;
        table = format.Tables.FirstOrDefault(one => one.Header.Sheet == sheet);
        var told = format.Findings.LastOrDefault(finding => finding.Sheet == sheet.Name && finding.Place is null);
        ofSheet =
            told is null ? NumberCause.Standing(NumberCause.Line)
            : told.Code == FindingCodes.FormatSheetPassed && Repeats(sheet, format)
                ? NumberCause.Standing(FindingCodes.FormatRepeats.Id)
            : NumberCause.Of(told);
        foreach (var column in table?.Header.Columns.Select(heading => heading.Number).Distinct() ?? [])
        {
            columns.Add(column, CauseOf(table!, column));
        }
    }

    /// <summary>Why it is no value; null where figures are read.</summary>
    public NumberCause? CauseAt(int row, int column) =>
        table is null ? ofSheet
        : row < table.Header.Row ? NumberCause.Standing(NumberCause.Line)
        : row < table.Header.FirstBodyRow ? NumberCause.Standing(NumberCause.Heading)
        : sheet.DoubtfulRows.Contains(row) ? NumberCause.Of(FindingCodes.RowFieldsDiffer, "", isAsked: false)
        : columns.GetValueOrDefault(column, new NumberCause(NumberFate.NotUnderstood, NumberCause.OutsideTables, ""));

    private static NumberCause? CauseOf(FormatTable table, int number)
    {
        if (table.ReadsFiguresOf(number))
        {
            return null;
        }

        var bound = table.Columns.Where(column => column.Number == number).ToList();
        return bound.Find(column => column.UnknownInHeading is not null) is { } unknown
                ? NumberCause.Of(FindingCodes.FormatHeadingUnknown, unknown.UnknownInHeading!, isAsked: false)
            : bound.Exists(column => column.IsLeftOut)
                ? NumberCause.Of(FindingCodes.ColumnNotStored, bound[0].Name, isAsked: false)
            : bound.Count > 0 || NumbersRows(table.Header, number) ? NumberCause.Standing(NumberCause.Label)
            : NumberCause.Of(
                FindingCodes.FormatColumnUnknown,
                table.Header.Columns.First(heading => heading.Number == number).Text,
                isAsked: false
            );
    }

    /// <summary>Whether a column without a heading counts the rows.</summary>
    private static bool NumbersRows(FormatHeader header, int column)
    {
        if (header.Columns.Any(heading => heading.Number == column && heading.Text.Length > 0))
        {
            return false;
        }

        var numbers = Enumerable
            .Range(header.FirstBodyRow, Math.Max(0, header.Sheet.RowCount - header.FirstBodyRow + 1))
            .Select(row => header.Sheet[row, column])
            .Where(cell => !cell.IsBlank)
            .Select(cell =>
                int.TryParse(cell.Raw, NumberStyles.None, CultureInfo.InvariantCulture, out var one) ? one : -1
            )
            .ToList();
        return numbers is [0 or 1, ..] && numbers.Index().All(one => one.Item == numbers[0] + one.Index);
    }

    private static bool Repeats(Sheet sheet, FormatReading format)
    {
        var read = format
            .Tables.SelectMany(table =>
                Numbers(table.Header.Sheet, table.Header.FirstBodyRow)
                    .Where(number => table.ReadsFiguresOf(number.Column))
                    .Select(number => number.Raw)
            )
            .ToHashSet(StringComparer.Ordinal);
        var own = Numbers(sheet, 1).Select(number => number.Raw).ToList();
        return own.Count(read.Contains) * 20L >= own.Count * (long)OfTwenty;
    }

    private static IEnumerable<(int Column, string Raw)> Numbers(Sheet sheet, int firstRow)
    {
        for (var row = firstRow; row <= sheet.RowCount; row++)
        {
            for (var column = 1; column <= sheet.LastColumn(row); column++)
            {
                if (NumberText.IsNumber(sheet[row, column]))
                {
                    yield return (column, sheet[row, column].Raw);
                }
            }
        }
    }
}
