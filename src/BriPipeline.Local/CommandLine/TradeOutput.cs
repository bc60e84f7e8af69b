using System.Globalization;
using System.Text;
using System.Text.Json;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Pipeline;

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

    /// <summary>The columns of a row in every format but SDMX; numbers are <c>decimal</c>, <c>int</c> or <c>long</c>.</summary>
    protected static (string Name, object? Value)[] ColumnsOf(TradeRow row) =>
        [
            ("reporter", row.Key.Reporter.Code),
            ("partner", row.Key.Partner.Code),
            ("flow", row.Key.Flow.ToString()),
            ("commodity", row.Key.Commodity.Code),
            ("unit", row.Key.Unit.Code),
            ("source", row.Source),
            ("variant", row.Key.Variant),
            ("frequency", row.Key.Period.Frequency.ToString()),
            ("period", row.Key.Period.ToString()),
            ("value", row.Value),
            ("multiplier", row.Multiplier),
            ("decimals", row.Decimals),
            ("status", row.Status.ToString()),
            ("valuation", row.Valuation),
            ("trade_system", row.TradeSystem),
            ("nomenclature", row.Nomenclature),
            ("note", row.Note),
            ("partner_label", row.PartnerLabel),
            ("edition", row.Edition),
            ("upload", row.Upload),
            ("sheet", row.Sheet),
            ("cell", row.Cell),
            ("raw", row.Raw),
            ("seq", row.Seq),
            ("first_seen", Time(row.FirstSeen)),
            ("last_changed", Time(row.LastChanged)),
        ];

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>A line a row under a header.</summary>
internal sealed class TradeCsv(TextWriter writer) : TradeOutput(writer)
{
    private static readonly string[] Header =
    [
        "reporter",
        "partner",
        "flow",
        "commodity",
        "unit",
        "source",
        "variant",
        "frequency",
        "period",
        "value",
        "multiplier",
        "decimals",
        "status",
        "valuation",
        "trade_system",
        "nomenclature",
        "note",
        "partner_label",
        "edition",
        "upload",
        "sheet",
        "cell",
        "raw",
        "seq",
        "first_seen",
        "last_changed",
    ];

    internal override void Begin() => CommandLine.Csv.WriteRow(Writer, Header);

    internal override void Write(TradeRow row) =>
        CommandLine.Csv.WriteRow(
            Writer,
            Array.ConvertAll(
                ColumnsOf(row),
                column =>
                    column.Value is decimal value
                        ? CommandLine.Csv.Number(value)
                        : Convert.ToString(column.Value, CultureInfo.InvariantCulture)
            )
        );
}

/// <summary>An array of objects, one a line; values are JSON numbers with every digit.</summary>
internal sealed class TradeJson(TextWriter writer) : TradeOutput(writer)
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private bool isFirst = true;

    internal override void Begin() => Writer.Write('[');

    internal override void Write(TradeRow row)
    {
        Writer.Write(isFirst ? "\n" : ",\n");
        isFirst = false;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            foreach (var (name, value) in ColumnsOf(row))
            {
                json.WritePropertyName(name);
                if (value is decimal number)
                {
                    json.WriteRawValue(CommandLine.Csv.Number(number));
                }
                else
                {
                    JsonSerializer.Serialize(json, value);
                }
            }

            json.WriteEndObject();
        }

        Writer.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    internal override void End() => Writer.Write("\n]\n");
}

/// <summary>SDMX-CSV 1.0: codes of SDMX where it has them, values in whole units.</summary>
internal sealed class TradeSdmxCsv(TextWriter writer) : TradeOutput(writer)
{
    private const string Dataflow = "BRIPIPELINE:TRADE(1.0)";

    internal override void Begin() =>
        CommandLine.Csv.WriteRow(
            Writer,
            "DATAFLOW",
            "REF_AREA",
            "COUNTERPART_AREA",
            "TRADE_FLOW",
            "COMMODITY",
            "UNIT_MEASURE",
            "FREQ",
            "VARIANT",
            "SOURCE",
            "TIME_PERIOD",
            "OBS_VALUE",
            "UNIT_MULT",
            "OBS_STATUS"
        );

    internal override void Write(TradeRow row) =>
        CommandLine.Csv.WriteRow(
            Writer,
            Dataflow,
            row.Key.Reporter.Code,
            row.Key.Partner.Code,
            row.Key.Flow.ToString(),
            row.Key.Commodity.Code,
            row.Key.Unit.Code,
            row.Key.Period.Frequency.ToString(),
            row.Key.Variant,
            row.Source,
            TimeOf(row.Key.Period),
            CommandLine.Csv.Number(row.Value),
            "0",
            row.Status.ToString()
        );

    /// <summary>A range is its start and its length (ISO 8601): <c>2023-01/P7M</c>, <c>2018-07-17/P1Y</c>.</summary>
    internal static string TimeOf(TimePeriod period)
    {
        if (period.Frequency is not (Frequency.C or Frequency.F))
        {
            return period.ToString();
        }

        if (period.First.Day != 1)
        {
            return period.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "/P1Y";
        }

        var months = ((period.Last.Year - period.First.Year) * 12) + period.Last.Month - period.First.Month + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{period.First:yyyy-MM}/P{months}M");
    }
}
