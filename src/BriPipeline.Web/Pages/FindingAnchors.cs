using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Reports;

namespace BriPipeline.Web.Pages;

/// <summary>Where listed findings stand in the drawn grid, and the other way round.</summary>
public sealed class FindingAnchors
{
    private readonly Dictionary<(string Sheet, string Cell), int> findings = [];
    private readonly Dictionary<int, string> cells = [];
    private readonly List<string> sheets;

    public FindingAnchors(IReadOnlyList<ReportFinding> shown, LayoutReport? layout)
    {
        sheets = [.. (layout?.Sheets ?? []).Select(sheet => sheet.Name)];
        var drawn = (layout?.Sheets ?? [])
            .Where(sheet => sheet.Grid is not null)
            .SelectMany(sheet =>
                sheet.Grid!.Rows.SelectMany(row =>
                    sheet.Grid.Columns.Select(column => (sheet.Name, PlaceOf(column, row)))
                )
            )
            .ToHashSet();
        foreach (var (number, finding) in shown.Index())
        {
            // Of a range, the first cell: that is where one begins to look.
            var place = (finding.Sheet ?? "", (finding.Cells ?? finding.Cell ?? "").Split(':', ',')[0]);
            if (drawn.Contains(place))
            {
                findings.TryAdd(place, number);
                cells.Add(number, CellId(place.Item1, place.Item2));
            }
        }
    }

    /// <summary>The first finding that begins at a cell; null where none does.</summary>
    public int? Of(string sheet, string cell) => findings.TryGetValue((sheet, cell), out var number) ? number : null;

    /// <summary>The id of the drawn cell where a finding begins; null where it is not drawn.</summary>
    public string? CellOf(int finding) => cells.GetValueOrDefault(finding);

    public string CellId(string sheet, string cell) =>
        string.Create(CultureInfo.InvariantCulture, $"c{sheets.IndexOf(sheet)}-{cell}");

    public static string FindingId(int finding) => string.Create(CultureInfo.InvariantCulture, $"f{finding + 1}");

    private static string PlaceOf(GridColumn column, GridRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"{column.Column}{row.Row}");
}
