using BriPipeline.Core.Trade;

namespace BriPipeline.Web.Rows;

/// <summary>The columns of a figure in every format but SDMX.</summary>
public static class TradeColumns
{
    public static IReadOnlyList<Column<TradeRow>> All { get; } =
    [
        new("reporter", "string", "Area that reports", row => row.Key.Reporter.Code),
        new("partner", "string", "Area traded with", row => row.Key.Partner.Code),
        new("flow", "string", "X, DX, RX, M, MC, RM or T", row => row.Key.Flow.ToString()),
        new("commodity", "string", "TOTAL or a code with its nomenclature", row => row.Key.Commodity.Code),
        new("unit", "string", "Currency or unit of quantity", row => row.Key.Unit.Code),
        new("source", "string", "Whose figures these are", row => row.Source),
        new("variant", "string", "What else tells two series of one key apart", row => row.Key.Variant),
        new("frequency", "string", "A, Q, M, C or F", row => row.Key.Period.Frequency.ToString()),
        new("period", "string", "2022, 2022-Q3, 2022-07, 2023-01--2023-07", row => row.Key.Period.ToString()),
        new("value", "number", "In whole units, exact", row => row.Value),
        new("multiplier", "integer", "Power of ten in which it was published", row => row.Multiplier),
        new("decimals", "integer", "Decimals as published", row => row.Decimals),
        new("status", "string", "SDMX CL_OBS_STATUS", row => row.Status.ToString()),
        new("valuation", "string", "FOB, CIF or another basis", row => row.Valuation),
        new("trade_system", "string", "General or special trade", row => row.TradeSystem),
        new("nomenclature", "string", "Nomenclature and year of the code", row => row.Nomenclature),
        new("note", "string", "The publisher's remark", row => row.Note),
        new("partner_label", "string", "The partner as published", row => row.PartnerLabel),
        new("edition", "string", "Edition whose claim this is", row => row.Edition),
        new("upload", "string", "Source and path of the upload", row => row.Upload),
        new("sheet", "string", "Sheet of the workbook", row => row.Sheet),
        new("cell", "string", "Address of the figure in the sheet", row => row.Cell),
        new("raw", "string", "The figure as it stands there", row => row.Raw),
        new("seq", "integer", "Import of the source that last changed the row", row => row.Seq),
        new("first_seen", "string", "When it was first stored, UTC", row => ColumnText.Of(row.FirstSeen)),
        new("last_changed", "string", "When it last changed, UTC", row => ColumnText.Of(row.LastChanged)),
    ];
}
