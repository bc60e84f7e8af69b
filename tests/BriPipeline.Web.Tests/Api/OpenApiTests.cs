using System.Diagnostics;
using System.Net;
using System.Text.Json;
using BriPipeline.Core.Tests.Repository;
using BriPipeline.Web.Api;

namespace BriPipeline.Web.Tests.Api;

/// <summary>The description says what is so: every address of the table, and examples that work.</summary>
public sealed class OpenApiTests(ApiHost host)
{
    public static TheoryData<string> Examples =>
        [
            .. from address in Endpoints.Table
            where address.Api is not null
            from query in address.Api!.Examples
            select address.Pattern + query,
        ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Document_DescribesEveryAddressForPrograms()
    {
        var paths = (await DocumentAsync()).GetProperty("paths");

        Assert.All(
            Endpoints.Table.Where(address => address.Api is not null),
            address =>
            {
                var path = address.Pattern.Replace("{**", "{", StringComparison.Ordinal);
                var operation = paths.GetProperty(path).GetProperty(address.Method.ToLowerInvariant());
                Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
                Assert.All(
                    address.Api!.Parameters,
                    parameter =>
                        Assert.Contains(
                            operation.GetProperty("parameters").EnumerateArray(),
                            one => one.GetProperty("name").GetString() == parameter.Name
                        )
                );
            }
        );
    }

    /// <summary>The rules of the OpenAPI 3.1 specification and of common linters that a generated client needs.</summary>
    [Fact]
    public async Task Document_NamesOperationsServersSecurityLicenceAndErrors()
    {
        var document = await DocumentAsync();
        var operations = document
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .Select(operation => operation.Value)
            .ToList();
        var ids = operations.ConvertAll(operation => operation.GetProperty("operationId").GetString());

        Assert.Equal("MIT", document.GetProperty("info").GetProperty("license").GetProperty("identifier").GetString());
        Assert.NotEmpty(document.GetProperty("servers").EnumerateArray());
        Assert.NotEmpty(document.GetProperty("security").EnumerateArray());
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.Matches("^[a-zA-Z]+$", id!));
        Assert.All(
            operations,
            operation =>
            {
                var failure = operation.GetProperty("responses").GetProperty("4XX");
                var content = Assert.Single(failure.GetProperty("content").EnumerateObject());
                var name = content.Value.GetProperty("schema").GetProperty("$ref").GetString()!.Split('/')[^1];
                Assert.True(document.GetProperty("components").GetProperty("schemas").TryGetProperty(name, out _));
            }
        );
    }

    [Fact]
    public async Task Document_HasNoFaultThatTheLinterKnows()
    {
        var linter = Path.Combine(RepositoryFiles.Root, ".ci/openapi/node_modules/.bin/redocly");
        if (!File.Exists(linter))
        {
            Assert.Skip("@redocly/cli is not installed: npm ci --prefix .ci/openapi");
        }

        var folder = Directory.CreateTempSubdirectory("bri-openapi-");
        try
        {
            var file = Path.Combine(folder.FullName, "openapi.json");
            await File.WriteAllTextAsync(
                file,
                await host.Client.GetStringAsync("/api/v1/openapi.json", Cancellation),
                Cancellation
            );
            var start = new ProcessStartInfo(
                linter,
                ["lint", file, "--config", Path.Combine(RepositoryFiles.Root, ".ci/openapi/redocly.yaml")]
            )
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                Environment = { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" },
            };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(Cancellation);
            var errors = await process.StandardError.ReadToEndAsync(Cancellation);
            await process.WaitForExitAsync(Cancellation);
            Assert.True(process.ExitCode == 0, await output + errors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A row has exactly the members that the schema tells.</summary>
    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Example_Works(string example)
    {
        using var response = await host.Client.GetAsync(example, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var api = Endpoints
            .Table.Single(address =>
                address.Api is not null && address.Method == "GET" && example.Split('?')[0] == address.Pattern
            )
            .Api!;
        if (api.Rows is { } rows && response.Content.Headers.ContentType!.MediaType == Format.Json.ContentType)
        {
            var answer = JsonDocument.Parse(text).RootElement;
            Assert.True(answer.GetProperty("complete").GetBoolean());
            Assert.All(
                answer.GetProperty(rows.Name).EnumerateArray(),
                row =>
                    Assert.Equal(
                        rows.Columns.Select(column => column.Name),
                        row.EnumerateObject().Select(member => member.Name)
                    )
            );
        }
    }

    /// <summary>Every parameter with its own example is understood by every address that takes it.</summary>
    [Fact]
    public async Task Parameter_TakesItsExample()
    {
        foreach (
            var address in Endpoints.Table.Where(one =>
                one.Api is { Parameters.Count: > 0 } && !one.Pattern.Contains('{', StringComparison.Ordinal)
            )
        )
        {
            foreach (var parameter in address.Api!.Parameters)
            {
                var query = $"{address.Pattern}?{parameter.Name}={Uri.EscapeDataString(parameter.Example)}";
                using var response = await host.Client.GetAsync(query, Cancellation);
                Assert.True(
                    response.StatusCode == HttpStatusCode.OK
                        || (parameter.Name == "format" && response.StatusCode == HttpStatusCode.BadRequest),
                    query
                );
            }
        }
    }

    private async Task<JsonElement> DocumentAsync() =>
        JsonDocument.Parse(await host.Client.GetStringAsync(ApiEndpoints.OpenApiAddress, Cancellation)).RootElement;
}
