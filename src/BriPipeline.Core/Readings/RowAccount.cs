using BriPipeline.Core.Findings;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Readings;

/// <summary>Holds that no row is lost without a word: each row of a table gave an observation, or a finding names it, or it is
/// a heading, a note or blank.</summary>
internal static class RowAccount
{
    /// <summary>The rows of which neither an observation nor a finding tells; none where the file is refused whole.</summary>
    public static IReadOnlyList<(string Sheet, int Row)> LostRows(Reading reading)
    {
        if (reading.Layout is not { } layout || reading.Findings.Any(IsOfTheWholeFile))
        {
            return [];
        }

        var stored = reading
            .Observations()
            .Select(observation => (observation.Provenance.Sheet, observation.Provenance.Cell))
            .ToHashSet();
        return
        [
            .. layout
                .Tables.SelectMany(table => Rows(table).Where(row => IsLost(row, stored, reading.Findings)))
                .Select(row => (row.Table.Sheet.Name, row.Number)),
        ];
    }

    private static bool IsOfTheWholeFile(Finding finding) => finding.Code.Severity == Severity.RejectWorkbook;

    /// <summary>The rows that hold something in a column of figures, or words where figures should stand.</summary>
    private static IEnumerable<Row> Rows(TableLayout table)
    {
        var shown = new ShownNumbers();
        var figures = table.Columns.Where(column => column.Use == ColumnUse.Figures).ToList();
        for (var number = table.FirstBodyRow; number <= table.LastBodyRow; number++)
        {
            var cells = figures
                .Select(column => new CellAddress(number, column.Column))
                .Where(cell => table.Sheet[cell.Row, cell.Column] is { IsBlank: false } held && !shown.Hides(held))
                .Select(cell => table.Sheet.AddressOf(cell.Row, cell.Column))
                .ToList();
            if (table.KindOf(number) == RowKind.Figures && cells.Count > 0)
            {
                yield return new(table, number, cells);
            }
        }
    }

    /// <summary>A finding tells of a row by its own cells, by those of a heading above it on whose account it is left out, or as one
    /// that refuses cells of the whole sheet or file.</summary>
    private static bool IsLost(Row row, HashSet<(string, CellAddress)> stored, IReadOnlyList<Finding> findings) =>
        !row.Cells.Exists(cell => stored.Contains((row.Table.Sheet.Name, cell)))
        && !findings.Any(finding =>
            (finding.Sheet is null || finding.Sheet == row.Table.Sheet.Name)
            && (
                finding.Place is not { } place
                    ? finding.Code.Severity == Severity.RejectCell
                    : (place.First.Row <= row.Cells[0].Row && row.Cells[0].Row <= place.Last.Row)
                        || IsOfAHeading(row, place.First)
            )
        );

    private static bool IsOfAHeading(Row row, CellAddress place) =>
        place.Row < row.Number && place.Row >= row.Table.FirstRow && row.Table.KindOf(place.Row) == RowKind.Words;

    private readonly record struct Row(TableLayout Table, int Number, List<CellAddress> Cells);
}
