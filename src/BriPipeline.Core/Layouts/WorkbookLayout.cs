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
);

/// <summary>A block of rows that was not read as a whole, and why.</summary>
/// <param name="Rule">The rules of titles that refuse it; null where its columns do.</param>
public sealed record RefusedTable(Sheet Sheet, int FirstRow, int LastRow, Finding Reason, string? Rule = null);
