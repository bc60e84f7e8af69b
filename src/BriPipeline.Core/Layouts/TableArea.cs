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
);
