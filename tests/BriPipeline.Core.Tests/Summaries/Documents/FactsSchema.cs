using System.Text.Json;
using System.Text.Json.Nodes;

namespace BriPipeline.Core.Tests.Summaries.Documents;

/// <summary>Checks JSON by the keywords of JSON Schema that the schema of facts uses: <c>$ref</c>, <c>type</c>, <c>enum</c>,
/// <c>required</c>, <c>properties</c>, <c>additionalProperties</c>, <c>items</c> (JSON Schema, Core and Validation, 2020-12).</summary>
internal static class FactsSchema
{
    public static IEnumerable<string> Faults(JsonNode root, JsonNode schema, JsonNode? value, string place)
    {
        if (schema is not JsonObject rules)
        {
            return [];
        }

        if (rules["$ref"] is { } reference)
        {
            return Faults(root, Find(root, reference.GetValue<string>()), value, place);
        }

        var faults = new List<string>();
        var types = rules["type"] switch
        {
            JsonArray several => several.Select(type => type!.GetValue<string>()).ToList(),
            { } one => [one.GetValue<string>()],
            null => [],
        };
        if (types.Count > 0 && !types.Exists(type => Is(type, value)))
        {
            faults.Add($"{place} is no {string.Join(" or ", types)}");
        }

        if (rules["enum"] is JsonArray allowed && !allowed.Any(one => JsonNode.DeepEquals(one, value)))
        {
            faults.Add($"{place} is none of {allowed.ToJsonString()}");
        }

        if (value is JsonObject members)
        {
            faults.AddRange(
                from name in rules["required"] as JsonArray ?? []
                where !members.ContainsKey(name!.GetValue<string>())
                select $"{place} lacks {name}"
            );
            faults.AddRange(
                from member in members
                let rule = rules["properties"]?[member.Key] ?? rules["additionalProperties"]
                where rule is not null
                from fault in Faults(root, rule, member.Value, $"{place}.{member.Key}")
                select fault
            );
        }

        if (value is JsonArray items && rules["items"] is { } ofItems)
        {
            faults.AddRange(items.SelectMany((item, i) => Faults(root, ofItems, item, $"{place}[{i}]")));
        }

        return faults;
    }

    private static bool Is(string type, JsonNode? value) =>
        (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
        {
            ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) =>
                true,
            ("number", JsonValueKind.Number) or ("null", JsonValueKind.Null) => true,
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("integer", JsonValueKind.Number) => value!.AsValue().TryGetValue<decimal>(out var number)
                && number == decimal.Truncate(number),
            _ => false,
        };

    private static JsonNode Find(JsonNode root, string reference) =>
        reference
            .TrimStart('#')
            .Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(part =>
                part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
            )
            .Aggregate(
                root,
                (node, part) =>
                    node is JsonArray list
                        ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]!
                        : node[part]!
            );
}
