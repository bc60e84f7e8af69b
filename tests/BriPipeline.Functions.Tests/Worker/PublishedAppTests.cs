using System.Text.Json;

namespace BriPipeline.Functions.Tests.Worker;

/// <summary>What <c>dotnet publish</c> puts out is what the host gets: a file that is missing there fails in Azure only.</summary>
public sealed class PublishedAppTests(PublishedApp app)
{
    [Fact]
    public void Metadata_NamesEveryFunctionWithItsBindings()
    {
        var functions = Read("functions.metadata").EnumerateArray().ToList();

        Assert.Equal(
            FunctionMethods.All.Select(function => function.Name).Order(StringComparer.Ordinal),
            functions.Select(function => function.GetProperty("name").GetString()).Order(StringComparer.Ordinal)
        );
        Assert.All(
            functions,
            function =>
            {
                Assert.Equal("BriPipeline.Functions.dll", function.GetProperty("scriptFile").GetString());
                Assert.NotEmpty(function.GetProperty("bindings").EnumerateArray());
            }
        );
    }

    /// <summary>Without deferred binding the host would hand over the blob's bytes in place of its client.</summary>
    [Fact]
    public void Metadata_BindsTheUploadAsAClientOfTheDataAccount()
    {
        var binding = Read("functions.metadata")
            .EnumerateArray()
            .Single(function => function.GetProperty("name").GetString() == nameof(ImportWorkbook))
            .GetProperty("bindings")
            .EnumerateArray()
            .Single();

        Assert.Equal("EventGrid", binding.GetProperty("source").GetString());
        Assert.Equal("Data", binding.GetProperty("connection").GetString());
        Assert.Equal("True", binding.GetProperty("properties").GetProperty("supportsDeferredBinding").GetString());
    }

    [Fact]
    public void WorkerConfig_StartsTheAppThatIsThere()
    {
        var description = Read("worker.config.json").GetProperty("description");

        Assert.Equal("dotnet-isolated", description.GetProperty("language").GetString());
        Assert.True(File.Exists(Path.Combine(app.Folder, description.GetProperty("defaultWorkerPath").GetString()!)));
    }

    [Fact]
    public void Extensions_LieBesideTheAppForTheHost()
    {
        var extensions = Read("extensions.json").GetProperty("extensions").EnumerateArray().ToList();

        Assert.Superset(
            new HashSet<string?>(["AzureStorageBlobs", "AzureStorageQueues"]),
            extensions.Select(extension => extension.GetProperty("name").GetString()).ToHashSet()
        );
        Assert.All(
            extensions,
            extension =>
                Assert.True(File.Exists(Path.Combine(app.Folder, extension.GetProperty("hintPath").GetString()!)))
        );
    }

    [Fact]
    public void HostSettings_AreThoseOfTheRepository() =>
        Assert.Equal(
            Core.Tests.Repository.RepositoryFiles.Read("host.json"),
            File.ReadAllText(Path.Combine(app.Folder, "host.json"))
        );

    /// <summary>They hold connection strings.</summary>
    [Fact]
    public void LocalSettings_StayAtHome() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(app.Folder, "*", SearchOption.AllDirectories),
            path => Path.GetFileName(path).Contains("local.settings", StringComparison.OrdinalIgnoreCase)
        );

    private JsonElement Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(app.Folder, name)));
        return document.RootElement.Clone();
    }
}
