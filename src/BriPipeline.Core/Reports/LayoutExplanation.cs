using System.Globalization;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Reports;

/// <summary>Makes the report on how a workbook was understood.</summary>
public static class LayoutExplanation
{
    /// <summary>Sheets that are drawn at most, those with tables first.</summary>
    private const int DrawnSheets = 3;

    /// <summary>Causes of numbers that became no values, the largest.</summary>
    private const int MaxCauses = 30;

    /// <summary>How each sheet was understood, found by reading every figure once more; null where the file could not be read.</summary>
    public static LayoutReport? Of(Reading reading) =>
        reading is not { Workbook: { } workbook, Layout: { } layout }
            ? null
            : (
                reading.Format is { } format ? FormatExplanation.Of(workbook, format) : Of(reading, workbook, layout)
            ) with
            {
                Coverage = reading.Coverage.Shortened(MaxCauses),
            };

    /// <summary>By which rules the columns of a table are what they are; null where none decided.</summary>
    public static string? RulesOf(TableReport table) => LayoutWords.Rules(table);

    private static LayoutReport Of(Reading reading, Workbook workbook, WorkbookLayout layout)
    {
        var tables = layout.Tables.Select(reading.Normaliser).ToList();
        var kept = reading.KeepsAll ? null : reading.Observations().ToDictionary(one => one.Provenance, one => one.Key);
        var drawn = Drawn(workbook, layout);
        var sheets = new List<SheetReport>();
        foreach (var sheet in workbook.Sheets)
        {
            var explained = tables
                .Where(table => SheetBand.WholeOf(table.Layout.Sheet) == sheet)
                .Select(table => new TableExplanation(
                    table,
                    reading.Profile,
                    drawn.Contains(sheet) ? LastDrawn(sheet, table.Layout) : 0,
                    kept
                ))
                .ToList();
            var refused = layout.Refused.Where(one => SheetBand.WholeOf(one.Sheet) == sheet).ToList();
            RefusedReport[] reasons = [.. refused.Select(Refused)];
            sheets.Add(
                new(
                    sheet.Name,
                    sheet.IsHidden,
                    [.. explained.Select(table => table.Report)],
                    reasons,
                    [.. LayoutWords.Of([.. explained.Select(table => table.Report)], reasons)],
                    drawn.Contains(sheet) ? new GridDrawing(sheet, explained, refused).Draw() : null
                )
            );
        }

        return new(LayoutReport.CurrentSchema, layout.Fingerprint, sheets);
    }

    private static HashSet<Sheet> Drawn(Workbook workbook, WorkbookLayout layout)
    {
        var read = layout.Tables.Select(table => SheetBand.WholeOf(table.Sheet));
        var refused = layout.Refused.Select(table => SheetBand.WholeOf(table.Sheet));
        return [.. read.Concat(refused).Concat(workbook.Sheets).Distinct().Take(DrawnSheets)];
    }

    /// <summary>A row below which nothing is drawn, however many blank lines there are.</summary>
    private static int LastDrawn(Sheet sheet, TableLayout table) =>
        Math.Min(sheet.RowCount, Math.Max(table.FirstBodyRow, GridDrawing.FirstRow(table)) + 400);

    private static RefusedReport Refused(RefusedTable table) =>
        new(table.FirstRow, table.LastRow, table.Reason.Code.Id, table.Reason.Message, table.Reason.Advice, table.Rule);
}
