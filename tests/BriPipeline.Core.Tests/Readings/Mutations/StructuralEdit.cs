using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Readings.Mutations;

/// <summary>A workbook whose sheet was rebuilt so that parts of it contradict each other, or only stand elsewhere.</summary>
/// <param name="Kind">What was done, in a few words.</param>
/// <param name="Origin">Where a figure stood before; null where no figure may be stored.</param>
internal sealed record StructuralEdit(
    string Kind,
    Workbook Workbook,
    Sheet Sheet,
    Func<CellAddress, CellAddress?> Origin
)
{
    /// <summary>The power of ten that the edited sheet says now; null where it says what it said.</summary>
    public int? Multiplier { get; init; }

    /// <summary>Whether a finding must tell of the contradiction where figures of the sheet are stored.</summary>
    public bool MustBeTold { get; init; }

    /// <summary>The sheet with each cell from another place of it; merged ranges stay.</summary>
    public static Workbook Rebuilt(
        Workbook workbook,
        Sheet sheet,
        int columns,
        Func<CellAddress, Cell> cellAt,
        string? name = null
    )
    {
        var builder = new SheetBuilder(name ?? sheet.Name, sheet.IsHidden).Below(sheet.Above);
        for (var row = 1; row <= sheet.RowCount; row++)
        {
            for (var column = 1; column <= columns; column++)
            {
                if (cellAt(new(row, column)) is { IsBlank: false } cell)
                {
                    builder.Set(row, column, cell);
                }
            }
        }

        foreach (var range in sheet.MergedRanges)
        {
            builder.Merge(range);
        }

        return workbook with
        {
            Sheets = [.. workbook.Sheets.Select(one => one == sheet ? builder.Build() : one)],
        };
    }
}
