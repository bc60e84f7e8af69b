using System.Diagnostics;
using System.Reflection;
using BriPipeline.Core.Tests.Repository;
using BriPipeline.Functions.Tests.Worker;

[assembly: AssemblyFixture(typeof(PublishedApp))]

namespace BriPipeline.Functions.Tests.Worker;

/// <summary>The app as <c>dotnet publish</c> puts it out: published once for all tests, without compiling ahead, which takes minutes.
/// <c>.ci/run</c> publishes it compiled ahead as well, as it is deployed, and names that folder in <c>BRI_PUBLISHED_APP</c>.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bri-published-");

    /// <summary>The app as it is deployed; null where nobody has published it.</summary>
    public static string? CompiledAhead =>
        Environment.GetEnvironmentVariable("BRI_PUBLISHED_APP") is { Length: > 0 } path
            ? Path.GetFullPath(path, RepositoryFiles.Root)
            : null;

    /// <summary>The app compiled at run time.</summary>
    public string Plain => folder.FullName;

    /// <summary>What is tested: as deployed, where that is there.</summary>
    public string Folder => CompiledAhead ?? Plain;

    public async ValueTask InitializeAsync()
    {
        var configuration = typeof(PublishedApp)
            .Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!
            .Configuration;
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "publish",
                "src/BriPipeline.Functions",
                "--no-build",
                // A build server that lives on would hold the pipes that are read here.
                "-nodeReuse:false",
                "--configuration",
                configuration,
                "-p:PublishReadyToRun=false",
                "--output",
                Plain,
            ]
        )
        {
            WorkingDirectory = RepositoryFiles.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var publish = Process.Start(start)!;
        var errors = publish.StandardError.ReadToEndAsync();
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, output + await errors);
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
