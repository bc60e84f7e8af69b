using BriPipeline.Core.Imports;

namespace BriPipeline.Local;

/// <summary>Works for sources side by side, a few at a time, so that a slow file keeps only its own source waiting.</summary>
/// <param name="report">Is told of each fault: null once a source was worked for without one.</param>
internal sealed class SourceQueue(Func<string, CancellationToken, Task> work, Action<string, Exception?> report)
    : IDisposable
{
    private readonly SemaphoreSlim places = new(WorkbookImport.MaxSideBySide);
    private readonly Dictionary<string, Task> running = new(StringComparer.Ordinal);

    /// <summary>Works for those of the sources that nobody works for yet, without waiting for their end.</summary>
    public void Start(IEnumerable<string> sources, CancellationToken cancellation)
    {
        foreach (var source in sources)
        {
            if (!running.TryGetValue(source, out var before) || before.IsCompleted)
            {
                running[source] = Task.Run(() => RunAsync(source, cancellation), CancellationToken.None);
            }
        }
    }

    public void Dispose() => places.Dispose();

    /// <summary>Waits until all have ended.</summary>
    public Task EndAsync() => Task.WhenAll(running.Values);

    private async Task RunAsync(string source, CancellationToken cancellation)
    {
        try
        {
            await places.WaitAsync(cancellation);
            try
            {
                await work(source, cancellation);
                report(source, null);
            }
            finally
            {
                places.Release();
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested) { }
        catch (Exception fault)
        {
            // The next round of the watcher tries again.
            report(source, fault);
        }
    }
}
