using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Sources;

/// <summary>The JSON Schema of profiles, generated from what reads and checks them: <c>docs/profile.schema.json</c>.</summary>
public static class ProfileSchema
{
    private static readonly IReadOnlyDictionary<string, string> Descriptions = TextFile.Read("en", "profile");

    /// <summary>What each value is a code of; <c>[]</c> stands for the items of a list, <c>{}</c> for the values of an object.</summary>
    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["reporter"] = "area",
        ["languages[]"] = "language",
        ["defaults.unit"] = "unit",
        ["defaults.commodity"] = "commodity",
        ["defaults.flow"] = "flow",
        ["defaults.partner"] = "area",
        ["defaults.period"] = "period",
        ["defaults.reporter"] = "area",
        ["defaults.valuation{}"] = "valuation",
        ["missing{}"] = "mark",
        ["calendar"] = "calendar",
        ["aliases{}"] = "area",
        ["answers[].kind"] = "kind",
    };

    private static readonly Dictionary<string, ProfileCodes> Lists = new(StringComparer.Ordinal)
    {
        ["area"] = ProfileCodes.Areas,
        ["flow"] = ProfileCodes.Flows,
        ["unit"] = ProfileCodes.Units,
        ["commodity"] = ProfileCodes.Commodities,
        ["period"] = ProfileCodes.Periods,
        ["valuation"] = ProfileCodes.Valuations,
        ["mark"] = ProfileCodes.Marks,
        ["calendar"] = ProfileCodes.Calendars,
        ["language"] = ProfileCodes.Languages,
        ["kind"] = ProfileCodes.Kinds,
    };

    private static readonly Dictionary<string, (decimal Min, decimal Max)> Ranges = new(StringComparer.Ordinal)
    {
        ["defaults.multiplier"] = (0, ProfileCheck.MaxPower),
        ["fiscalYearStartsIn"] = (1, 12),
        ["revisionMonths[]"] = (1, 12),
        ["hold.rejectedCells"] = (0, 100),
    };

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write()
    {
        var profile = JsonSchemaExporter.GetJsonSchemaAsNode(SourceProfile.Json, typeof(SourceProfile)).AsObject();
        var properties = profile["properties"]!.AsObject();
        // A pinned layout stands in a file of its own.
        properties.Remove("pinned");
        properties["name"]!["pattern"] = $"^{SourceName.Pattern}$";
        Require(properties["files"]!["items"]!, ProfileCheck.FileRequired);
        Require(properties["answers"]!["items"]!, ProfileCheck.AnswerRequired);
        properties["defaults"]!["properties"]!["valuation"]!["propertyNames"] = Reference("flow");
        properties["files"]!["items"]!["properties"]!["defaults"] = new JsonObject
        {
            ["$ref"] = "#/properties/defaults",
            ["type"] = "object",
        };
        Describe(profile, "");
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Profile of a source",
            ["description"] = "A file of reference/sources; docs/profile.md says what each key means.",
        };
        foreach (var (key, value) in profile.ToList())
        {
            profile.Remove(key);
            schema[key] = value;
        }

        schema["$defs"] = new JsonObject(
            Lists.Select(list => new KeyValuePair<string, JsonNode?>(list.Key, SchemaOf(list.Value)))
        );
        return schema.ToJsonString(Indented) + "\n";
    }

    private static void Describe(JsonNode? node, string key)
    {
        if (node is not JsonObject schema)
        {
            return;
        }

        if (Descriptions.TryGetValue(key.Replace("[].", ".", StringComparison.Ordinal), out var description))
        {
            schema["description"] = description;
        }

        if (schema["type"] is JsonArray types)
        {
            Narrow(schema, types, isOptional: key.Length > 0 && key[^1] is not (']' or '}'));
        }

        if (Ranges.TryGetValue(key, out var range))
        {
            (schema["minimum"], schema["maximum"]) = (range.Min, range.Max);
        }

        if (Codes.TryGetValue(key, out var list))
        {
            Refer(schema, list);
        }

        Describe(schema["items"], key + "[]");
        Describe(schema["additionalProperties"], key + "{}");
        foreach (var (name, property) in (schema["properties"] as JsonObject ?? []).ToList())
        {
            Describe(property, key.Length == 0 ? name : $"{key}.{name}");
        }
    }

    /// <summary>The exporter allows null wherever a type of C# does, and numbers written as texts.</summary>
    private static void Narrow(JsonObject schema, JsonArray types, bool isOptional)
    {
        var names = types.Select(type => type!.GetValue<string>()).Where(type => isOptional || type != "null").ToList();
        if (names.Exists(type => type is "integer" or "number"))
        {
            names.Remove("string");
            schema.Remove("pattern");
        }

        schema["type"] = names.Count == 1 ? names[0] : new JsonArray([.. names.Select(name => (JsonNode)name)]);
    }

    /// <summary>A code of a list; null where the key may be left out.</summary>
    private static void Refer(JsonObject schema, string list)
    {
        var isOptional = schema["type"] is JsonArray types && types.Any(type => type!.GetValue<string>() == "null");
        schema.Remove("type");
        schema.Remove("enum");
        if (isOptional)
        {
            schema["anyOf"] = new JsonArray(Reference(list), new JsonObject { ["type"] = "null" });
        }
        else
        {
            schema["$ref"] = $"#/$defs/{list}";
        }
    }

    private static JsonObject Reference(string list) => new() { ["$ref"] = $"#/$defs/{list}" };

    private static void Require(JsonNode item, IEnumerable<string> keys) =>
        item["required"] = new JsonArray([.. keys.Select(key => (JsonNode)key)]);

    private static JsonObject SchemaOf(ProfileCodes codes) =>
        codes.Listed is { } listed
            ? new() { ["enum"] = new JsonArray([.. listed.Select(code => (JsonNode)code)]) }
            : new() { ["type"] = "string", ["pattern"] = codes.Pattern };
}
