using System.Text.Json;
using BriPipeline.Core.Tests.Repository;

namespace BriPipeline.Functions.Tests;

public sealed class SettingsTests
{
    /// <summary>The fifth failure is the last one, in the ledger and of an event. Whatever works for a source may read a workbook.</summary>
    [Theory]
    [InlineData("blobs", "poisonBlobThreshold", 5)]
    [InlineData("blobs", "maxDegreeOfParallelism", 1)]
    [InlineData("queues", "batchSize", 1)]
    [InlineData("queues", "newBatchThreshold", 0)]
    public void Host_TriesFiveTimesAndReadsOneWorkbookAtATime(string extension, string setting, int value) =>
        Assert.Equal(
            value,
            Read("host.json").GetProperty("extensions").GetProperty(extension).GetProperty(setting).GetInt32()
        );

    [Fact]
    public void LocalSettings_HoldEverySettingOfATrigger()
    {
        var settings = Read("src/BriPipeline.Functions/local.settings.template.json").GetProperty("Values");

        Assert.All(
            FunctionMethods.All.Select(function => function.Setting).OfType<string>(),
            setting => Assert.True(settings.TryGetProperty(setting, out _), setting)
        );
        Assert.True(settings.TryGetProperty("Data", out _));
    }

    private static JsonElement Read(string path) => JsonDocument.Parse(RepositoryFiles.Read(path)).RootElement;
}
