using BriPipeline.Core.Trade;
using BriPipeline.Web.Rows;
using BriPipeline.Web.Sdmx;

namespace BriPipeline.Local.CommandLine;

/// <summary>One way to print rows, written as they come.</summary>
internal abstract class TradeOutput(TextWriter writer)
{
    internal const string Csv = "csv";
    internal const string Json = "json";
    internal const string SdmxCsv = "sdmx-csv";

    protected TextWriter Writer { get; } = writer;

    internal static TradeOutput Of(string format, TextWriter writer) =>
        format switch
        {
            Csv => new TradeCsv(writer),
            Json => new TradeJson(writer),
            _ => new TradeSdmxCsv(writer),
        };

    internal abstract void Begin();

    internal abstract void Write(TradeRow row);

    internal virtual void End() { }
}

/// <summary>A line a row under a header.</summary>
internal sealed class TradeCsv(TextWriter writer) : TradeOutput(writer)
{
    internal override void Begin() =>
        Web.Rows.Csv.WriteRow(Writer, [.. TradeColumns.All.Select(column => column.Name)]);

    internal override void Write(TradeRow row) =>
        Web.Rows.Csv.WriteRow(Writer, [.. TradeColumns.All.Select(column => ColumnText.Of(column.Value(row)))]);
}

/// <summary>An array of objects, one a line; values are JSON numbers with every digit.</summary>
internal sealed class TradeJson(TextWriter writer) : TradeOutput(writer)
{
    private bool isFirst = true;

    internal override void Begin() => Writer.Write('[');

    internal override void Write(TradeRow row)
    {
        Writer.Write(isFirst ? "\n" : ",\n");
        isFirst = false;
        JsonRow.Write(Writer, TradeColumns.All, row);
    }

    internal override void End() => Writer.Write("\n]\n");
}

/// <summary>SDMX-CSV 1.0: codes of SDMX where it has them, values in whole units.</summary>
internal sealed class TradeSdmxCsv(TextWriter writer) : TradeOutput(writer)
{
    internal override void Begin() => Web.Rows.Csv.WriteRow(Writer, [.. SdmxStructure.CsvHeader]);

    internal override void Write(TradeRow row) => Web.Rows.Csv.WriteRow(Writer, SdmxStructure.CsvFields(row));
}
