using System.Globalization;
using System.Text.Json;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Formats.Files;

/// <summary>SDMX-JSON data messages 1.0 and 2.0: observations by the positions of their codes, the codes in the structure.</summary>
internal static class SdmxJson
{
    private const string Value = "OBS_VALUE";

    /// <summary>The part of a message that holds its data sets and structure; null where there is none.</summary>
    public static JsonElement? Find(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var data = root.TryGetProperty("data", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : root;
        return
            data.TryGetProperty("dataSets", out _)
            && (data.TryGetProperty("structure", out _) || data.TryGetProperty("structures", out _))
            ? data
            : null;
    }

    /// <exception cref="InvalidDataException">A position has no code.</exception>
    public static Sheet Read(JsonElement data)
    {
        var structure = data.TryGetProperty("structure", out var only) ? only : data.GetProperty("structures")[0];
        var (ofSet, ofSeries, ofObservation) = (
            Components(structure, "dimensions", "dataSet"),
            Components(structure, "dimensions", "series"),
            Components(structure, "dimensions", "observation")
        );
        var (setMarks, seriesMarks, marks) = (
            Components(structure, "attributes", "dataSet"),
            Components(structure, "attributes", "series"),
            Components(structure, "attributes", "observation")
        );
        var table = new LongTable(
            "",
            [],
            [
                .. ofSet.Concat(ofSeries).Concat(ofObservation).Select(one => one.Id),
                Value,
                .. setMarks.Concat(seriesMarks).Concat(marks).Select(one => one.Id),
            ]
        );
        foreach (var set in data.GetProperty("dataSets").EnumerateArray())
        {
            string?[] whole = [.. ofSet.Select(one => one.Codes is [var code] ? code : null)];
            string?[] wholeMarks = [.. CodesAt(setMarks, Attributes(set))];
            foreach (var (key, series) in Fields(set, "series"))
            {
                string?[] dimensions = [.. whole, .. CodesAt(ofSeries, key)];
                string?[] attributes = [.. wholeMarks, .. CodesAt(seriesMarks, Attributes(series))];
                Add(table, series, dimensions, ofObservation, attributes, marks);
            }

            Add(
                table,
                set,
                [.. whole, .. ofSeries.Select(_ => (string?)null)],
                ofObservation,
                [.. wholeMarks, .. seriesMarks.Select(_ => (string?)null)],
                marks
            );
        }

        return table.Build();
    }

    private static void Add(
        LongTable table,
        JsonElement holder,
        string?[] dimensions,
        List<Component> ofObservation,
        string?[] attributes,
        List<Component> marks
    )
    {
        foreach (var (key, observation) in Fields(holder, "observations"))
        {
            var values = observation.EnumerateArray().ToList();
            table.Add([
                .. dimensions,
                .. CodesAt(ofObservation, key),
                values.Count > 0 ? JsonTable.TextOf(values[0]) : null,
                .. attributes,
                .. CodesAt(marks, values.Skip(1).Select(JsonTable.TextOf)),
            ]);
        }
    }

    private static IEnumerable<(string Key, JsonElement Value)> Fields(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var fields) && fields.ValueKind == JsonValueKind.Object
            ? fields.EnumerateObject().Select(field => (field.Name, field.Value))
            : [];

    private static IEnumerable<string?> Attributes(JsonElement holder) =>
        holder.TryGetProperty("attributes", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(JsonTable.TextOf)
            : [];

    private static IEnumerable<string?> CodesAt(List<Component> components, string key) =>
        CodesAt(components, key.Split(':'));

    /// <summary>The codes at positions; an attribute without a list of codes stands as it is.</summary>
    private static IEnumerable<string?> CodesAt(List<Component> components, IEnumerable<string?> positions)
    {
        var given = positions.ToList();
        return components.Select(
            (component, index) =>
                index >= given.Count || string.IsNullOrEmpty(given[index]) ? null
                : component.Codes.Count == 0 ? given[index]
                : int.TryParse(given[index], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                && at < component.Codes.Count
                    ? component.Codes[at]
                : throw new InvalidDataException(
                    $"{component.Id} of the SDMX-JSON message has no code at position {given[index]}."
                )
        );
    }

    private static List<Component> Components(JsonElement structure, string kind, string level) =>
        structure.TryGetProperty(kind, out var levels)
        && levels.ValueKind == JsonValueKind.Object
        && levels.TryGetProperty(level, out var list)
        && list.ValueKind == JsonValueKind.Array
            ?
            [
                .. list.EnumerateArray()
                    .Select(component => new Component(
                        component.GetProperty("id").GetString() ?? "",
                        CodesOf(component)
                    )),
            ]
            : [];

    private static List<string> CodesOf(JsonElement component) =>
        component.TryGetProperty("values", out var values) && values.ValueKind == JsonValueKind.Array
            ?
            [
                .. values
                    .EnumerateArray()
                    .Select(value =>
                        value.ValueKind != JsonValueKind.Object ? JsonTable.TextOf(value) ?? ""
                        : value.TryGetProperty("id", out var id) ? JsonTable.TextOf(id) ?? ""
                        : value.TryGetProperty("value", out var plain) ? JsonTable.TextOf(plain) ?? ""
                        : value.TryGetProperty("name", out var name) ? JsonTable.TextOf(name) ?? ""
                        : ""
                    ),
            ]
            : [];

    private sealed record Component(string Id, List<string> Codes);
}
