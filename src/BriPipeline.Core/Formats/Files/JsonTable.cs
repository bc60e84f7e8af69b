using System.Text.Json;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Formats.Files;

/// <summary>JSON of statistics: JSON-stat, SDMX-JSON, or a list of records.</summary>
internal static class JsonTable
{
    /// <summary>Where APIs put their list of records.</summary>
    private static readonly string[] Lists = ["data", "observations", "Dataset", "dataset", "value"];

    /// <summary>The table; null if the JSON is in none of these formats.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="InvalidDataException">The file contradicts itself; the message says how.</exception>
    public static Sheet? Read(Stream content)
    {
        using var document = JsonDocument.Parse(content);
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Array ? RecordsOf(root)
            : JsonStat.IsOf(root) ? JsonStat.Read(root)
            : SdmxJson.Find(root) is { } message ? SdmxJson.Read(message)
            : Lists
                .Select(name => root.TryGetProperty(name, out var list) ? list : default)
                .FirstOrDefault(list => list.ValueKind == JsonValueKind.Array)
                is { ValueKind: JsonValueKind.Array } records
                ? RecordsOf(records)
            : null;
    }

    /// <summary>A text or number as it stands; null for nothing.</summary>
    public static string? TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };

    /// <summary>Objects of texts and numbers, or a row of names and rows of values below it.</summary>
    private static Sheet? RecordsOf(JsonElement records)
    {
        if (records.GetArrayLength() == 0)
        {
            return null;
        }

        if (records[0].ValueKind == JsonValueKind.Array)
        {
            var rows = records.EnumerateArray().Select(row => row.EnumerateArray().Select(TextOf));
            var lines = new LongTable("", [], rows.First().Select(text => text ?? ""));
            foreach (var row in rows.Skip(1))
            {
                lines.Add(row);
            }

            return lines.Build();
        }

        if (records.EnumerateArray().Any(record => record.ValueKind != JsonValueKind.Object))
        {
            return null;
        }

        var names = records
            .EnumerateArray()
            .SelectMany(record => record.EnumerateObject().Select(field => field.Name))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var table = new LongTable("", [], names);
        foreach (var record in records.EnumerateArray())
        {
            table.Add(names.Select(name => record.TryGetProperty(name, out var value) ? TextOf(value) : null));
        }

        return table.Build();
    }
}
