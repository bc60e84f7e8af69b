using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Readings;

/// <summary>How many figures of a file wait for answers. A figure that lacks a unit and a reporter hangs on two questions and is
/// counted once.</summary>
public static class WaitingFigures
{
    public static int Count(IEnumerable<Finding> findings)
    {
        var cells = new HashSet<(string?, CellAddress)>();
        var others = 0;
        foreach (var finding in findings.Where(finding => finding.Ask is not null))
        {
            var ranges = finding.Cells ?? (finding.Place is { } place ? [place] : []);
            // A finding about a name or a column lies at one cell and is about the figures beside or below it.
            if (ranges.Sum(range => range.Count) != finding.Figures)
            {
                others += finding.Figures;
                continue;
            }

            foreach (var range in ranges)
            {
                cells.UnionWith(range.AllCells().Select(cell => (finding.Sheet, cell)));
            }
        }

        return others + cells.Count;
    }
}
