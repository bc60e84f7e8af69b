using BriPipeline.Core.Findings;
using BriPipeline.Core.Workbooks.Grids;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace BriPipeline.Core.Workbooks.Excel;

/// <summary>Reads the sheets of an .xls or .xlsx through ExcelDataReader, which gives formulas their cached values and
/// nothing for error cells: those are handed in.</summary>
internal static class DataReaderSheets
{
    /// <summary>Rows that a sheet of any format can have; a damaged file may declare billions.</summary>
    private const int MaxRows = 1_048_576;

    /// <param name="content">The workbook's bytes; left open.</param>
    /// <param name="kind">What the file begins as, for the finding of a damaged one.</param>
    /// <param name="mostColumns">Columns that a sheet of the format can have; a damaged file may declare any number.</param>
    /// <param name="marks">By position of the sheet and its declared width: what ExcelDataReader does not tell.</param>
    public static WorkbookReadResult Read(
        Stream content,
        string fileName,
        WorkbookFormat format,
        string kind,
        int mostColumns,
        Func<int, int, SheetMarks> marks
    )
    {
        try
        {
            content.Position = 0;
            using var reader = ExcelReaderFactory.CreateReader(
                content,
                new ExcelReaderConfiguration { LeaveOpen = true }
            );
            if (reader.ResultsCount == 0)
            {
                return WorkbookReadResult.Refused(FindingCodes.WorkbookDamaged, kind, "it lists no sheet");
            }

            var texts = new TextPool();
            var sheets = new List<Sheet>(reader.ResultsCount);
            var findings = new List<Finding>();
            do
            {
                var marked = marks(sheets.Count, reader.FieldCount);
                if (marked.Extent is { } last && (long)last.Row * last.Column > ReadingLimits.SheetCells)
                {
                    return WorkbookReadResult.Refused(FindingCodes.SheetOversized, reader.Name, last.ToString());
                }

                // The library looks for every row that is declared.
                if (reader.RowCount > MaxRows)
                {
                    return WorkbookReadResult.Refused(
                        FindingCodes.WorkbookDamaged,
                        kind,
                        string.Create(
                            System.Globalization.CultureInfo.InvariantCulture,
                            $"sheet \"{reader.Name}\" declares {reader.RowCount:N0} rows, and none can have more than {MaxRows:N0}"
                        )
                    );
                }

                sheets.Add(ReadSheet(reader, marked, mostColumns, texts));
                if (marked.WithoutValue is { } place)
                {
                    findings.Add(
                        new Finding(
                            FindingCodes.FormulaWithoutValue,
                            reader.Name,
                            place,
                            null,
                            [marked.WithoutValueCount.ToString(System.Globalization.CultureInfo.InvariantCulture)]
                        )
                    );
                }
            } while (reader.NextResult());

            return new WorkbookReadResult(new Workbook(fileName, format, sheets), findings);
        }
        catch (InvalidPasswordException)
        {
            return WorkbookReadResult.Refused(FindingCodes.WorkbookPasswordProtected);
        }
        // The library reports malformed input by whatever its inner parts happen to throw.
        catch (Exception e) when (e is EndOfStreamException or (not (IOException or OutOfMemoryException)))
        {
            return WorkbookReadResult.Refused(FindingCodes.WorkbookDamaged, kind, e.Message.TrimEnd('.'));
        }
    }

    private static Sheet ReadSheet(IExcelDataReader reader, SheetMarks marks, int mostColumns, TextPool texts)
    {
        var builder = new SheetBuilder(Cell.WellFormed(reader.Name ?? ""), reader.VisibleState != "visible", texts);
        var formats = new NumberFormats(builder);
        var columns = Math.Min(reader.FieldCount, marks.Extent?.Column ?? mostColumns);
        var lastRow = marks.Extent?.Row ?? int.MaxValue;
        // Shared strings arrive as the same object in row after row: the column's last one saves most look-ups.
        var lastTexts = new string?[columns];
        var lastBits = new ulong[columns];
        for (var row = 1; row <= lastRow && reader.Read(); row++)
        {
            if (reader.RowHeight == 0)
            {
                builder.HideRow(row);
            }

            for (var i = 0; i < columns; i++)
            {
                switch (reader.GetValue(i))
                {
                    case null:
                        if (marks.ErrorAt(row, i + 1) is { } error)
                        {
                            builder.SetBits(row, i + 1, CellBits.OfError(error, texts), '\0');
                        }

                        break;
                    case double number:
                        builder.SetBits(row, i + 1, CellBits.OfNumber(number, texts), formats.Of(reader, i));
                        break;
                    case string text:
                        if (!ReferenceEquals(text, lastTexts[i]))
                        {
                            lastTexts[i] = text;
                            lastBits[i] = CellBits.OfText(text, texts);
                        }

                        builder.SetBits(row, i + 1, lastBits[i], '\0');
                        break;
                    case bool truth:
                        builder.SetBits(row, i + 1, CellBits.OfBoolean(truth), '\0');
                        break;
                    case DateTime date:
                        builder.SetBits(row, i + 1, CellBits.OfDate(date), formats.Of(reader, i));
                        break;
                    case TimeSpan time:
                        builder.SetBits(row, i + 1, CellBits.OfNumber(time.TotalDays, texts), formats.Of(reader, i));
                        break;
                    case var other:
                        var whole = Convert.ToDouble(other, System.Globalization.CultureInfo.InvariantCulture);
                        builder.SetBits(row, i + 1, CellBits.OfNumber(whole, texts), formats.Of(reader, i));
                        break;
                }
            }
        }

        for (var i = 0; i < columns; i++)
        {
            if (reader.GetColumnWidth(i) == 0)
            {
                builder.HideColumn(i + 1);
            }
        }

        foreach (var range in reader.MergeCells ?? [])
        {
            builder.Merge(new(new(range.FromRow + 1, range.FromColumn + 1), new(range.ToRow + 1, range.ToColumn + 1)));
        }

        return builder.Build();
    }

    /// <summary>The sheet's own numbers of the workbook's formats, each format's code asked for once.</summary>
    private sealed class NumberFormats(SheetBuilder builder)
    {
        private readonly Dictionary<int, char> numbers = [];
        private int lastIndex = -1;
        private char last;

        public char Of(IExcelDataReader reader, int column)
        {
            var index = reader.GetNumberFormatIndex(column);
            if (index == lastIndex)
            {
                return last;
            }

            if (!numbers.TryGetValue(index, out var number))
            {
                number = builder.FormatNumber(reader.GetNumberFormatString(column));
                numbers.Add(index, number);
            }

            lastIndex = index;
            return last = number;
        }
    }
}
