using BriPipeline.Core.Trade;
using BriPipeline.Web.Api;
using BriPipeline.Web.Rows;

namespace BriPipeline.Web.Sdmx;

/// <summary>SDMX-CSV 1.0. It has no place for a remark: an answer that broke off is told by the connection alone.</summary>
internal sealed class SdmxCsvRows(string detail = "full")
    : RowWriter<TradeRow>("application/vnd.sdmx.data+csv; version=1.0.0; charset=utf-8")
{
    private readonly int attributes = SdmxStructure.Attributes.Count;
    private (string, SeriesKey)? series;

    public override void Begin(TextWriter writer, string? next) =>
        Csv.WriteRow(writer, Part([.. SdmxStructure.CsvHeader]));

    public override void Write(TextWriter writer, TradeRow row, long index)
    {
        var isNew = series != (row.Source, row.Key.Series);
        series = (row.Source, row.Key.Series);
        if (isNew || detail is "full" or "dataonly")
        {
            Csv.WriteRow(writer, Part(SdmxStructure.CsvFields(row)));
        }
    }

    public override void End(TextWriter writer, long count) { }

    private ReadOnlySpan<string?> Part(string?[] fields) =>
        detail switch
        {
            "full" => fields,
            "dataonly" => fields.AsSpan(0, fields.Length - attributes),
            _ => fields.AsSpan(0, 1 + SdmxStructure.Dimensions.Count),
        };
}
