using System.Diagnostics;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Local.CommandLine;

/// <summary>Follows one import in the ledger: whoever does the work, this process or a host beside it.</summary>
internal static class ImportProgress
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LinePeriod = TimeSpan.FromSeconds(3);

    /// <param name="ringing">The call that entered the upload and perhaps works it off.</param>
    /// <returns>The newest version of the path once it has ended or is held; null where the path is unknown.</returns>
    internal static async Task<UploadRecord?> WatchAsync(
        ILedger ledger,
        string source,
        string path,
        Task ringing,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        var clock = Stopwatch.StartNew();
        var said = (State: (UploadState?)null, At: TimeSpan.Zero);
        while (true)
        {
            if (ringing.IsFaulted)
            {
                await ringing;
            }

            var hasRung = ringing.IsCompleted;
            var record = await ledger
                .ListAsync(source, cancellation)
                .FirstOrDefaultAsync(one => one.Path == path, cancellation);
            // Before the ring is over the newest version in the ledger may be the former one.
            if (hasRung && record is not { IsOpen: true })
            {
                return record;
            }

            if (record is { IsOpen: true } && (record.State != said.State || clock.Elapsed - said.At > LinePeriod))
            {
                said = (record.State, clock.Elapsed);
                var rows = record.ToWrite > 0 ? $", {record.Written:N0} of {record.ToWrite:N0} rows written" : "";
                say($"{path}: {record.State.ToString().ToLowerInvariant()} ... {clock.Elapsed.TotalSeconds:0} s{rows}");
            }

            await Task.WhenAny(
                ringing.IsCompleted ? Task.Delay(LookAgain, cancellation) : ringing,
                Task.Delay(LookAgain, cancellation)
            );
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
