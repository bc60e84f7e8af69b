using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using BriPipeline.Core.Tests.Repository;

namespace BriPipeline.Functions.Tests.Infra;

/// <summary><c>infra/main.bicep</c> as the resource manager gets it, built once for all tests.</summary>
public sealed class BuiltTemplate
{
    private static readonly string Tool = typeof(BuiltTemplate)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "BicepTool")
        .Value!;

    private readonly Lazy<JsonElement> root = new(() =>
        JsonDocument.Parse(Run("build", "--stdout").Output).RootElement
    );

    /// <summary>Every resource, those of the modules included.</summary>
    public IReadOnlyList<JsonElement> Resources
    {
        get
        {
            Assert.SkipUnless(
                OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64,
                "The Bicep package in use is that of Linux on x64."
            );
            return [.. All(root.Value)];
        }
    }

    public IReadOnlyList<JsonElement> OfType(string type) =>
        [.. Resources.Where(resource => resource.GetProperty("type").GetString() == type)];

    /// <summary>Runs the tool on <c>main.bicep</c>; warnings go to its standard error.</summary>
    public static (int ExitCode, string Output, string Errors) Run(string command, params string[] options)
    {
        var start = new ProcessStartInfo(Tool, [command, "main.bicep", .. options])
        {
            WorkingDirectory = Path.Combine(RepositoryFiles.Root, "infra"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var bicep = Process.Start(start)!;
        var errors = bicep.StandardError.ReadToEndAsync();
        var output = bicep.StandardOutput.ReadToEnd();
        bicep.WaitForExit();
        return (bicep.ExitCode, output, errors.Result);
    }

    /// <summary>Resources are a list, or an object by symbolic name; a module is a resource that holds a template.</summary>
    private static IEnumerable<JsonElement> All(JsonElement template)
    {
        var resources = template.GetProperty("resources");
        var own =
            resources.ValueKind == JsonValueKind.Array
                ? resources.EnumerateArray().ToList()
                : [.. resources.EnumerateObject().Select(named => named.Value)];
        var nested = own.Where(resource =>
                resource.GetProperty("type").GetString() == "Microsoft.Resources/deployments"
            )
            .SelectMany(module => All(module.GetProperty("properties").GetProperty("template")));
        return [.. own, .. nested];
    }
}
