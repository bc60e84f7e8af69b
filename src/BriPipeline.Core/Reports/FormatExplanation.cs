using BriPipeline.Core.Findings;
using BriPipeline.Core.Formats;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Reports;

/// <summary>Makes the report on a workbook that was read by the documentation of its format.</summary>
internal static class FormatExplanation
{
    public static LayoutReport Of(Workbook workbook, FormatReading reading) =>
        new(
            LayoutReport.CurrentSchema,
            reading.Fingerprint,
            [
                .. workbook.Sheets.Select(sheet =>
                    Of(sheet, reading.Tables.FirstOrDefault(table => table.Header.Sheet == sheet))
                ),
            ]
        );

    private static SheetReport Of(Sheet sheet, FormatTable? table)
    {
        if (table is null)
        {
            return new(sheet.Name, sheet.IsHidden, [], [], ["no table of the format"], null);
        }

        var read = table
            .Observations(new FindingTally(), null)
            .CountBy(observation => observation.Provenance.Cell.Column)
            .ToDictionary();
        return new(
            sheet.Name,
            sheet.IsHidden,
            [
                new(
                    [.. Enumerable.Range(table.Header.Row, table.Description.HeaderRows)],
                    table.Header.FirstBodyRow,
                    sheet.RowCount,
                    read.Values.Sum(),
                    [],
                    [.. table.Columns.Select(column => ColumnOf(column, read))],
                    [],
                    []
                ),
            ],
            [],
            [.. Words(table, read.Values.Sum())],
            null
        );
    }

    private static ColumnReport ColumnOf(BoundColumn column, Dictionary<int, int> read) =>
        new(
            CellAddress.ColumnLetters(column.Number),
            column.Role switch
            {
                FormatRole.Figures => "figures",
                FormatRole.Passed => "ignored",
                FormatRole.Total => "limited",
                _ => "label",
            },
            Dimension(column.Role),
            column.Role is FormatRole.Figures or FormatRole.Passed ? null : "code",
            column.Heading,
            read.GetValueOrDefault(column.Number),
            [],
            null
        );

    private static string? Dimension(FormatRole role) =>
        role switch
        {
            FormatRole.Figures or FormatRole.Passed => null,
            FormatRole.Total => "unmodelled",
            _ => char.ToLowerInvariant(role.ToString()[0]) + role.ToString()[1..],
        };

    private static IEnumerable<string> Words(FormatTable table, int read)
    {
        yield return $"read as {table.Description.Title}, by its documentation: {read} figures";
        foreach (var address in table.Description.Documentation)
        {
            yield return $"documented at {address}";
        }

        foreach (var column in table.Columns.Where(column => column.Role != FormatRole.Passed))
        {
            yield return $"column {CellAddress.ColumnLetters(column.Number)} \"{column.Heading}\": {Dimension(column.Role) ?? "figures"}";
        }
    }
}
