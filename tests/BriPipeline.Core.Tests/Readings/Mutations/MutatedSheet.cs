using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Readings.Mutations;

/// <summary>A sheet with some of its cells replaced; addresses, merged ranges and hidden parts stay.</summary>
internal static class MutatedSheet
{
    public static Workbook With(Workbook workbook, Sheet sheet, IReadOnlyDictionary<CellAddress, Cell> edits) =>
        workbook with
        {
            Sheets = [.. workbook.Sheets.Select(one => one == sheet ? With(one, edits) : one)],
        };

    private static Sheet With(Sheet sheet, IReadOnlyDictionary<CellAddress, Cell> edits)
    {
        var builder = new SheetBuilder(sheet.Name, sheet.IsHidden).Below(sheet.Above);
        for (var row = 1; row <= sheet.RowCount; row++)
        {
            for (var column = 1; column <= sheet.ColumnCount; column++)
            {
                var place = new CellAddress(row, column);
                var cell = edits.GetValueOrDefault(place, sheet[row, column]);
                if (!cell.IsBlank)
                {
                    builder.Set(row, column, cell);
                    if (sheet.AddressOf(row, column) is var address && address != place)
                    {
                        builder.Publish(place, address);
                    }
                }
            }
        }

        foreach (var range in sheet.MergedRanges)
        {
            builder.Merge(range);
        }

        return builder.Build();
    }
}
