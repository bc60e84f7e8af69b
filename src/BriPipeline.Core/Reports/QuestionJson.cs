using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Reports;

/// <summary>Questions and answers as files and the API give them (DESIGN section 10).</summary>
public static class QuestionJson
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters =
        {
            new JsonStringEnumConverter<QuestionKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new ObservationFields(),
        },
    };

    /// <summary>The questions of several files.</summary>
    public static string Write(IEnumerable<FileQuestions> files) => JsonSerializer.Serialize(files, Json);

    /// <summary>The questions of one file.</summary>
    public static string Write(FileQuestions file) => JsonSerializer.Serialize(file, Json);

    /// <summary>The same with the answers that hold for the file.</summary>
    public static string Write(FileQuestions file, IEnumerable<Answer> answers) =>
        JsonSerializer.Serialize(
            new
            {
                file.File,
                file.Questions,
                Answers = answers,
            },
            Json
        );

    /// <summary>What <see cref="Write(FileQuestions)"/> wrote; of the observations of previews, their columns.</summary>
    /// <exception cref="JsonException">The text is something else.</exception>
    public static FileQuestions Read(string json) =>
        JsonSerializer.Deserialize<FileQuestions>(json, Json) ?? throw new JsonException("The text is empty.");

    /// <exception cref="JsonException">The text is no list of changes; the message says where.</exception>
    public static IReadOnlyList<AnswerChange> ReadChanges(string json) =>
        JsonSerializer.Deserialize<List<AnswerChange>>(json, Json) ?? throw new JsonException("The text is empty.");

    /// <exception cref="JsonException">The text is no list of answers; the message has a line for each thing that is wrong.</exception>
    public static IReadOnlyList<Answer> ReadAnswers(string json)
    {
        ProfileCheck.OfAnswers(json);
        return JsonSerializer.Deserialize<List<Answer>>(json, Json)!;
    }

    /// <summary>An observation by the columns of <see cref="ReadingCsv.ObservationsHeader"/>.</summary>
    private sealed class ObservationFields : JsonConverter<Observation>
    {
        public override Observation Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var said = JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader)!;
            return new()
            {
                Key = new(
                    new(said["reporter"]),
                    new(said["partner"]),
                    Enum.Parse<TradeFlow>(said["flow"]),
                    new(said["commodity"]),
                    new(said["unit"]),
                    TimePeriod.Parse(said["period"]),
                    Variant: null
                ),
                Value = decimal.Parse(said["value"], CultureInfo.InvariantCulture),
                Multiplier = int.Parse(said["multiplier"], CultureInfo.InvariantCulture),
                Status = Enum.Parse<ObservationStatus>(said["status"]),
                Provenance = new(
                    said["sheet"],
                    CellAddress.TryParse(said["cell"], out var cell) ? cell : default,
                    said["raw"]
                ),
            };
        }

        public override void Write(Utf8JsonWriter writer, Observation value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("reporter", value.Key.Reporter.Code);
            writer.WriteString("partner", value.Key.Partner.Code);
            writer.WriteString("flow", value.Key.Flow.ToString());
            writer.WriteString("commodity", value.Key.Commodity.Code);
            writer.WriteString("unit", value.Key.Unit.Code);
            writer.WriteString("period", value.Key.Period.ToString());
            writer.WriteString("value", value.Value.ToString(CultureInfo.InvariantCulture));
            writer.WriteString("multiplier", value.Multiplier.ToString(CultureInfo.InvariantCulture));
            writer.WriteString("status", value.Status.ToString());
            writer.WriteString("sheet", value.Provenance.Sheet);
            writer.WriteString("cell", value.Provenance.Cell.ToString());
            writer.WriteString("raw", value.Provenance.Raw);
            writer.WriteEndObject();
        }
    }
}

/// <summary>The open questions of one file.</summary>
public sealed record FileQuestions(string File, IReadOnlyList<Question> Questions);
