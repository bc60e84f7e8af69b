using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriPipeline.Core.Sources;

/// <summary>A code list: what each code of a column means.</summary>
/// <remarks>A code is what it says as a text, as an object of roles, or null for what is documented and not stored. A code written
/// <c>/so/</c> is a regular expression.</remarks>
public sealed record FormatList
{
    /// <summary>The list meant, where it is only named.</summary>
    public string? Name { get; init; }

    /// <summary>A list that this one adds to; its own codes come first.</summary>
    public string? Extends { get; init; }

    /// <summary>A scheme of <see cref="CodeSchemes"/> for codes that are not listed.</summary>
    public string? Base { get; init; }

    /// <summary>A regular expression with a group <c>code</c>: the part of the text that is the code.</summary>
    public string? Pattern { get; init; }

    /// <summary>Letter case says nothing.</summary>
    public bool AnyCase { get; init; }

    public IReadOnlyDictionary<string, JsonElement> Codes { get; init; } =
        new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}

/// <summary>A list may be written as its name alone.</summary>
internal sealed class FormatListConverter : JsonConverter<FormatList>
{
    public override FormatList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new FormatList { Name = reader.GetString() }
            : JsonSerializer.Deserialize<FormatList>(ref reader, Plain(options))
                ?? throw new JsonException("A list is missing.");

    public override void Write(Utf8JsonWriter writer, FormatList value, JsonSerializerOptions options)
    {
        if (value.Name is { } name)
        {
            writer.WriteStringValue(name);
        }
        else
        {
            JsonSerializer.Serialize(writer, value, Plain(options));
        }
    }

    private static JsonSerializerOptions Plain(JsonSerializerOptions options)
    {
        var plain = new JsonSerializerOptions(options);
        plain.Converters.Remove(plain.Converters.First(converter => converter is FormatListConverter));
        return plain;
    }
}
