using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BriPipeline.Web.Api;

/// <summary>The OpenAPI document, written from the table of addresses.</summary>
internal static partial class OpenApi
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly Lazy<string> Text = new(Write);

    public static string Document => Text.Value;

    private static string Write()
    {
        var paths = new JsonObject();
        foreach (var address in Endpoints.Table.Where(address => address.Api is not null))
        {
            var path = Slashes().Replace(address.Pattern, "{$1}");
            var operations = paths[path] as JsonObject ?? [];
            operations[address.Method.ToLowerInvariant()] = Operation(address, address.Api!);
            paths[path] = operations;
        }

        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "BriPipeline", ["version"] = "1" },
            ["paths"] = paths,
        };
        return document.ToJsonString(Indented);
    }

    private static JsonObject Operation(Address address, ApiDescription api)
    {
        var parameters = new JsonArray();
        foreach (var name in Names().Matches(address.Pattern).Select(match => match.Groups[1].Value))
        {
            parameters.Add(Parameter(name, "path", $"The {name} in the address", example: null));
        }

        foreach (var parameter in api.Parameters)
        {
            parameters.Add(Parameter(parameter.Name, "query", parameter.About, parameter.Example));
        }

        var operation = new JsonObject
        {
            ["summary"] = api.Summary,
            ["parameters"] = parameters,
            ["responses"] = new JsonObject
            {
                [address.Method == "PUT" ? "202" : "200"] = new JsonObject
                {
                    ["description"] = api.Summary,
                    ["content"] = Content(api),
                },
                ["default"] = new JsonObject
                {
                    ["description"] = "Why it was not done; names the parameter that is to blame",
                    ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject() },
                },
            },
            ["x-right"] = address.Right.ToString().ToLowerInvariant(),
            ["x-examples"] = new JsonArray([
                .. api.Examples.Select(query => JsonValue.Create(address.Pattern + query)),
            ]),
        };
        if (address.Method == "PUT")
        {
            operation["requestBody"] = Body("application/octet-stream", []);
        }
        else if (api.Body is { } body)
        {
            operation["requestBody"] = Body("application/json", List(body));
        }

        return operation;
    }

    private static JsonObject Body(string contentType, JsonObject schema) =>
        new()
        {
            ["required"] = true,
            ["content"] = new JsonObject { [contentType] = new JsonObject { ["schema"] = schema } },
        };

    private static JsonObject Content(ApiDescription api)
    {
        var content = new JsonObject();
        foreach (var format in api.Formats)
        {
            content[format.ContentType] =
                format == Format.Json && api.Rows is { } rows ? new JsonObject { ["schema"] = Schema(rows) } : [];
        }

        return content;
    }

    private static JsonObject List(RowSchema rows)
    {
        var columns = new JsonObject();
        foreach (var (name, type, about) in rows.Columns)
        {
            columns[name] = new JsonObject { ["type"] = new JsonArray(type, "null"), ["description"] = about };
        }

        return new JsonObject
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "object", ["properties"] = columns },
        };
    }

    private static JsonObject Schema(RowSchema rows) =>
        new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray(rows.Name, "rows", "complete"),
            ["properties"] = new JsonObject
            {
                ["next"] = new JsonObject { ["type"] = new JsonArray("string", "null") },
                [rows.Name] = List(rows),
                ["rows"] = new JsonObject { ["type"] = "integer" },
                ["complete"] = new JsonObject { ["const"] = true },
            },
        };

    private static JsonObject Parameter(string name, string place, string about, string? example)
    {
        var parameter = new JsonObject
        {
            ["name"] = name,
            ["in"] = place,
            ["description"] = about,
            ["required"] = place == "path",
            ["schema"] = new JsonObject { ["type"] = "string" },
        };
        if (example is not null)
        {
            parameter["example"] = example;
        }

        return parameter;
    }

    [GeneratedRegex(@"\{\*\*([a-z]+)\}")]
    private static partial Regex Slashes();

    [GeneratedRegex(@"\{\*{0,2}([a-z]+)\}")]
    private static partial Regex Names();
}
