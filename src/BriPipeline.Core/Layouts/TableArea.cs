using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Where a table stands in its sheet.</summary>
/// <param name="FirstRow">The first row that belongs to it, captions included.</param>
/// <param name="HeaderRows">The rows that label its columns, from the top; none where it has no header.</param>
/// <param name="FirstBodyRow">The first row below the header.</param>
/// <param name="LastBodyRow">The last row that holds a figure.</param>
/// <param name="LastRow">The last row before the next table, notes included.</param>
/// <param name="Blocks">The blocks of columns that the first header row heads, each from its first column on; none where
/// it is a row like others.</param>
internal sealed record TableArea(
    int FirstRow,
    IReadOnlyList<int> HeaderRows,
    int FirstBodyRow,
    int LastBodyRow,
    int LastRow,
    IReadOnlyList<(int First, int Last)> Blocks
)
{
    /// <summary>Rows within the header that head nothing, and say a unit of all the table.</summary>
    public IReadOnlyList<int> CaptionRows { get; init; } = [];

    /// <summary>The rows among the figures in which its header comes again.</summary>
    public IReadOnlyList<int> RepeatedHeaders { get; init; } = [];

    /// <summary>Without the header rows that hold one text, and that a unit: it stands at the edge of the page, over some columns
    /// by chance.</summary>
    public TableArea WithoutUnitRows(Sheet sheet, CellEvidence evidence)
    {
        var units = HeaderRows.Where((row, i) => i < HeaderRows.Count - 1 && SaysUnit(row)).ToList();
        return units.Count == 0 || Blocks.Count > 0
            ? this
            : this with
            {
                HeaderRows = [.. HeaderRows.Except(units)],
                CaptionRows = units,
            };

        // Over the first figures it may head all of them.
        bool IsBeside(int row)
        {
            var at = Enumerable.Range(1, sheet.ColumnCount).First(column => !sheet[row, column].IsBlank);
            return Enumerable.Range(1, at - 1).Count(column => !sheet[HeaderRows[^1], column].IsBlank) > 1;
        }

        bool SaysUnit(int row) =>
            Enumerable
                .Range(1, sheet.ColumnCount)
                .Select(column => sheet[row, column])
                .Where(cell => !cell.IsBlank)
                .Select(cell => cell.Raw)
                .ToList()
                is [var text]
            && IsBeside(row)
            && evidence.Of(text) is { Areas.Count: 0, Periods.Count: 0 } said
            && said.Has(TermKind.Unit)
            && said.Terms.All(term =>
                term.Kind is TermKind.Unit or TermKind.Multiplier or TermKind.Filler
                || term is { Kind: TermKind.Dimension, Code: "unit" or "value" }
            )
            && said.Said.LeftOver.Count == 0;
    }
}
