using BriPipeline.Core.Findings;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Rows of which a cell too many was written: a figure stands beyond the last heading, as in few rows of the table, and
/// a column of figures is blank.</summary>
internal static class ShiftedRows
{
    /// <summary>Marks them, and tells of each.</summary>
    public static IEnumerable<Finding> Mark(
        Sheet sheet,
        RowKind[] kinds,
        TableArea area,
        IReadOnlyList<ColumnRole> roles,
        CellEvidence evidence
    )
    {
        var figures = roles.Where(role => role.Use == ColumnUse.Figures).Select(role => role.Column).ToList();
        if (figures.Count == 0)
        {
            yield break;
        }

        var last = roles.Where(role => role.Headers.Count > 0).Max(role => role.Column);
        var rows = Enumerable
            .Range(area.FirstBodyRow, area.LastBodyRow - area.FirstBodyRow + 1)
            .Where(row => kinds[row] == RowKind.Figures)
            .ToList();
        var beyond = rows.FindAll(row => FirstBeyond(sheet, row, last, evidence) > 0);
        if (beyond.Count * 2 > rows.Count)
        {
            yield break;
        }

        foreach (var row in beyond.Where(row => figures.Exists(column => IsBlank(sheet, row, column))))
        {
            kinds[row] = RowKind.Shifted;
            yield return Finding.OfCell(
                FindingCodes.RowShifted,
                sheet,
                new(row, FirstBeyond(sheet, row, last, evidence))
            ) with
            {
                Figures = figures.Count(column => !IsBlank(sheet, row, column)),
            };
        }
    }

    /// <summary>The first column beyond the last heading that holds a figure in a row, or a mark in place of one; 0 where none
    /// does.</summary>
    private static int FirstBeyond(Sheet sheet, int row, int last, CellEvidence evidence) =>
        Enumerable
            .Range(last + 1, Math.Max(0, sheet.LastColumn(row) - last))
            .FirstOrDefault(column =>
                sheet[row, column] is var cell
                && (CellEvidence.IsNumber(cell) || evidence.IsMissing(cell) || evidence.IsMarkedFigure(cell))
            );

    private static bool IsBlank(Sheet sheet, int row, int column) =>
        sheet.AnchorOf(row, column) is var place && sheet[place.Row, place.Column].IsBlank;
}
