using BriPipeline.Core.Checks;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Readings;

/// <summary>What is open about the figures that are stored (DESIGN section 4, rule 13): the warnings at their cells.</summary>
internal sealed class OpenDoubts
{
    private readonly Dictionary<(string Sheet, CellAddress Cell), HashSet<string>> codes = [];
    private readonly List<(string Sheet, CellRange Place, string Code)> ranges = [];

    /// <summary>The doubts of a check, those that its findings do not name one by one among them.</summary>
    public void Add(IEnumerable<Doubt> doubts)
    {
        foreach (var doubt in doubts)
        {
            var open = doubt.Code.Severity == Severity.Warning ? doubt.Others.Concat(doubt.Places) : doubt.Others;
            foreach (var at in open)
            {
                Add(at.Sheet, new CellRange(at.Cell), doubt.Code);
            }
        }
    }

    /// <summary>The warnings of a reader, whose places may be ranges.</summary>
    public void Add(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings.Where(finding => finding.Code.Severity == Severity.Warning))
        {
            foreach (var place in finding.Cells ?? (finding.Place is { } only ? [only] : []))
            {
                Add(finding.Sheet ?? "", place, finding.Code);
            }
        }
    }

    public Observation Mark(Observation figure)
    {
        var (sheet, cell) = (figure.Provenance.Sheet, figure.Provenance.Cell);
        var open = codes
            .GetValueOrDefault((sheet, cell), [])
            .Concat(ranges.Where(one => one.Sheet == sheet && one.Place.Contains(cell)).Select(one => one.Code))
            .ToList();
        return open.Count == 0 ? figure : figure with { Doubt = DoubtCodes.Join([figure.Doubt, .. open]) };
    }

    private void Add(string sheet, CellRange place, FindingCode code)
    {
        if (place.First != place.Last)
        {
            ranges.Add((sheet, place, code.Id));
        }
        else if (codes.TryGetValue((sheet, place.First), out var known))
        {
            known.Add(code.Id);
        }
        else
        {
            codes.Add((sheet, place.First), new(StringComparer.Ordinal) { code.Id });
        }
    }
}
