namespace BriPipeline.Storage.Tests;

/// <summary>Local hosts that are killed together with their emulators.</summary>
public sealed class CrashedHostTests
{
    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 2)]
    public async Task Uploads_AreAllStoredInOrder_WhenHostAndEmulatorDieAfterTheAcknowledgement(
        bool isPowerCut,
        int kills
    )
    {
        var root = Directory.CreateTempSubdirectory("bri-crash-").FullName;
        try
        {
            var storm = new CrashStorm(root, Environment.TickCount, isPowerCut);

            // The long storm is a command: see docs/stress-tests.md.
            Assert.Null(await storm.RunAsync(Rounds.Times(kills)));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
