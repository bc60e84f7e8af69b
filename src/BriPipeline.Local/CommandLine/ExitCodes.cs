using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;

namespace BriPipeline.Local.CommandLine;

/// <summary>What <c>bri</c> tells the shell (DESIGN section 7; 1 is for faults of machine or storage).</summary>
internal static class ExitCodes
{
    /// <summary>Of a file that was read.</summary>
    internal static int Of(ReadingOutcome outcome, IEnumerable<Finding> findings) =>
        outcome != ReadingOutcome.Accepted ? FileRejectedOrHeld
        : findings.Any(finding => finding.Code.Severity == Severity.RejectCell) ? SomeCellsRejected
        : Done;

    internal const int Done = 0;
    internal const int Fault = 1;
    internal const int WrongUsage = 2;
    internal const int SomeCellsRejected = 3;
    internal const int FileRejectedOrHeld = 4;
}
