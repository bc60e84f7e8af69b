using System.Globalization;
using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Workbooks;

/// <summary>A file that cannot or must not be read further; <see cref="WorkbookReader"/> turns it into the finding that it carries.</summary>
internal sealed class RefusedException(FindingCode code, params string[] arguments)
    : Exception(code.Id + ": " + string.Join("; ", arguments))
{
    public FindingCode Code => code;

    public IReadOnlyList<string> Arguments => arguments;

    /// <param name="kind">What the file begins as.</param>
    public static RefusedException Damaged(string kind, string cause) =>
        new(FindingCodes.WorkbookDamaged, kind, cause.TrimEnd('.'));

    /// <param name="what">What the file holds more of than is read.</param>
    public static RefusedException TooMany(string what, long limit) =>
        new(FindingCodes.WorkbookHoldsTooMuch, what, limit.ToString("N0", CultureInfo.InvariantCulture));
}
