namespace BriPipeline.Storage.Tests;

/// <summary>Local hosts that are killed together with their emulators.</summary>
public sealed class CrashedHostTests
{
    [Theory]
    [InlineData(nameof(Crash.Kill), 3)]
    [InlineData(nameof(Crash.Power), 2)]
    [InlineData(nameof(Crash.Disk), 2)]
    public async Task Uploads_AreAllStoredInOrder_WhenHostAndEmulatorDieAfterTheAcknowledgement(string crash, int kills)
    {
        var root = Directory.CreateTempSubdirectory("bri-crash-").FullName;
        var needsDisk = crash == nameof(Crash.Disk);
        var disk = needsDisk ? SmallDisk.TryMount(root, CrashStorm.DiskSize) : null;
        try
        {
            Assert.SkipWhen(needsDisk && disk is null, "A small disk can be mounted by root alone.");
            var storm = new CrashStorm(root, Environment.TickCount, Enum.Parse<Crash>(crash));

            // The long storm is a command: see docs/stress-tests.md.
            Assert.Null(await storm.RunAsync(Rounds.Times(kills)));
        }
        finally
        {
            disk?.Dispose();
            Directory.Delete(root, recursive: true);
        }
    }
}
