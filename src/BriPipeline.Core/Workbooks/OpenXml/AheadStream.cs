using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace BriPipeline.Core.Workbooks.OpenXml;

/// <summary>Reads a stream ahead on a thread of its own: a large part is inflated while what was inflated before is read as
/// XML, which takes a third of the time off the clock.</summary>
/// <remarks>What the stream throws is thrown where a reader comes to that place.</remarks>
internal sealed class AheadStream : ReadOnlyStream
{
    private const int BlockBytes = 1 << 17;
    private const int Blocks = 4;

    private readonly Stream source;
    private readonly BlockingCollection<byte[]> free = [];
    private readonly BlockingCollection<(byte[] Block, int Length)> filled = [];
    private readonly CancellationTokenSource stop = new();
    private readonly Task reader;
    private byte[] block = [];
    private int next;
    private int end;
    private ExceptionDispatchInfo? failure;

    public AheadStream(Stream source)
    {
        this.source = source;
        for (var i = 0; i < Blocks; i++)
        {
            free.Add(new byte[BlockBytes]);
        }

        reader = Task.Factory.StartNew(
            ReadAhead,
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
    }

    public override int Read(Span<byte> buffer)
    {
        if (next == end && !NextBlock())
        {
            return 0;
        }

        var length = Math.Min(buffer.Length, end - next);
        block.AsSpan(next, length).CopyTo(buffer);
        next += length;
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stop.Cancel();
            reader.Wait();
            source.Dispose();
            free.Dispose();
            filled.Dispose();
            stop.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool NextBlock()
    {
        if (end > 0)
        {
            free.Add(block);
            (next, end) = (0, 0);
        }

        if (filled.TryTake(out var item, Timeout.Infinite))
        {
            (block, end) = item;
            return true;
        }

        failure?.Throw();
        return false;
    }

    private void ReadAhead()
    {
        try
        {
            foreach (var empty in free.GetConsumingEnumerable(stop.Token))
            {
                var length = source.ReadAtLeast(empty, empty.Length, throwOnEndOfStream: false);
                if (length == 0)
                {
                    return;
                }

                filled.Add((empty, length));
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception e)
        {
            failure = ExceptionDispatchInfo.Capture(e);
        }
        finally
        {
            filled.CompleteAdding();
        }
    }
}
