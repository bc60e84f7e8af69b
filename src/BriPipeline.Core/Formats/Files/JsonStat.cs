using System.Globalization;
using System.Text.Json;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Formats.Files;

/// <summary>JSON-stat 2.0: a cube whose dimensions stand with their codes beside one list of values.</summary>
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

        var status = root.TryGetProperty("status", out var marks) ? marks : default;
        var table = new LongTable(
            Name,
            Captions(root),
            [.. ids, "value", .. status.ValueKind == default ? [] : new[] { "flags" }]
        );
        var (values, count) = (root.GetProperty("value"), LongTable.CellsOf(sizes));
        for (var index = 0L; index < count; index++)
        {
            var at = LongTable.PositionsOf(index, sizes);
            table.Add([
                .. at.Select((position, dimension) => codes[dimension][position]),
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
