using System.Text.Json;
using BriPipeline.Core.Tests.Repository;

namespace BriPipeline.Functions.Tests;

public sealed class SettingsTests
{
    /// <summary>The fifth failure of an upload is final, in the ledger and in the queues of the trigger.</summary>
    [Theory]
    [InlineData("blobs", "poisonBlobThreshold", 5)]
    [InlineData("queues", "maxDequeueCount", 5)]
    [InlineData("blobs", "maxDegreeOfParallelism", 1)]
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
