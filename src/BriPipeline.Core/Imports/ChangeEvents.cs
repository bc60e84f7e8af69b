using System.Globalization;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Imports;

/// <summary>Tells others of committed imports.</summary>
public interface IChangeEvents
{
    /// <summary>Sends an event for each; they may be sent again, and arrive in another order.</summary>
    Task SendAsync(IReadOnlyList<FeedRow> imports, CancellationToken cancellation);
}

/// <summary>Sends each row of the feed once or more: what was sent is noted after it was.</summary>
public sealed class ChangeEvents(IFeed feed, IReferenceStore reference, IChangeEvents events)
{
    /// <summary>Below <c>reference/</c>: the number of the last row that was sent.</summary>
    public const string Mark = "events/sent.txt";

    /// <summary>Rows of one call.</summary>
    public const int MaxBatch = 100;

    /// <returns>How many rows were sent.</returns>
    /// <remarks>What was committed before the first call is not sent: whoever begins to listen reads the feed.</remarks>
    public async Task<int> SendAsync(CancellationToken cancellation)
    {
        if (
            await reference.FindTextAsync(Mark, cancellation) is not { } text
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
        )
        {
            await NoteAsync(await feed.FindHeadAsync(cancellation), cancellation);
            return 0;
        }

        var sent = 0;
        await foreach (var batch in feed.ListAsync(last, cancellation).Chunk(MaxBatch))
        {
            await events.SendAsync(batch, cancellation);
            await NoteAsync(batch[^1].Number, cancellation);
            sent += batch.Length;
        }

        return sent;
    }

    private Task NoteAsync(long number, CancellationToken cancellation) =>
        reference.PutTextAsync(Mark, number.ToString(CultureInfo.InvariantCulture), cancellation);
}
