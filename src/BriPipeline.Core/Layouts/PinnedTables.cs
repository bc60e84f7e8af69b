using System.Globalization;
using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Pinned tables on the sheets of a workbook.</summary>
public static class PinnedTables
{
    /// <summary>The tables of a workbook as they were recognised, to start from; null where there is none that can be written so
    /// (tables beside each other, or with a dimension that the store does not model).</summary>
    public static PinnedLayout? Of(WorkbookLayout layout)
    {
        List<PinnedTable> tables = [.. layout.Tables.Where(CanBe).Select(Of)];
        return tables.Count == 0 ? null : new() { Tables = tables };
    }

    /// <summary>Why a table does not fit a sheet; null where it does.</summary>
    internal static Finding? Unfit(PinnedTable table, Sheet sheet)
    {
        foreach (var letters in table.Columns.Keys.Where(letters => PinnedTable.NumberOf(letters) > sheet.ColumnCount))
        {
            return Finding.OfSheet(FindingCodes.PinUnfit, sheet, $"column {letters}");
        }

        foreach (
            var text in table
                .Columns.Values.SelectMany(column => column.Headers ?? [])
                .Where(text =>
                    PinnedTable.PlaceOf(text) is { } place
                    && (place.Row > sheet.RowCount || place.Column > sheet.ColumnCount)
                )
        )
        {
            return Finding.OfSheet(FindingCodes.PinUnfit, sheet, $"cell {text}");
        }

        var last = Number(table.LastRow ?? sheet.RowCount);
        if (table.FirstRow > sheet.RowCount || table.LastRow > sheet.RowCount)
        {
            return Finding.OfSheet(FindingCodes.PinUnfit, sheet, $"rows {Number(table.FirstRow)} to {last}");
        }

        var empty = table.Columns.FirstOrDefault(column =>
            column.Value.Role == PinnedRole.Figures
            && !Rows(table, sheet).Any(row => sheet[row, PinnedTable.NumberOf(column.Key)!.Value].Raw.Any(char.IsDigit))
        );
        return empty.Key is { } none
            ? Finding.OfSheet(
                FindingCodes.PinUnfit,
                sheet,
                $"figures in column {none}, rows {Number(table.FirstRow)} to {last}"
            )
            : null;
    }

    /// <summary>The table's place; what stands between the table above and its header are its captions.</summary>
    internal static TableArea AreaOf(PinnedTable table, Sheet sheet, int captionsFrom) =>
        new(
            Math.Min(captionsFrom, table.HeaderRows.Prepend(table.FirstRow).Min()),
            table.HeaderRows,
            table.FirstRow,
            table.LastRow ?? sheet.RowCount,
            table.LastRow ?? sheet.RowCount,
            []
        );

    internal static IReadOnlyList<ColumnRole> RolesOf(PinnedTable table, Sheet sheet) =>
        [
            .. table
                .Columns.Select(column => (Number: PinnedTable.NumberOf(column.Key)!.Value, Column: column.Value))
                .OrderBy(column => column.Number)
                .Select(column => RoleOf(column.Number, column.Column, table, sheet)),
        ];

    /// <summary>The kinds of a sheet's rows, in which the rows of the table that hold something in a column of figures are
    /// rows of figures.</summary>
    internal static void Mark(RowKind[] kinds, PinnedTable table, Sheet sheet)
    {
        int[] figures =
        [
            .. table
                .Columns.Where(column => column.Value.Role == PinnedRole.Figures)
                .Select(column => PinnedTable.NumberOf(column.Key)!.Value),
        ];
        foreach (var row in Rows(table, sheet))
        {
            kinds[row] =
                Array.Exists(figures, column => !sheet[row, column].IsBlank) ? RowKind.Figures
                : kinds[row] == RowKind.Figures ? RowKind.Words
                : kinds[row];
        }
    }

    private static ColumnRole RoleOf(int number, PinnedColumn column, PinnedTable table, Sheet sheet)
    {
        IReadOnlyList<CellAddress> headers = column.Headers is { } named
            ? [.. named.Select(text => PinnedTable.PlaceOf(text)!.Value)]
            : HeadersOf(number, table.HeaderRows, sheet);
        var isLabel = column.Role != PinnedRole.Figures;
        return new(
            number,
            isLabel ? ColumnUse.Label : ColumnUse.Figures,
            isLabel ? Enum.Parse<Dimension>(column.Role.ToString()) : null,
            column.Kind ?? LabelKind.Words,
            headers,
            string.Join(" | ", headers.Select(place => sheet[place.Row, place.Column].Raw)),
            ""
        )
        {
            Said = column.Labels(Reach.Column),
        };
    }

    /// <summary>The cells of the header rows over a column.</summary>
    internal static IReadOnlyList<CellAddress> HeadersOf(int column, IEnumerable<int> headerRows, Sheet sheet) =>
        [
            .. headerRows
                .Select(row => sheet.AnchorOf(row, column))
                .Where(place => !sheet[place.Row, place.Column].IsBlank)
                .Distinct(),
        ];

    private static IEnumerable<int> Rows(PinnedTable table, Sheet sheet) =>
        Enumerable.Range(table.FirstRow, Math.Max(0, (table.LastRow ?? sheet.RowCount) - table.FirstRow + 1));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static bool CanBe(TableLayout table) =>
        table.Sheet is not SheetBand
        // Which column is the reporter's changes from row to row.
        && table.Columns.All(column => column.ReporterAmong is null)
        // The title limits the columns that are not stored, and would limit all.
        && !table.Columns.Any(column =>
            column.Use == ColumnUse.Limited
            && table
                .Outside.SelectMany(text => ReadText.Of(text).Terms)
                .Any(term => term.Kind == TermKind.Limit && term.Code == column.Reason)
        )
        // Beside kinds of trade, which are not among the columns that are pinned, "total trade" is no turnover.
        && !(
            table.Columns.Any(column => column.Use == ColumnUse.Limited)
            && table.Columns.Any(column =>
                column.Use == ColumnUse.Figures
                && ReadText
                    .Of(column.Heading)
                    .Terms.Any(term => term is { Kind: TermKind.Flow, Code: nameof(TradeFlow.T) })
            )
        )
        && table.Columns.Any(column => column.Use == ColumnUse.Figures)
        && table.Columns.All(column => column.Use != ColumnUse.Figures || column.Dimension is null)
        && table.Columns.All(column => column.Use != ColumnUse.Label || column.Dimension != Dimension.Unmodelled);

    /// <summary>What a person said that the figures of a column are of.</summary>
    private static string? SaidOf(ColumnRole column, Dimension dimension) =>
        column.Said.FirstOrDefault(label => label.Dimension == dimension)?.Text;

    private static PinnedTable Of(TableLayout table) =>
        new()
        {
            Sheet = table.Sheet.Name.Length == 0 ? null : table.Sheet.Name,
            HeaderRows = table.HeaderRows,
            FirstRow = table.FirstBodyRow,
            LastRow = table.LastBodyRow,
            Columns = table
                .Columns.Where(column => column.Use is ColumnUse.Label or ColumnUse.Figures)
                .ToDictionary(
                    column => CellAddress.ColumnLetters(column.Column),
                    column => new PinnedColumn
                    {
                        Role =
                            column.Use == ColumnUse.Figures
                                ? PinnedRole.Figures
                                : Enum.Parse<PinnedRole>(column.Dimension!.Value.ToString()),
                        Kind = column is { Use: ColumnUse.Label, Kind: not LabelKind.Words } ? column.Kind : null,
                        Partner = SaidOf(column, Dimension.Partner) is { } code
                            ? AreaCodeList.Standard.NameOf(new Area(code), "en")
                            : null,
                        Commodity = SaidOf(column, Dimension.Commodity),
                        Headers = column.Headers.SequenceEqual(HeadersOf(column.Column, table.HeaderRows, table.Sheet))
                            ? null
                            : [.. column.Headers.Select(place => place.ToString())],
                    },
                    StringComparer.Ordinal
                ),
        };
}
