using System.Text.Json;
using System.Text.Json.Serialization;
using BriPipeline.Core.Observations;

namespace BriPipeline.Core.Summaries;

/// <summary>The one source, variant and unit that a whole edition speaks from: <c>reference/summaries/{subject}.json</c>.</summary>
/// <param name="Variant">Null for the plain series.</param>
/// <param name="Unit">A currency, ISO 4217.</param>
public sealed record SummaryChoice(string Source, string? Variant, string Unit)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Where the choice for a subject is written, below container <c>reference</c>.</summary>
    public static string NameFor(string subject) => $"summaries/{subject}.json";

    /// <exception cref="JsonException">The text is not a choice; the message names the key.</exception>
    public static SummaryChoice Parse(string json)
    {
        var choice = JsonSerializer.Deserialize<SummaryChoice>(json, Json);
        return choice is { Source.Length: > 0, Unit: not null } && new Unit(choice.Unit).IsMoney
            ? choice
            : throw new JsonException(
                "A summary choice names a source and a currency in capital letters, such as USD."
            );
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The source as row keys write it, then the unit: <c>kz-bns~SA in USD</c>.</summary>
    public override string ToString() => $"{Source}{(Variant is null ? "" : "~" + Variant)} in {Unit}";
}
