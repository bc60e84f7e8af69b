using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Workbooks;

/// <summary>What is wrong with cells of a sheet, counted: one finding a fault, with the range that holds all its cells.</summary>
internal sealed class CellFaults
{
    /// <summary>Names by which cells are marked as errors that no program computed.</summary>
    public const string Damaged = "#DAMAGED!";

    /// <summary>What is told of a damaged cell that stands in the sheet twice.</summary>
    public const string WrittenTwice = "written twice";

    public const string StruckOut = "#STRUCK-OUT!";

    public const string TooLong = "#TOO-LONG!";

    private static readonly Dictionary<string, FindingCode> CodesOfErrors = new(StringComparer.Ordinal)
    {
        [StruckOut] = FindingCodes.CellsStruckOut,
        [TooLong] = FindingCodes.CellTextsTooLong,
    };

    private readonly Dictionary<FindingCode, (int Count, CellRange Range, CellAddress First, string Raw)> faults = [];

    /// <param name="raw">What the cell holds, for the first one of a fault.</param>
    public void Add(FindingCode code, CellAddress cell, string raw = "") =>
        faults[code] = faults.TryGetValue(code, out var found)
            ? found with
            {
                Count = found.Count + 1,
                Range = found.Range.With(cell),
            }
            : (1, new CellRange(cell), cell, raw);

    public void AddError(string name, CellAddress cell)
    {
        if (CodesOfErrors.TryGetValue(name, out var code))
        {
            Add(code, cell);
        }
    }

    public IEnumerable<Finding> ToFindings(string sheet) =>
        faults.Select(fault => new Finding(
            fault.Key,
            sheet,
            fault.Value.Range,
            null,
            [fault.Value.Count.ToString(CultureInfo.InvariantCulture), fault.Value.First.ToString(), fault.Value.Raw]
        ));
}
