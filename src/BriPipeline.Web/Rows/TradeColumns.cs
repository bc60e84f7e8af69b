using System.Text.Json;
using BriPipeline.Core.Trade;

namespace BriPipeline.Web.Rows;

/// <summary>The columns of a figure in every format but SDMX.</summary>
public static class TradeColumns
{
    public static IReadOnlyList<Column<TradeRow>> All { get; } =
    [.. TradeColumn.All.Where(column => column.About is not null).Select(Of)];

    private static Column<TradeRow> Of(TradeColumn column) =>
        new(
            JsonNamingPolicy.SnakeCaseLower.ConvertName(column.Name),
            column.Kind switch
            {
                ColumnKind.Number => "number",
                ColumnKind.Whole => "integer",
                _ => "string",
            },
            column.About!,
            column.Kind == ColumnKind.Time ? row => ColumnText.Of((DateTimeOffset)column.Value(row)!) : column.Value
        );
}
