using BriPipeline.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Local.CommandLine;

/// <summary><c>bri accept</c>, <c>retry</c> and <c>replay</c>: uploads that are there already are worked off once more.</summary>
/// <param name="Paths">Below the source; none means all of them (replay).</param>
internal sealed record ReopenCommand(ReopenCommand.Kind What, string Source, IReadOnlyList<string> Paths)
{
    internal enum Kind
    {
        /// <summary>Store what is held.</summary>
        Accept,

        /// <summary>Read again what failed, was rejected or is held.</summary>
        Retry,

        /// <summary>Read again whatever its state.</summary>
        Replay,
    }

    internal async Task<int> RunAsync(IServiceProvider services, Terminal terminal, CancellationToken cancellation)
    {
        var ledger = services.GetRequiredService<ILedger>();
        var exit = ExitCodes.Done;
        foreach (var path in Paths.Count > 0 ? Paths : await AllPathsAsync(ledger, cancellation))
        {
            var reopening = ReopenAsync(services.GetRequiredService<WorkbookImport>(), path, cancellation);
            var record = await ImportProgress.WatchAsync(ledger, Source, path, reopening, terminal.Say, cancellation);
            if (await reopening && record is not null)
            {
                terminal.Output.WriteLine(ImportLine.Of(record));
                exit = Math.Max(exit, ImportLine.ExitCodeOf(record));
            }
            else
            {
                terminal.Say($"{Source}/{path}: nothing to {What.ToString().ToLowerInvariant()}");
                exit = Math.Max(exit, ExitCodes.WrongUsage);
            }
        }

        await terminal.Output.FlushAsync(cancellation);
        return exit;
    }

    private Task<bool> ReopenAsync(WorkbookImport import, string path, CancellationToken cancellation) =>
        What == Kind.Accept
            ? import.AcceptAsync(Source, path, version: null, cancellation)
            : import.RetryAsync(Source, path, version: null, cancellation);

    /// <summary>Oldest first, as they came.</summary>
    private async Task<IReadOnlyList<string>> AllPathsAsync(ILedger ledger, CancellationToken cancellation)
    {
        var newestFirst = await ledger
            .ListAsync(Source, cancellation)
            .Select(upload => upload.Path)
            .ToListAsync(cancellation);
        return [.. newestFirst.Distinct(StringComparer.Ordinal).Reverse()];
    }
}
