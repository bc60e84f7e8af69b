namespace BriPipeline.Local;

/// <summary>A lock across processes: a file held open. The system frees it whatever way its holder ends.</summary>
internal sealed class FileMutex : IAsyncDisposable
{
    private static readonly TimeSpan RetryPeriod = TimeSpan.FromMilliseconds(200);
    private readonly FileStream file;

    private FileMutex(FileStream file) => this.file = file;

    public ValueTask DisposeAsync() => file.DisposeAsync();

    /// <summary>The lock, or null where another process (or another holder in this one) has it.</summary>
    internal static FileMutex? TryTake(string path)
    {
        try
        {
            return new FileMutex(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>Waits for the lock; calls <paramref name="waiting"/> once every <paramref name="period"/>.</summary>
    internal static async Task<FileMutex> TakeAsync(
        string path,
        TimeSpan period,
        Action waiting,
        CancellationToken cancellation
    )
    {
        for (var waited = TimeSpan.Zero; ; waited += RetryPeriod)
        {
            if (TryTake(path) is { } taken)
            {
                return taken;
            }

            if (waited.Ticks % period.Ticks == 0)
            {
                waiting();
            }

            await Task.Delay(RetryPeriod, cancellation);
        }
    }
}
