using Azure;
using Azure.Storage.Blobs.Specialized;
using BriPipeline.Core.Imports;

namespace BriPipeline.Storage;

/// <summary>A held lease, renewed in the background.</summary>
internal sealed class SourceLease : ISourceLease
{
    private readonly BlobLeaseClient lease;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource released = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task renewals;

    public SourceLease(BlobLeaseClient lease, TimeSpan duration)
    {
        this.lease = lease;
        renewals = RenewAsync(duration);
    }

    public CancellationToken Lost => lost.Token;

    /// <summary>Ends when the lease has been given back.</summary>
    public Task Ended => ended.Task;

    /// <summary>Tells the work under the lease to stop.</summary>
    public Task RecallAsync() => ended.Task.IsCompleted ? Task.CompletedTask : lost.CancelAsync();

    public async Task<bool> IsHeldAsync(CancellationToken cancellation)
    {
        try
        {
            await lease.RenewAsync(cancellationToken: cancellation);
            return true;
        }
        catch (RequestFailedException e) when (IsLoss(e))
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await released.CancelAsync();
        await renewals;
        try
        {
            await lease.ReleaseAsync(cancellationToken: CancellationToken.None);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException or OperationCanceledException)
        {
            // It was lost, or storage does not answer: then it ends by itself.
        }

        released.Dispose();
        lost.Dispose();
        ended.TrySetResult();
    }

    private static bool IsLoss(RequestFailedException e) => e.Status is 404 or 409 or 412;

    /// <summary>Three chances in each duration; without any success in it, the lease may be another's.</summary>
    private async Task RenewAsync(TimeSpan duration)
    {
        var renewed = Environment.TickCount64;
        try
        {
            while (true)
            {
                await Task.Delay(duration / 4, released.Token);
                try
                {
                    var asked = Environment.TickCount64;
                    if (!await IsHeldAsync(released.Token))
                    {
                        await lost.CancelAsync();
                        return;
                    }

                    renewed = asked;
                }
                catch (Exception e)
                    when (e is RequestFailedException or AggregateException
                        && Environment.TickCount64 - renewed < duration.TotalMilliseconds * 0.8
                    )
                {
                    // Another chance is left.
                }
            }
        }
        catch (OperationCanceledException) when (released.IsCancellationRequested)
        {
            // Given back.
        }
        catch (Exception)
        {
            await lost.CancelAsync();
        }
    }
}
