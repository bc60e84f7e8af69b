using BriPipeline.Core.Formats.Files;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Reports;

/// <summary>The part of a sheet round one cell: its neighbours, with the headings of their columns and the labels of their rows.</summary>
/// <param name="Columns">Letters, from the left; labels before figures.</param>
/// <param name="Cell">The cell, as its file addresses it.</param>
public sealed record SheetStrip(IReadOnlyList<string> Columns, IReadOnlyList<StripRow> Rows, CellAddress Cell)
{
    /// <summary>A larger file takes too long to be read for a page.</summary>
    public const long MaxBytes = 4L << 20;

    private const int Neighbours = 2;
    private const int MaxHeaderRows = 4;
    private const int MaxLabels = 3;
    private const int MaxTextLength = 60;

    /// <summary>Null where the file is too large, or its cell is not where it was.</summary>
    /// <param name="layout">How the workbook was understood; null where that is not known.</param>
    public static SheetStrip? Read(
        Stream content,
        string fileName,
        string sheetName,
        CellAddress cell,
        LayoutReport? layout
    )
    {
        if (content.Length > MaxBytes)
        {
            return null;
        }

        var (workbook, _) =
            StatisticalFile.Read(content, fileName) ?? WorkbookReader.Read(content, fileName, KnownWords.Standard);
        return workbook?.Sheets.FirstOrDefault(sheet => sheet.Name == sheetName) is { } found
            ? Of(found, cell, layout?.Sheets.FirstOrDefault(sheet => sheet.Name == sheetName))
            : null;
    }

    /// <param name="report">How the sheet was understood.</param>
    public static SheetStrip? Of(Sheet sheet, CellAddress cell, SheetReport? report)
    {
        if (PositionOf(sheet, cell) is not { } place || sheet[place.Row, place.Column].IsBlank)
        {
            return null;
        }

        var table = report?.Tables.FirstOrDefault(table =>
            cell.Row >= table.FirstRow
            && cell.Row <= table.LastRow
            && table.Columns.Any(column => column.Column == CellAddress.ColumnLetters(cell.Column))
        );
        int[] columns =
        [
            .. LabelsOf(table).Where(column => column < place.Column - Neighbours).Take(MaxLabels),
            .. Round(place.Column, sheet.ColumnCount),
        ];
        int[] rows =
        [
            .. HeadersOf(table).Where(row => row < place.Row - Neighbours).TakeLast(MaxHeaderRows),
            .. Round(place.Row, sheet.RowCount),
        ];
        return new(
            [.. columns.Select(CellAddress.ColumnLetters)],
            [
                .. rows.Select(row => new StripRow(
                    row,
                    HeadersOf(table).Contains(row),
                    [.. columns.Select(column => TextOf(sheet, row, column))],
                    row == place.Row ? Array.IndexOf(columns, place.Column) : null
                )),
            ],
            cell
        );
    }

    private static IEnumerable<int> LabelsOf(TableReport? table) =>
        (table?.Columns ?? [])
            .Where(column => column.Role == "label")
            .Select(column => NumberOf(column.Column))
            .Order();

    private static IEnumerable<int> HeadersOf(TableReport? table) => (table?.HeaderRows ?? []).Order();

    private static int NumberOf(string letters) =>
        CellAddress.TryParse(letters + "1", out var place) ? place.Column : 0;

    private static IEnumerable<int> Round(int middle, int last)
    {
        var first = Math.Max(1, middle - Neighbours);
        return Enumerable.Range(first, Math.Max(0, Math.Min(last, middle + Neighbours) - first + 1));
    }

    /// <summary>Where the grid has the cell that a file addresses.</summary>
    private static CellAddress? PositionOf(Sheet sheet, CellAddress cell)
    {
        if (sheet.AddressesAreOfTheGrid)
        {
            return cell;
        }

        for (var row = 1; row <= sheet.RowCount; row++)
        {
            for (var column = 1; column <= sheet.ColumnCount; column++)
            {
                if (sheet.AddressOf(row, column) == cell)
                {
                    return new(row, column);
                }
            }
        }

        return null;
    }

    /// <summary>A merged cell shows its text over all that it covers.</summary>
    private static string TextOf(Sheet sheet, int row, int column)
    {
        var anchor = sheet.AnchorOf(row, column);
        var text = string.Join(
            ' ',
            sheet[anchor.Row, anchor.Column].Raw.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return text.Length > MaxTextLength ? text[..(MaxTextLength - 1)] + "…" : text;
    }
}

/// <summary>A row of a strip.</summary>
/// <param name="Number">In the grid.</param>
/// <param name="Target">Which of its cells the strip is about; null where it is in another row.</param>
public sealed record StripRow(int Number, bool IsHeader, IReadOnlyList<string> Cells, int? Target);
