using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary><c>facts.json</c>: the summary as JSON, in the order of its members; the same summary gives the same bytes.</summary>
/// <remarks>Numbers are exact decimals without trailing zeros; areas, units and periods are their codes.</remarks>
public static class SummaryFacts
{
    private static readonly string[] Places =
    [
        .. new[]
        {
            nameof(SummarySource.Workbook),
            nameof(SummarySource.Sha256),
            nameof(SummarySource.Edition),
            nameof(SummarySource.Sheet),
            nameof(SummarySource.Cell),
        }.Select(JsonNamingPolicy.CamelCase.ConvertName),
    ];

    private static readonly string Revisions = JsonNamingPolicy.CamelCase.ConvertName(nameof(MonthlySummary.Revisions));

    private static readonly Dictionary<Type, string> TypesOfCodes = new()
    {
        [typeof(Area)] = "string",
        [typeof(TimePeriod)] = "string",
        [typeof(TradeFlow)] = "string",
        [typeof(ObservationStatus)] = "string",
        [typeof(DateOnly)] = "string",
        [typeof(PartialDate)] = "string",
        [typeof(decimal)] = "number",
    };

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters =
        {
            new CodeConverter<Area>(area => area.Code, code => new Area(code)),
            new CodeConverter<PartialDate>(date => date.ToString(), PartialDate.Parse),
            new CodeConverter<TimePeriod>(period => period.ToString(), text => TimePeriod.Parse(text)),
            new CodeConverter<TradeFlow>(flow => flow.ToString(), Enum.Parse<TradeFlow>),
            new CodeConverter<ObservationStatus>(status => status.ToString(), Enum.Parse<ObservationStatus>),
            new ExactDecimalConverter(),
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
        },
    };

    public static byte[] Write(MonthlySummary summary) => JsonSerializer.SerializeToUtf8Bytes(summary, Json);

    /// <exception cref="JsonException">The bytes are not facts of this schema.</exception>
    public static MonthlySummary Read(ReadOnlySpan<byte> facts) =>
        JsonSerializer.Deserialize<MonthlySummary>(facts, Json) ?? throw new JsonException("There are no facts in it.");

    /// <summary>The shape of <c>facts.json</c> as a JSON Schema.</summary>
    public static JsonNode Schema() =>
        Json.GetJsonSchemaAsNode(
            typeof(MonthlySummary),
            new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = SchemaOf }
        );

    /// <summary>A member without a value is left out, so that none of those is required.</summary>
    private static JsonNode SchemaOf(JsonSchemaExporterContext context, JsonNode node)
    {
        var inner = Nullable.GetUnderlyingType(context.TypeInfo.Type);
        if (TypesOfCodes.TryGetValue(inner ?? context.TypeInfo.Type, out var type))
        {
            return new JsonObject { ["type"] = inner is null ? type : new JsonArray(type, "null") };
        }

        if (node is JsonObject schema && schema["required"] is JsonArray required)
        {
            var left = context
                .TypeInfo.Properties.Where(property => property.IsGetNullable)
                .Select(property => property.Name);
            var kept = required.Select(name => name!.GetValue<string>()).Except(left, StringComparer.Ordinal);
            schema["required"] = new JsonArray([.. kept.Select(name => JsonValue.Create(name))]);
        }

        return node;
    }

    /// <summary>Whether two files of facts say the same: figures, statuses and rows, wherever the rows were read, and
    /// whatever edition came before.</summary>
    /// <remarks>Offices reprint old periods in each release. A reprint of equal figures is no reason for a new edition;
    /// the old one names the hash of the workbook that it was made from, which is kept for good.</remarks>
    public static bool AreEqual(byte[] left, byte[] right) =>
        JsonNode.DeepEquals(WithoutPlaces(left), WithoutPlaces(right));

    private static JsonNode? WithoutPlaces(byte[] facts)
    {
        var summary = JsonNode.Parse(facts);
        summary?.AsObject().Remove(Revisions);
        foreach (var (_, row) in summary?["rows"]?.AsObject() ?? [])
        {
            foreach (var place in Places)
            {
                row?.AsObject().Remove(place);
            }
        }

        return summary;
    }

    private sealed class CodeConverter<T>(Func<T, string> codeOf, Func<string, T> parse) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(codeOf(value));
    }

    /// <summary>A decimal keeps the zeros it was written with; equal numbers must be equal bytes.</summary>
    private sealed class ExactDecimalConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(
                value == 0 ? "0" : value.ToString("0.############################", CultureInfo.InvariantCulture)
            );
    }
}
