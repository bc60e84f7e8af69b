using System.Globalization;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Findings;

/// <summary>Counts figures that one label or mark spoils, so that a name that is not known is one finding and not one
/// for each figure of its row.</summary>
public sealed class FindingTally
{
    private readonly Dictionary<
        (FindingCode, Sheet, string),
        (CellAddress? First, string[] Arguments, long Count)
    > counts = new();

    private readonly List<Finding> single = [];

    /// <summary>Adds a finding that stands for itself.</summary>
    public void Add(Finding finding) => single.Add(finding);

    /// <summary>Counts one more figure for a subject (a label, a mark, a dimension) of a sheet.</summary>
    /// <param name="place">The grid position to name; that of the first figure counts.</param>
    /// <param name="arguments">The template's arguments; the count takes the place of <c>#</c>.</param>
    public void Count(FindingCode code, Sheet sheet, string subject, CellAddress? place, params string[] arguments)
    {
        ref var entry = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
            counts,
            (code, sheet, subject),
            out var exists
        );
        entry = exists ? (entry.First, entry.Arguments, entry.Count + 1) : (place, arguments, 1);
    }

    /// <summary>All findings, the counted ones after the single ones, each in the order of first appearance.</summary>
    public IReadOnlyList<Finding> ToList() =>
        [
            .. single,
            .. counts.Select(entry =>
            {
                var (code, sheet, _) = entry.Key;
                var (first, arguments, count) = entry.Value;
                var filled = Array.ConvertAll(
                    arguments,
                    argument => argument == "#" ? count.ToString(CultureInfo.InvariantCulture) : argument
                );
                return first is { } place
                    ? Finding.OfCell(code, sheet, place, filled)
                    : Finding.OfSheet(code, sheet, filled);
            }),
        ];
}
