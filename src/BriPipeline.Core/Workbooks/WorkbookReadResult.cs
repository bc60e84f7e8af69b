using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Workbooks;

/// <summary>What reading a file gave.</summary>
/// <param name="Workbook">Null where the file is refused whole; then there is exactly one finding, which says why.</param>
public sealed record WorkbookReadResult(Workbook? Workbook, IReadOnlyList<Finding> Findings)
{
    internal static WorkbookReadResult Refused(FindingCode code, params string[] arguments) =>
        new(null, [Finding.OfFile(code, arguments)]);
}
