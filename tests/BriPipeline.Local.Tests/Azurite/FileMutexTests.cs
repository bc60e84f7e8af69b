namespace BriPipeline.Local.Tests.Azurite;

public sealed class FileMutexTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string File => Path.Combine(folder.Path, "one.lock");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task TryTake_GivesNothing_WhileAnotherHoldsIt()
    {
        await using (FileMutex.TryTake(File))
        {
            Assert.Null(FileMutex.TryTake(File));
        }

        await using var again = FileMutex.TryTake(File);
        Assert.NotNull(again);
    }

    [Fact]
    public async Task TakeAsync_WaitsForTheHolder_AndSaysSo()
    {
        var said = 0;
        var holder = FileMutex.TryTake(File)!;
        var second = FileMutex.TakeAsync(
            File,
            TimeSpan.FromSeconds(3),
            () => said++,
            TestContext.Current.CancellationToken
        );
        Assert.False(second.IsCompleted);

        await holder.DisposeAsync();
        await using var taken = await second;

        Assert.Equal(1, said);
    }

    [Fact]
    public void TryTake_Throws_WhenTheFolderIsMissing() =>
        Assert.Throws<DirectoryNotFoundException>(() => FileMutex.TryTake(Path.Combine(folder.Path, "none", "a.lock")));
}
