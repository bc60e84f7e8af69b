using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using BriPipeline.Core.Observations;

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

    /// <summary>Whether two files of facts say the same: figures, statuses and rows, wherever the rows were read.</summary>
    /// <remarks>Offices reprint old periods in each release. A reprint of equal figures is no reason for a new edition;
    /// the old one names the hash of the workbook that it was made from, which is kept for good.</remarks>
    public static bool AreEqual(byte[] left, byte[] right) =>
        JsonNode.DeepEquals(WithoutPlaces(left), WithoutPlaces(right));

    private static JsonNode? WithoutPlaces(byte[] facts)
    {
        var summary = JsonNode.Parse(facts);
        foreach (var (_, row) in summary?["rows"]?.AsObject() ?? [])
        {
            foreach (var place in Places)
            {
                row?.AsObject().Remove(place);
            }
        }

        return summary;
    }

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
