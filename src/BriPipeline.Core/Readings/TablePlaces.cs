using BriPipeline.Core.Findings;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Readings;

/// <summary>What a number of a sheet is by the place where it stands in its tables.</summary>
internal sealed class TablePlaces
{
    private readonly Sheet sheet;
    private readonly RowKind[]? kinds;
    private readonly List<Table> tables;
    private readonly List<RefusedTable> refused;
    private int row;
    private List<Table> tablesHere = [];
    private List<RefusedTable> refusedHere = [];

    public TablePlaces(Sheet sheet, WorkbookLayout layout, AnswerBook book)
    {
        this.sheet = sheet;
        kinds = layout.RowKinds.GetValueOrDefault(sheet);
        tables =
        [
            .. layout
                .Tables.Where(table => SheetBand.WholeOf(table.Sheet) == sheet)
                .Select(table => new Table(
                    table,
                    table.Columns.ToDictionary(column => column.Column, column => CauseOf(table, column, book))
                )),
        ];
        refused = [.. layout.Refused.Where(table => SheetBand.WholeOf(table.Sheet) == sheet)];
    }

    /// <summary>Why it is no value; null where figures are read.</summary>
    public NumberCause? CauseAt(int row, int column)
    {
        if (this.row != row)
        {
            this.row = row;
            tablesHere = tables.FindAll(table => table.Holds(row));
            refusedHere = refused.FindAll(table =>
                (table.FirstRow <= row && row <= table.LastRow) || table.HeaderRows.Contains(row)
            );
        }

        foreach (var table in tablesHere)
        {
            if (table.Shows(row, column))
            {
                return table.CauseAt(row, column);
            }
        }

        foreach (var table in refusedHere)
        {
            if (!table.Sheet[row, column].IsBlank)
            {
                return table.HeaderRows.Contains(row)
                    ? NumberCause.Standing(NumberCause.Heading)
                    : NumberCause.Of(table.Reason);
            }
        }

        return kinds?[row] == RowKind.Figures
            ? new(NumberFate.NotUnderstood, NumberCause.OutsideTables, "")
            : NumberCause.Standing(NumberCause.Line);
    }

    private static NumberCause? CauseOf(TableLayout table, ColumnRole column, AnswerBook book) =>
        column.Use == ColumnUse.Figures ? null
        : ColumnFindings.OfColumn(table.Sheet, column, book) is { } finding
            ? NumberCause.Of(finding) with
            {
                About = finding.Ask?.About ?? column.Reason,
            }
        : NumberCause.Standing(NumberCause.Label);

    /// <param name="Causes">Of each column, why its numbers are no values; null of figures.</param>
    private sealed record Table(TableLayout Layout, IReadOnlyDictionary<int, NumberCause?> Causes)
    {
        public bool Holds(int row) =>
            (Layout.FirstBodyRow <= row && row <= Layout.LastBodyRow) || Layout.HeaderRows.Contains(row);

        public bool Shows(int row, int column) => !Layout.Sheet[row, column].IsBlank;

        public NumberCause? CauseAt(int row, int column) =>
            row < Layout.FirstBodyRow ? NumberCause.Standing(NumberCause.Heading)
            : Layout.Sheet.DoubtfulRows.Contains(row) ? NumberCause.Of(FindingCodes.RowFieldsDiffer, "", isAsked: false)
            : Layout.KindOf(row) switch
            {
                RowKind.Figures => Causes.GetValueOrDefault(
                    column,
                    new NumberCause(NumberFate.NotUnderstood, NumberCause.OutsideTables, "")
                ),
                RowKind.Shifted => NumberCause.Of(FindingCodes.RowShifted, "", isAsked: false),
                _ => NumberCause.Standing(NumberCause.Heading),
            };
    }
}
