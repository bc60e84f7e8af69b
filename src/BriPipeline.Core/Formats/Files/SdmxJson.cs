using System.Text.Json;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Formats.Files;

/// <summary>SDMX-JSON data messages 1.0 and 2.0: observations by the positions of their codes, the codes in the structure.</summary>
/// <remarks>https://github.com/sdmx-twg/sdmx-json/tree/master/data-message</remarks>
internal static class SdmxJson
{
    private const string Value = "OBS_VALUE";
    private const string Action = "ACTION";

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

    /// <exception cref="InvalidDataException">A position has no code, or the data sets are of several structures.</exception>
    public static Sheet Read(JsonElement data)
    {
        var sets = data.GetProperty("dataSets").EnumerateArray().ToList();
        var structure = new SdmxJsonStructure(StructureOf(data, sets));
        var deletes = sets.Exists(IsDelete);
        var table = new LongTable("", [], [.. deletes ? new[] { Action } : [], .. structure.Headings(Value)]);
        foreach (var set in sets)
        {
            string[] action =
                !deletes ? []
                : IsDelete(set) ? ["D"]
                : ["I"];
            var groups = structure.Groups(set);
            var ofSet = structure.OfSet(set);
            foreach (var (key, series) in SdmxJsonStructure.Fields(set, "series"))
            {
                foreach (var (at, observation) in SdmxJsonStructure.Fields(series, "observations"))
                {
                    table.Add([.. action, .. structure.Row(ofSet, key, series, at, observation, groups)]);
                }
            }

            foreach (var (at, observation) in SdmxJsonStructure.Fields(set, "observations"))
            {
                table.Add([.. action, .. structure.Row(ofSet, null, default, at, observation, groups)]);
            }
        }

        return table.Build();
    }

    /// <summary>1.0 has one structure; in 2.0 each data set names its own.</summary>
    private static JsonElement StructureOf(JsonElement data, List<JsonElement> sets)
    {
        if (!data.TryGetProperty("structures", out var structures))
        {
            return data.GetProperty("structure");
        }

        var used = sets.Select(set => set.TryGetProperty("structure", out var index) ? index.GetInt32() : 0)
            .Distinct()
            .ToList();
        return used.Count > 1
            ? throw new InvalidDataException(
                "the SDMX-JSON message holds data sets of several structures. Download them one at a time."
            )
            : structures[used.Count == 1 ? used[0] : 0];
    }

    private static bool IsDelete(JsonElement set) =>
        set.TryGetProperty("action", out var action)
        && action.ValueKind == JsonValueKind.String
        && action.ValueEquals("Delete");
}
