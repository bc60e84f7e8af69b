using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Parts a table whose columns are several tables beside each other, each with its own names of partners.</summary>
internal static class Bands
{
    /// <summary>The bands of a table; none where it is one. A new one begins at a second column of names that differ from
    /// those of the first, where an empty column separates them or the headings start again.</summary>
    public static IReadOnlyList<SheetBand> Of(
        Sheet sheet,
        TableArea area,
        IReadOnlyList<ColumnRole> roles,
        CellEvidence evidence
    )
    {
        var names = roles
            .Where(role => role is { Use: ColumnUse.Label, Dimension: Dimension.Partner, Kind: LabelKind.Words })
            .ToList();
        if (area.HeaderRows.Count == 0 || names.Count < 2)
        {
            return [];
        }

        var starts = new List<int> { 1 };
        foreach (var column in names.Skip(1).Select(role => role.Column))
        {
            var isAfterFigures = roles.Any(role => role.Column < column && role.Use == ColumnUse.Figures);
            var isBeforeFigures = roles.Any(role => role.Column > column && role.Use == ColumnUse.Figures);
            if (
                isAfterFigures
                && isBeforeFigures
                && AreaColumns.NamesDiffer(sheet, area, evidence, names[0].Column, column)
                && (
                    BeginsAnew(sheet, area, names[0].Column, column)
                    || NameOtherFlows(names[0], roles, column, evidence)
                )
            )
            {
                starts.Add(FirstOfBand(sheet, area, names[0].Column, column));
            }
        }

        return starts.Count == 1
            ? []
            :
            [
                .. starts.Select(
                    (start, i) =>
                        new SheetBand(sheet, area, start, i + 1 < starts.Count ? starts[i + 1] - 1 : sheet.ColumnCount)
                ),
            ];
    }

    /// <summary>Whether the headings over the first names, and those over others, are of different flows: exports to whom, imports from
    /// whom.</summary>
    private static bool NameOtherFlows(
        ColumnRole first,
        IReadOnlyList<ColumnRole> roles,
        int column,
        CellEvidence evidence
    ) =>
        Flows(first.Heading, evidence) is { Count: > 0 } own
        && Flows(roles.First(role => role.Column == column).Heading, evidence) is { Count: > 0 } others
        && !own.Overlaps(others);

    private static HashSet<string> Flows(string heading, CellEvidence evidence) =>
        [.. evidence.Of(heading).Terms.Where(term => term.Kind == TermKind.Flow).Select(term => term.Code)];

    /// <summary>What stands left of the first names, such as their rank, stands left of the others too.</summary>
    private static int FirstOfBand(Sheet sheet, TableArea area, int first, int column)
    {
        var left = 1;
        while (
            left < first
            && !sheet[area.HeaderRows[^1], first - left].IsBlank
            && sheet[area.HeaderRows[^1], first - left].Raw.Trim()
                == sheet[area.HeaderRows[^1], column - left].Raw.Trim()
        )
        {
            left++;
        }

        // A heading in an empty column between bands is of the next one.
        var start = column - left + 1;
        while (start > first + 1 && IsEmpty(sheet, area, start - 1))
        {
            start--;
        }

        return start;
    }

    private static bool IsEmpty(Sheet sheet, TableArea area, int column) =>
        Enumerable
            .Range(area.HeaderRows[0], area.LastBodyRow - area.HeaderRows[0] + 1)
            .All(row => sheet[row, column].IsBlank);

    /// <summary>Whether the column before is empty throughout the table, or the heading is that of the first names again.</summary>
    private static bool BeginsAnew(Sheet sheet, TableArea area, int first, int column) =>
        IsEmpty(sheet, area, column - 1)
        || sheet[area.HeaderRows[^1], first].Raw.Trim() == sheet[area.HeaderRows[^1], column].Raw.Trim();
}
