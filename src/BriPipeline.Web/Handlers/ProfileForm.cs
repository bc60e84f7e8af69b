using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BriPipeline.Web.Handlers;

/// <summary>The fields of the form of a profile. A field is named by its place in the JSON; rows of a table by their number.</summary>
internal static class ProfileForm
{
    /// <summary>The hidden field by which the form is known.</summary>
    public const string Mark = "fields";

    /// <summary>Keys of <c>defaults</c>, but for <c>valuation</c>, which is a table.</summary>
    public static readonly IReadOnlyList<string> DefaultKeys =
    [
        "unit",
        "multiplier",
        "commodity",
        "flow",
        "partner",
        "period",
        "reporter",
    ];

    private static readonly HashSet<string> Flags = new(StringComparer.Ordinal)
    {
        "allowNegative",
        "failedTotal",
        "changedLayout",
    };

    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal)
    {
        "multiplier",
        "fiscalYearStartsIn",
        "revisionMonths",
        "rejectedCells",
        "firstRow",
        "lastRow",
    };

    public static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The profile as the form says it, not checked; what stands in it as it was typed.</summary>
    /// <param name="before">The profile as it is stored: its answers are kept, which the form does not have.</param>
    public static string JsonOf(string name, IFormCollection form, string before)
    {
        var profile = new JsonObject { ["name"] = name };
        Fill(profile, form, "", "publisher", "licence", "reporter");
        PutList(profile, form, "languages");
        Put(profile, "defaults", DefaultsOf(form, "defaults."));
        Put(profile, "missing", TableOf(form, "missing."));
        Fill(profile, form, "", "fiscalYearStartsIn", "calendar", "allowNegative");
        PutList(profile, form, "revisionMonths");
        Put(profile, "aliases", TableOf(form, "aliases."));
        Put(profile, "hold", Fill([], form, "hold.", "rejectedCells", "failedTotal", "changedLayout"));
        var files = new JsonArray();
        for (var row = 0; form.ContainsKey($"files.{row}.match"); row++)
        {
            var defaults = DefaultsOf(form, $"files.{row}.defaults.");
            if (Typed(form, $"files.{row}.match") is { Length: > 0 } match || defaults.Count > 0)
            {
                files.Add(
                    (JsonNode)new JsonObject { ["match"] = Typed(form, $"files.{row}.match"), ["defaults"] = defaults }
                );
            }
        }

        if (files.Count > 0)
        {
            profile["files"] = files;
        }

        PutList(profile, form, "uploaders");
        if (JsonNode.Parse(before) is JsonObject stored && stored["answers"] is { } answers)
        {
            profile["answers"] = answers.DeepClone();
        }

        return profile.ToJsonString(Indented);
    }

    private static void PutList(JsonObject profile, IFormCollection form, string key)
    {
        if (Typed(form, key) is { Length: > 0 } typed)
        {
            profile[key] = new JsonArray([
                .. typed.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(one => ValueOf(key, one)),
            ]);
        }
    }

    /// <summary>The names that all sources share, as the form says them; not checked.</summary>
    public static string AliasesOf(IFormCollection form) => TableOf(form, "aliases.").ToJsonString(Indented);

    private static JsonObject DefaultsOf(IFormCollection form, string prefix)
    {
        var defaults = Fill([], form, prefix, [.. DefaultKeys]);
        var valuations = prefix + "valuation.";
        var flows = form
            .Keys.Where(key => key.StartsWith(valuations, StringComparison.Ordinal))
            .Select(key => key[valuations.Length..]);
        Put(defaults, "valuation", Fill([], form, valuations, [.. flows]));
        return defaults;
    }

    /// <summary>A table of two columns; a row without a key says nothing.</summary>
    private static JsonObject TableOf(IFormCollection form, string prefix)
    {
        var table = new JsonObject();
        for (var row = 0; form.ContainsKey($"{prefix}{row}.key"); row++)
        {
            if (Typed(form, $"{prefix}{row}.key") is { Length: > 0 } key)
            {
                table[key] = Typed(form, $"{prefix}{row}.value");
            }
        }

        return table;
    }

    public static JsonObject Fill(JsonObject target, IFormCollection form, string prefix, params string[] keys)
    {
        foreach (var key in keys)
        {
            if (Typed(form, prefix + key) is { Length: > 0 } text)
            {
                target[key] = ValueOf(key, text);
            }
        }

        return target;
    }

    private static JsonNode ValueOf(string key, string text) =>
        Flags.Contains(key) ? true
        : Numbers.Contains(key)
        && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number
        : text;

    public static void Put(JsonObject target, string key, JsonObject value)
    {
        if (value.Count > 0)
        {
            target[key] = value;
        }
    }

    public static string Typed(IFormCollection form, string name) => form[name].ToString().Trim();
}
