using System.Globalization;
using System.Text.Json;

namespace BriPipeline.Core.Formats.Files;

/// <summary>The structure of an SDMX-JSON message: its dimensions, measures and attributes with their codes.</summary>
internal sealed class SdmxJsonStructure(JsonElement structure)
{
    private readonly List<Component> ofSet = Components(structure, "dimensions", "dataSet");
    private readonly List<Component> ofSeries = Components(structure, "dimensions", "series");
    private readonly List<Component> ofObservation = Components(structure, "dimensions", "observation");
    private readonly List<Component> measures = Components(structure, "measures", "observation");
    private readonly List<Component> setMarks = Components(structure, "attributes", "dataSet");
    private readonly List<Component> groupMarks = Components(structure, "attributes", "dimensionGroup");
    private readonly List<Component> seriesMarks = Components(structure, "attributes", "series");
    private readonly List<Component> marks = Components(structure, "attributes", "observation");

    /// <summary>1.0 has one measure and does not name it.</summary>
    private int Measures => Math.Max(1, measures.Count);

    /// <param name="value">What the only measure is called.</param>
    public IEnumerable<string> Headings(string value) =>
        ofSet
            .Concat(ofSeries)
            .Concat(ofObservation)
            .Select(one => one.Id)
            .Concat(measures.Count > 1 ? measures.Select(one => one.Id) : [value])
            .Concat(setMarks.Concat(groupMarks).Concat(seriesMarks).Concat(marks).Select(one => one.Id));

    public (string?[] Codes, string?[] Marks) OfSet(JsonElement set) =>
        ([.. ofSet.Select(one => one.Codes is [var code] ? code : null)], [.. CodesAt(setMarks, Attributes(set))]);

    /// <summary>Attributes by the keys of the dimensions that they hang on, with blanks for the others.</summary>
    public List<(string[] Key, string?[] Codes)> Groups(JsonElement set) =>
        [
            .. Fields(set, "dimensionGroupAttributes")
                .Select(group =>
                    (
                        Key(group.Key),
                        CodesAt(groupMarks, group.Value.EnumerateArray().Select(JsonTable.TextOf)).ToArray()
                    )
                ),
        ];

    /// <param name="series">The key of the series; null where observations stand by themselves.</param>
    public IEnumerable<string?> Row(
        (string?[] Codes, string?[] Marks) whole,
        string? series,
        JsonElement ofTheSeries,
        string observation,
        JsonElement values,
        List<(string[] Key, string?[] Codes)> groups
    )
    {
        var given = values.EnumerateArray().Select(JsonTable.TextOf).ToList();
        string[] positions = [.. ofSet.Select(_ => "0"), .. series?.Split(':') ?? [], .. observation.Split(':')];
        return
        [
            .. whole.Codes,
            .. series is null ? ofSeries.Select(_ => (string?)null) : CodesAt(ofSeries, series.Split(':')),
            .. CodesAt(ofObservation, observation.Split(':')),
            .. measures.Count > 0 ? CodesAt(measures, given.Take(Measures)) : given.Take(1).DefaultIfEmpty(null),
            .. whole.Marks,
            .. OfGroups(positions, groups),
            .. series is null ? seriesMarks.Select(_ => (string?)null) : CodesAt(seriesMarks, Attributes(ofTheSeries)),
            .. CodesAt(marks, given.Skip(Measures)),
        ];
    }

    public static IEnumerable<(string Key, JsonElement Value)> Fields(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var fields) && fields.ValueKind == JsonValueKind.Object
            ? fields.EnumerateObject().Select(field => (field.Name, field.Value))
            : [];

    private string?[] OfGroups(string[] positions, List<(string[] Key, string?[] Codes)> groups)
    {
        string?[] found = [.. groupMarks.Select(mark => mark.Default)];
        foreach (var (key, codes) in groups)
        {
            if (key.Length != positions.Length)
            {
                throw new InvalidDataException(
                    "a group of dimensions of the SDMX-JSON message has another number of dimensions than its observations."
                );
            }

            if (key.Index().All(part => part.Item.Length == 0 || part.Item == positions[part.Index]))
            {
                found = [.. codes.Zip(found, (code, other) => code ?? other)];
            }
        }

        return found;
    }

    /// <summary>The parts of a key of all dimensions in the order of this class: those of the set, the series, the observation.</summary>
    private string[] Key(string key)
    {
        var parts = key.Split(':');
        List<Component> all = [.. ofSet, .. ofSeries, .. ofObservation];
        return parts.Length != all.Count || all.Exists(one => one.Position is null)
            ? parts
            : [.. all.Select(one => one.Position < parts.Length ? parts[one.Position.Value] : "")];
    }

    private static IEnumerable<string?> Attributes(JsonElement holder) =>
        holder.TryGetProperty("attributes", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(JsonTable.TextOf)
            : [];

    /// <summary>The codes at positions; a component without a list of codes stands as it is.</summary>
    private static IEnumerable<string?> CodesAt(List<Component> components, IEnumerable<string?> positions)
    {
        var given = positions.ToList();
        return components.Select(
            (component, index) =>
                index >= given.Count || string.IsNullOrEmpty(given[index]) ? component.Default
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
                        CodesOf(component),
                        component.TryGetProperty("default", out var text) ? JsonTable.TextOf(text) : null,
                        component.TryGetProperty("keyPosition", out var at) ? at.GetInt32() : null
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

    /// <param name="Default">What an attribute is where no observation says it.</param>
    /// <param name="Position">In keys of all dimensions.</param>
    private sealed record Component(string Id, List<string> Codes, string? Default, int? Position);
}
