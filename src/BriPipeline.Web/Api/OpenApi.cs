using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BriPipeline.Web.Handlers;
using BriPipeline.Web.Sdmx;

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
            ["info"] = new JsonObject
            {
                ["title"] = "BriPipeline",
                ["version"] = "1",
                ["description"] = "Bilateral trade figures as statistical offices published them, with their history",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            // The app's own address, wherever it is served.
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["security"] = new JsonArray(new JsonObject { ["signIn"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject
                {
                    ["signIn"] = new JsonObject
                    {
                        ["type"] = "http",
                        ["scheme"] = "bearer",
                        ["description"] =
                            "A token of Entra ID for a caller with one of the app roles; one machine's own host asks for none",
                    },
                },
                ["schemas"] = new JsonObject { ["Problem"] = ProblemSchema(), ["SdmxErrors"] = SdmxSchema() },
            },
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
            ["operationId"] = IdOf(address),
            ["summary"] = api.Summary,
            ["parameters"] = parameters,
            ["responses"] = new JsonObject
            {
                [address.Method == "PUT" ? "202" : "200"] = new JsonObject
                {
                    ["description"] = api.Summary,
                    ["content"] = Content(api),
                },
                ["4XX"] = Failure(address, "Why it was not done; names the parameter that is to blame"),
                ["5XX"] = Failure(address, "The storage or the app fails; try again later"),
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

    /// <summary>As <c>getUploadsBySourceAndPath</c>: the method, and the words of the path behind its root.</summary>
    private static string IdOf(Address address)
    {
        var isSdmx = address.Pattern.StartsWith(SdmxEndpoints.Root, StringComparison.Ordinal);
        var words = address.Pattern.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        var fixedWords = words.Where(word => word[0] != '{').Select(word => Capital(word.Split('.')[0]));
        var parts = words.Where(word => word[0] == '{').Select(word => Capital(word.Trim('{', '}', '*'))).ToList();
        return (address.Method.ToLowerInvariant() + (isSdmx ? "Sdmx" : ""))
            + string.Concat(fixedWords)
            + (parts.Count == 0 ? "" : "By" + string.Join("And", parts));
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static JsonObject Failure(Address address, string about)
    {
        var isSdmx = address.Pattern.StartsWith(SdmxEndpoints.Root, StringComparison.Ordinal);
        return new()
        {
            ["description"] = about,
            ["content"] = new JsonObject
            {
                [isSdmx ? Problem.SdmxErrors : "application/problem+json"] = new JsonObject
                {
                    ["schema"] = new JsonObject
                    {
                        ["$ref"] = "#/components/schemas/" + (isSdmx ? "SdmxErrors" : "Problem"),
                    },
                },
            },
        };
    }

    private static JsonObject ProblemSchema() =>
        Object(
            ["title", "status", "detail", "advice"],
            ("title", "string", "What is wrong, a few words"),
            ("status", "integer", "The status of HTTP"),
            ("detail", "string", "What happened"),
            ("advice", "string", "What to do"),
            ("parameter", "string", "The parameter that is to blame"),
            ("figures", "integer", "How many stored figures a file of the same name holds that would be replaced")
        );

    private static JsonObject SdmxSchema()
    {
        var errors = new JsonObject
        {
            ["type"] = "array",
            ["items"] = Object(
                ["code", "title"],
                ("code", "integer", "The error code of SDMX"),
                ("title", "string", "What is wrong, a few words"),
                ("detail", "string", "What happened and what to do"),
                ("parameter", "string", "The parameter that is to blame")
            ),
        };
        return new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray("errors"),
            ["properties"] = new JsonObject { ["errors"] = errors },
        };
    }

    private static JsonObject Object(string[] required, params (string Name, string Type, string About)[] members)
    {
        var properties = new JsonObject();
        foreach (var (name, type, about) in members)
        {
            properties[name] = new JsonObject
            {
                ["type"] = required.Contains(name) ? type : new JsonArray(type, "null"),
                ["description"] = about,
            };
        }

        return new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]),
            ["properties"] = properties,
        };
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
        foreach (var (name, type, about) in rows.Columns.Concat(rows.Named))
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
