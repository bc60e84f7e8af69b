using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks.Grids;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace BriPipeline.Core.Workbooks.Biff;

/// <summary>Reads the sheets of an .xls through ExcelDataReader, which gives formulas their cached values, nothing for error
/// cells, and texts without their fonts: cells that it gets wrong are handed in.</summary>
internal static class XlsSheets
{
    /// <summary>Rows that a sheet of any format can have; a damaged file may declare billions.</summary>
    private const int MaxRows = 1_048_576;

    private static readonly Dictionary<CellAddress, BiffCorrection> NoCorrections = [];

    /// <param name="content">The workbook's bytes; left open.</param>
    /// <param name="kind">What the file begins as, for the finding of a damaged one.</param>
    /// <param name="corrections">Of each sheet the cells that hold something else than the library says.</param>
    public static WorkbookReadResult Read(
        Stream content,
        string fileName,
        string kind,
        IReadOnlyList<IReadOnlyDictionary<CellAddress, BiffCorrection>> corrections
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

                var builder = new SheetBuilder(
                    Cell.WellFormed(reader.Name ?? ""),
                    reader.VisibleState != "visible",
                    texts
                );
                sheets.Add(ReadSheet(reader, corrections.ElementAtOrDefault(sheets.Count) ?? NoCorrections, builder));
                findings.AddRange(builder.Faults.ToFindings(builder.Name));
            } while (reader.NextResult());

            return new WorkbookReadResult(new Workbook(fileName, WorkbookFormat.Xls, sheets), findings);
        }
        catch (InvalidPasswordException)
        {
            return WorkbookReadResult.Refused(FindingCodes.WorkbookPasswordProtected);
        }
        // The library reports malformed input by whatever its inner parts happen to throw.
        catch (Exception e)
            when (e is EndOfStreamException or (not (IOException or OutOfMemoryException or RefusedException)))
        {
            return WorkbookReadResult.Refused(FindingCodes.WorkbookDamaged, kind, e.Message.TrimEnd('.'));
        }
    }

    private static Sheet ReadSheet(
        IExcelDataReader reader,
        IReadOnlyDictionary<CellAddress, BiffCorrection> corrections,
        SheetBuilder builder
    )
    {
        var texts = builder.Texts;
        var formats = new NumberFormats(builder);
        var columns = Math.Min(reader.FieldCount, BiffRecords.MaxColumns);
        // Shared strings arrive as the same object in row after row: the column's last one saves most look-ups.
        var lastTexts = new string?[columns];
        var lastBits = new ulong[columns];
        for (var row = 1; reader.Read(); row++)
        {
            if (reader.RowHeight == 0)
            {
                builder.HideRow(row);
            }

            for (var i = 0; i < columns; i++)
            {
                if (corrections.Count > 0 && corrections.TryGetValue(new(row, i + 1), out var correction))
                {
                    builder.Set(row, i + 1, correction.Cell ?? Raised(reader.GetValue(i)));
                    continue;
                }

                switch (reader.GetValue(i))
                {
                    case null:
                        break;
                    case double number
                        when NumberFormatCodes.Padded(
                            number,
                            NumberFormatCodes.PaddedDigits(reader.GetNumberFormatString(i) ?? "")
                        )
                            is { } padded:
                        builder.SetBits(row, i + 1, CellBits.OfText(padded, texts), '\0');
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
            if (
                range.FromRow < 0
                || range.FromColumn < 0
                || range.ToRow < range.FromRow
                || range.ToColumn < range.FromColumn
            )
            {
                throw new InvalidDataException("cells are merged with others that end before they begin");
            }

            builder.Merge(new(new(range.FromRow + 1, range.FromColumn + 1), new(range.ToRow + 1, range.ToColumn + 1)));
        }

        return builder.Build();
    }

    private static Cell Raised(object? value) =>
        Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) is { Length: > 0 } text
            ? Cell.OfText(RaisedText.Raise(text))
            : Cell.Blank;

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
