using BriPipeline.Core.Evidence;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Readings.Mutations;

/// <summary>A label with its place in the layout that was recognised.</summary>
/// <param name="Dimension">Of a label beside figures, what its column labels.</param>
/// <param name="LastRow">Of a label over columns, the last row of its table.</param>
internal sealed record LabelSpot(
    Sheet Sheet,
    CellAddress Address,
    LabelPlace Place,
    Dimension? Dimension = null,
    int LastRow = 0
)
{
    /// <summary>The text as a reader sees it.</summary>
    public string Text =>
        Sheet[Address.Row, Address.Column] is { Kind: CellKind.Date } date
            ? TextLabels.DateText(date)
            : Sheet[Address.Row, Address.Column].Raw;
}
