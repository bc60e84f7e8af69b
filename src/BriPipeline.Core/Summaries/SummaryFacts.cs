using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using BriPipeline.Core.Observations;

namespace BriPipeline.Core.Summaries;

/// <summary><c>facts.json</c>: the summary as JSON, in the order of its members; the same summary gives the same bytes.</summary>
/// <remarks>Numbers are exact decimals without trailing zeros; areas, units and periods are their codes.</remarks>
public static class SummaryFacts
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters =
        {
            new CodeWriter<Area>(area => area.Code),
            new CodeWriter<TimePeriod>(period => period.ToString()),
            new CodeWriter<TradeFlow>(flow => flow.ToString()),
            new CodeWriter<ObservationStatus>(status => status.ToString()),
            new ExactDecimalWriter(),
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
        },
    };

    public static byte[] Write(MonthlySummary summary) => JsonSerializer.SerializeToUtf8Bytes(summary, Json);

    private sealed class CodeWriter<T>(Func<T, string> codeOf) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Facts are only written.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(codeOf(value));
    }

    /// <summary>A decimal keeps the zeros it was written with; equal numbers must be equal bytes.</summary>
    private sealed class ExactDecimalWriter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Facts are only written.");

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(
                value == 0 ? "0" : value.ToString("0.############################", CultureInfo.InvariantCulture)
            );
    }
}
