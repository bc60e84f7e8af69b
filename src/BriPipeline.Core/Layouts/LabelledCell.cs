using BriPipeline.Core.Evidence;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>A figure with everything in its sheet that describes it.</summary>
/// <param name="RowLabels">Labels of the figure's row, shared by all figures of that row.</param>
/// <param name="ColumnLabels">Labels of the figure's column, shared by all figures of that column.</param>
public readonly record struct LabelledCell(
    TableLayout Table,
    CellAddress Address,
    Cell Value,
    IReadOnlyList<Label> RowLabels,
    IReadOnlyList<Label> ColumnLabels
);
