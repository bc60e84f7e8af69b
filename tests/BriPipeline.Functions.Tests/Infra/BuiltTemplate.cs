using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using BriPipeline.Core.Tests.Repository;

namespace BriPipeline.Functions.Tests.Infra;

/// <summary>A template of <c>infra/</c> as the resource manager gets it, built once for all tests of a class.</summary>
public class BuiltTemplate(string file)
{
    private static readonly string Tool = typeof(BuiltTemplate)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "BicepTool")
        .Value!;

    private JsonElement? root;

    /// <summary>The template itself.</summary>
    public JsonElement Root
    {
        get
        {
            Assert.SkipUnless(
                OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64,
                "The Bicep package in use is that of Linux on x64."
            );
            return root ??= JsonDocument.Parse(Run("build", "--stdout").Output).RootElement;
        }
    }

    /// <summary>Every resource that is made, those of the modules included.</summary>
    public IReadOnlyList<JsonElement> Resources => [.. All(Root)];

    public IReadOnlyList<JsonElement> OfType(string type) =>
        [.. Resources.Where(resource => resource.GetProperty("type").GetString() == type)];

    /// <summary>The only resource of a type.</summary>
    public JsonElement Single(string type) => Assert.Single(OfType(type));

    /// <summary>What is given to a module.</summary>
    public JsonElement Given(string module, string parameter) =>
        Root.GetProperty("resources")
            .GetProperty(module)
            .GetProperty("properties")
            .GetProperty("parameters")
            .GetProperty(parameter)
            .GetProperty("value");

    /// <summary>The template of a module.</summary>
    public JsonElement Module(string module) =>
        Root.GetProperty("resources").GetProperty(module).GetProperty("properties").GetProperty("template");

    /// <summary>Runs the tool on the file; warnings go to its standard error.</summary>
    public (int ExitCode, string Output, string Errors) Run(string command, params string[] options)
    {
        var start = new ProcessStartInfo(Tool, [command, file, .. options])
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

    private static bool IsMade(JsonElement resource) =>
        !(resource.TryGetProperty("existing", out var existing) && existing.GetBoolean());

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
        return [.. own.Where(IsMade), .. nested];
    }
}

/// <summary><c>infra/main.bicep</c>.</summary>
public sealed class MainTemplate() : BuiltTemplate("main.bicep");

/// <summary><c>infra/subscription.bicep</c>.</summary>
public sealed class SubscriptionTemplate() : BuiltTemplate("subscription.bicep");
