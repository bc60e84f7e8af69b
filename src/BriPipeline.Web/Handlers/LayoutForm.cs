using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BriPipeline.Web.Handlers;

/// <summary>The fields of the form of a pinned layout. A field is named by its place in the JSON; columns by their number.</summary>
internal static class LayoutForm
{
    /// <summary>The hidden field by which the form is known.</summary>
    public const string Mark = "layoutFields";

    /// <summary>The hidden field that holds the long tables of the layout, which have no fields.</summary>
    public const string Formats = "formats";

    /// <summary>What holds for all figures of a table, or for those of a column.</summary>
    public static readonly IReadOnlyList<string> Words = ["reporter", "partner", "flow", "commodity", "unit", "period"];

    /// <summary>The layout as the form says it, not checked; empty where it says nothing.</summary>
    public static string JsonOf(IFormCollection form)
    {
        var layout = new JsonObject();
        var tables = new JsonArray();
        for (var number = 0; form.ContainsKey($"tables.{number}.firstRow"); number++)
        {
            if (TableOf(form, $"tables.{number}.") is { Count: > 0 } table)
            {
                tables.Add((JsonNode)table);
            }
        }

        if (tables.Count > 0)
        {
            layout["tables"] = tables;
        }

        if (ProfileForm.Typed(form, Formats) is { Length: > 0 } formats)
        {
            try
            {
                layout["formats"] = JsonNode.Parse(formats);
            }
            catch (JsonException)
            {
                layout["formats"] = formats;
            }
        }

        return layout.Count == 0 ? "" : layout.ToJsonString(ProfileForm.Indented);
    }

    private static JsonObject TableOf(IFormCollection form, string at)
    {
        var table = ProfileForm.Fill([], form, at, "sheet");
        Put(table, "headerRows", ListOf(ProfileForm.Typed(form, at + "headerRows")));
        ProfileForm.Fill(table, form, at, "firstRow", "lastRow");
        var columns = new JsonObject();
        for (var number = 0; form.ContainsKey($"{at}columns.{number}.letter"); number++)
        {
            var place = $"{at}columns.{number}.";
            if (ProfileForm.Typed(form, place + "letter") is { Length: > 0 } letter)
            {
                var column = ProfileForm.Fill([], form, place, "role", "kind");
                Put(column, "headers", ListOf(ProfileForm.Typed(form, place + "headers")));
                columns[letter.ToUpperInvariant()] = ProfileForm.Fill(column, form, place, [.. Words]);
            }
        }

        ProfileForm.Put(table, "columns", columns);
        ProfileForm.Put(table, "says", ProfileForm.Fill([], form, at + "says.", [.. Words]));
        return table;
    }

    /// <summary>"5, 6" as numbers; "B5, B6" as texts.</summary>
    private static JsonArray ListOf(string text) =>
        [
            .. text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(part =>
                    int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                        ? (JsonNode)number
                        : part
                ),
        ];

    private static void Put(JsonObject target, string key, JsonArray list)
    {
        if (list.Count > 0)
        {
            target[key] = list;
        }
    }
}
