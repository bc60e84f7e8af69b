using BriPipeline.Core.Findings;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>How a workbook was understood.</summary>
/// <param name="Refused">Blocks of rows that look like tables and were not read.</param>
/// <param name="Fingerprint">Equal for workbooks of the same layout, whatever their figures and periods.</param>
public sealed record WorkbookLayout(
    IReadOnlyList<TableLayout> Tables,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<RefusedTable> Refused,
    string Fingerprint
)
{
    /// <summary>What the rows of each sheet look like; none of a sheet of parameters.</summary>
    internal IReadOnlyDictionary<Sheet, RowKind[]> RowKinds { get; init; } = new Dictionary<Sheet, RowKind[]>();
}

/// <summary>A block of rows that was not read as a whole, and why.</summary>
/// <param name="Rule">The rules of titles that refuse it; null where its columns do.</param>
public sealed record RefusedTable(Sheet Sheet, int FirstRow, int LastRow, Finding Reason, string? Rule = null)
{
    internal IReadOnlyList<int> HeaderRows { get; init; } = [];
}
