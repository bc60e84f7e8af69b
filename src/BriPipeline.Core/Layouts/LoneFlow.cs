using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>A flow right below the header that may be what is left of a row of headings.</summary>
internal static class LoneFlow
{
    /// <summary>One flow alone over one of several columns of figures, right below the header, where the title names another flow too: it
    /// may be what is left of a row of headings, and then it is not that of all columns. Null where there is none.</summary>
    public static CellAddress? Find(
        Sheet sheet,
        RowKind[] kinds,
        TableArea area,
        CellEvidence evidence,
        HashSet<int> figureColumns
    )
    {
        var first = Enumerable
            .Range(area.FirstBodyRow, area.LastBodyRow - area.FirstBodyRow + 1)
            .TakeWhile(row => kinds[row] != RowKind.Figures)
            .ToList();
        var flows = TableContext
            .Captions(sheet, area)
            .SelectMany(caption => evidence.Of(caption.Text).Terms)
            .Where(term => term.Kind == TermKind.Flow)
            .Select(term => term.Code)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var row in first)
        {
            var filled = Enumerable
                .Range(1, sheet.LastColumn(row))
                .Where(column => !sheet[row, column].IsBlank)
                .ToList();
            if (
                figureColumns.Count > 1
                && filled is [var only]
                && figureColumns.Contains(only)
                && sheet.AnchorOf(row, only + 1) != new CellAddress(row, only)
                && evidence.Of(sheet[row, only].Raw).Terms.FirstOrDefault(term => term.Kind == TermKind.Flow)
                    is { Code: { } code }
                && flows.Any(flow => flow != code)
            )
            {
                return new(row, only);
            }
        }

        return null;
    }
}
