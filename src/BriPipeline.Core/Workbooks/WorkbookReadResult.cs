using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Workbooks;

/// <summary>What reading a file gave.</summary>
/// <param name="Workbook">Null where the file is refused whole; then there is exactly one finding, which says why.</param>
public sealed record WorkbookReadResult(Workbook? Workbook, IReadOnlyList<Finding> Findings)
{
    internal static WorkbookReadResult Refused(FindingCode code, params string[] arguments) =>
        new(null, [Finding.OfFile(code, arguments)]);

    /// <summary>The same, with a warning that errors and blanks could not be told apart; a refusal stays the one finding.</summary>
    internal WorkbookReadResult WithErrorsUnknown(string cause) =>
        Workbook is null
            ? this
            : this with
            {
                Findings = [.. Findings, Finding.OfFile(FindingCodes.ErrorCellsUnknown, cause)],
            };
}
