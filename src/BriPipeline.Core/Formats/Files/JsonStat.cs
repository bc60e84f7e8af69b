using System.Globalization;
using System.Text.Json;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Formats.Files;

/// <summary>JSON-stat 2.0: a cube whose dimensions stand with their codes beside one list of values. Where one of them is of measures
/// with units, codes are the office's own and labels are read instead.</summary>
/// <remarks>https://json-stat.org/full/</remarks>
internal static class JsonStat
{
    /// <summary>The name of the sheet, by which descriptions know such a file.</summary>
    public const string Name = "JSON-stat";

    public static bool IsOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("id", out var id)
        && id.ValueKind == JsonValueKind.Array
        && root.TryGetProperty("size", out _)
        && root.TryGetProperty("dimension", out _)
        && root.TryGetProperty("value", out _);

    /// <exception cref="InvalidDataException">The parts of the file do not belong together.</exception>
    public static Sheet Read(JsonElement root)
    {
        var ids = root.GetProperty("id").EnumerateArray().Select(id => id.GetString() ?? "").ToList();
        var sizes = root.GetProperty("size").EnumerateArray().Select(size => size.GetInt32()).ToList();
        var dimensions = root.GetProperty("dimension");
        var codes = ids.ConvertAll(id => dimensions.TryGetProperty(id, out var dimension) ? CodesOf(dimension) : []);
        if (ids.Count != sizes.Count || !codes.Select(one => one.Count).SequenceEqual(sizes))
        {
            throw new InvalidDataException(
                "a dimension of the JSON-stat file has more or fewer codes than its size says."
            );
        }

        var units = UnitsOf(root, dimensions);
        var headings = units is null ? ids : ids.ConvertAll(id => LabelOf(dimensions.GetProperty(id)) ?? id);
        var texts = units is null
            ? codes
            : ids.Zip(codes, (id, all) => LabelsOf(dimensions.GetProperty(id), all)).ToList();
        var status = root.TryGetProperty("status", out var marks) ? marks : default;
        var table = new LongTable(
            Name,
            Captions(root),
            [
                .. headings,
                .. units is null ? [] : new[] { "UNIT" },
                "value",
                .. status.ValueKind == default ? [] : new[] { "flags" },
            ]
        );
        var (values, count) = (root.GetProperty("value"), LongTable.CellsOf(sizes));
        for (var index = 0L; index < count; index++)
        {
            var at = LongTable.PositionsOf(index, sizes);
            table.Add([
                .. at.Select((position, dimension) => texts[dimension][position]),
                .. units is var (metric, names)
                    ? [names.GetValueOrDefault(codes[metric][at[metric]])]
                    : Array.Empty<string?>(),
                At(values, index),
                At(status, index),
            ]);
        }

        return table.Build();
    }

    private static IEnumerable<string> Captions(JsonElement root) =>
        new[] { "label", "source" }.Select(name =>
            root.TryGetProperty(name, out var text) ? JsonTable.TextOf(text) ?? "" : ""
        );

    /// <summary>The dimension of measures, by its position, and the unit of each measure; null where no measure has a unit.</summary>
    private static (int Metric, Dictionary<string, string?> Names)? UnitsOf(JsonElement root, JsonElement dimensions)
    {
        if (
            !root.TryGetProperty("role", out var role)
            || !role.TryGetProperty("metric", out var metrics)
            || metrics.GetArrayLength() != 1
            || metrics[0].GetString() is not { } metric
            || !dimensions.GetProperty(metric).GetProperty("category").TryGetProperty("unit", out var units)
        )
        {
            return null;
        }

        return (
            root.GetProperty("id").EnumerateArray().Select(id => id.GetString()).ToList().IndexOf(metric),
            units
                .EnumerateObject()
                .ToDictionary(
                    unit => unit.Name,
                    unit =>
                        LabelOf(unit.Value)
                        ?? (unit.Value.TryGetProperty("base", out var text) ? JsonTable.TextOf(text) : null),
                    StringComparer.Ordinal
                )
        );
    }

    private static string? LabelOf(JsonElement named) =>
        named.TryGetProperty("label", out var label) ? JsonTable.TextOf(label) : null;

    private static List<string> LabelsOf(JsonElement dimension, List<string> codes) =>
        dimension.GetProperty("category").TryGetProperty("label", out var labels)
        && labels.ValueKind == JsonValueKind.Object
            ? codes.ConvertAll(code =>
                labels.TryGetProperty(code, out var label) ? JsonTable.TextOf(label) ?? code : code
            )
            : codes;

    /// <summary>In the order of their index; a dimension of one code may leave its index out.</summary>
    private static List<string> CodesOf(JsonElement dimension)
    {
        var category = dimension.GetProperty("category");
        if (!category.TryGetProperty("index", out var index))
        {
            return [.. category.GetProperty("label").EnumerateObject().Select(label => label.Name)];
        }

        return index.ValueKind == JsonValueKind.Array
            ? [.. index.EnumerateArray().Select(code => code.GetString() ?? "")]
            : [.. index.EnumerateObject().OrderBy(code => code.Value.GetInt32()).Select(code => code.Name)];
    }

    /// <summary>A list of all values, an object of those that there are, or one status for all.</summary>
    private static string? At(JsonElement values, long index) =>
        values.ValueKind switch
        {
            JsonValueKind.Array => index < values.GetArrayLength() ? JsonTable.TextOf(values[(int)index]) : null,
            JsonValueKind.Object => values.TryGetProperty(index.ToString(CultureInfo.InvariantCulture), out var value)
                ? JsonTable.TextOf(value)
                : null,
            JsonValueKind.String => values.GetString(),
            _ => null,
        };
}
