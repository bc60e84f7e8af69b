using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Reports.Annotation;

/// <summary>Findings of a workbook of another format at their places in its copy: under the sheet's new name, and by the
/// positions of the grid where the publisher's file counts its cells otherwise.</summary>
internal static class GridPlaces
{
    public static IReadOnlyList<ReportFinding> Of(
        IReadOnlyList<ReportFinding> findings,
        IReadOnlyList<Sheet> sheets,
        IReadOnlyList<string> names
    )
    {
        var bySheet = sheets.Zip(names).ToDictionary(pair => pair.First.Name, StringComparer.Ordinal);
        return
        [
            .. findings.Select(finding =>
                finding.Sheet is { } name && bySheet.TryGetValue(name, out var pair)
                    ? Place(finding, pair.First) with
                    {
                        Sheet = pair.Second,
                    }
                    : finding with
                    {
                        // Without the sheet there is no cell to mark.
                        Sheet = null,
                    }
            ),
        ];
    }

    private static ReportFinding Place(ReportFinding finding, Sheet sheet)
    {
        if (finding.Cell is null || sheet.AddressesAreOfTheGrid)
        {
            return finding;
        }

        var ranges = new List<CellRange>();
        foreach (var text in (finding.Cells ?? finding.Cell).Split(','))
        {
            if (CellRange.TryParse(text, out var range))
            {
                ranges.Add(range);
            }
        }

        var cells = new List<CellAddress>();
        var down = PageSheet.LinesOf(sheet);
        for (
            var row = ranges.Min(range => range.First.Row) + down;
            row <= Math.Min(sheet.RowCount, ranges.Max(range => range.Last.Row) + down);
            row++
        )
        {
            for (var column = 1; column <= sheet.LastColumn(row); column++)
            {
                var position = new CellAddress(row, column);
                if (
                    sheet.AnchorOf(row, column) == position
                    && ranges.Exists(range => range.Contains(sheet.AddressOf(row, column)))
                )
                {
                    cells.Add(position);
                }
            }
        }

        if (cells.Count == 0)
        {
            return finding;
        }

        var whole = cells.Aggregate(new CellRange(cells[0]), (range, cell) => range.With(cell));
        return finding with { Cell = whole.ToString(), Cells = string.Join(',', CellRange.Runs(cells)) };
    }
}
