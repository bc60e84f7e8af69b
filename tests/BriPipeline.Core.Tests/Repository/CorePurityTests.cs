using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Tests.Repository;

/// <summary>Core takes values and returns values: storage, logs, files and processes belong to the rims.</summary>
public sealed class CorePurityTests
{
    private static readonly string[] Forbidden =
    [
        "Azure.",
        "Microsoft.AspNetCore.",
        "Microsoft.Azure.",
        "Microsoft.Extensions.Logging.",
        "System.Console",
        "System.Diagnostics.Process",
        "System.Diagnostics.Stopwatch",
        "System.IO.Directory",
        "System.IO.File",
        "System.Net.Http.",
        "System.Net.Sockets.",
    ];

    [Fact]
    public void Core_UsesNoTypeOfTheOutsideWorld()
    {
        using var file = new PEReader(File.OpenRead(typeof(FindingCode).Assembly.Location));
        var metadata = file.GetMetadataReader();
        var used = metadata
            .TypeReferences.Select(metadata.GetTypeReference)
            .Select(type => metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name));

        Assert.DoesNotContain(used, type => Forbidden.Any(name => type.StartsWith(name, StringComparison.Ordinal)));
    }
}
