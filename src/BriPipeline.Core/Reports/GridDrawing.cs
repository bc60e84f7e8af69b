using BriPipeline.Core.Layouts;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Reports;

/// <summary>Draws the first rows of a sheet with the role of each cell.</summary>
internal sealed class GridDrawing(
    Sheet sheet,
    IReadOnlyList<TableExplanation> tables,
    IReadOnlyList<RefusedTable> refused
)
{
    public const int MaxRows = 20;
    private const int MaxColumns = 10;
    private const int MaxTextLength = 24;

    /// <summary>Lines above the first header that are drawn at most.</summary>
    private const int LinesAbove = 6;

    /// <summary>Titles, header and figures of the first table; of a sheet without one, what stands first.</summary>
    public static int FirstRow(TableLayout? first) =>
        first is { HeaderRows: [var header, ..] } ? Math.Max(first.FirstRow, header - LinesAbove) : 1;

    public GridReport Draw()
    {
        var drawn = Filled(FirstRow(tables.Count == 0 ? null : tables[0].Layout)).ToList();
        var width = Math.Min(sheet.ColumnCount, MaxColumns);
        return new(
            [.. Enumerable.Range(1, width).Select(Column)],
            [.. drawn.Take(MaxRows).Select(row => Row(row, width))],
            Math.Max(0, drawn.Count - MaxRows),
            sheet.ColumnCount - width
        );
    }

    private IEnumerable<int> Filled(int from)
    {
        for (var row = from; row <= sheet.RowCount; row++)
        {
            for (var column = 1; column <= sheet.ColumnCount; column++)
            {
                if (!sheet[row, column].IsBlank)
                {
                    yield return row;
                    break;
                }
            }
        }
    }

    private GridColumn Column(int column)
    {
        var report = tables
            .Select(table => table.Columns.GetValueOrDefault(column))
            .FirstOrDefault(one => one is not null);
        return new(CellAddress.ColumnLetters(column), report is null ? "" : LayoutWords.Of(report));
    }

    private GridRow Row(int row, int width)
    {
        var table = tables.FirstOrDefault(one => row >= one.Layout.FirstRow && row <= one.Layout.LastRow);
        var kind =
            table is not null ? Kind(table.Layout, row)
            : refused.Any(one => row >= one.FirstRow && row <= one.LastRow) ? "refused"
            : "outside";
        return new(row, kind, [.. Enumerable.Range(1, width).Select(column => Cell(table, kind, new(row, column)))]);
    }

    private static string Kind(TableLayout table, int row) =>
        table.HeaderRows.Contains(row) ? "header"
        : row < table.FirstBodyRow ? "title"
        : row > table.LastBodyRow ? "note"
        : table.KindOf(row) == RowKind.Figures ? "figures"
        : "heading";

    private GridCell Cell(TableExplanation? table, string kind, CellAddress place)
    {
        var cell = sheet[place.Row, place.Column];
        if (cell.IsBlank)
        {
            return new("", null);
        }

        var text = string.Join(' ', cell.Raw.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        // Of tables beside each other, the one that has the column.
        var own = tables.FirstOrDefault(one =>
            place.Row >= one.Layout.FirstRow && place.Row <= one.Layout.LastRow && one.Columns.ContainsKey(place.Column)
        );
        var role = kind == "figures" ? Role(own ?? table!, place) : kind;
        return new(text.Length > MaxTextLength ? text[..(MaxTextLength - 1)] + "…" : text, role);
    }

    private static string Role(TableExplanation table, CellAddress place) =>
        table.Columns.GetValueOrDefault(place.Column)?.Role switch
        {
            null => "outside",
            "label" => "label",
            "figures" => table.IsRead(place) ? "figure" : "refused",
            "evidence" => "evidence",
            _ => "ignored",
        };
}
