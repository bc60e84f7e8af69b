using BriPipeline.Core.Imports;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Vintages;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Local.CommandLine;

/// <summary><c>bri accept</c>, <c>retry</c> and <c>replay</c>: uploads that are there already are worked off once more.</summary>
/// <param name="Source">Null for all of them (replay).</param>
/// <param name="Paths">Below the source; none means all of them (replay).</param>
/// <param name="Sources">Folder of profiles and <c>aliases.json</c> to store before; null for none.</param>
internal sealed record ReopenCommand(
    ReopenCommand.Kind What,
    string? Source,
    IReadOnlyList<string> Paths,
    string? Sources
)
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
        if (Sources is not null)
        {
            var reference = services.GetRequiredService<IReferenceStore>();
            await Profiles.StoreAsync(Source, Sources, reference, terminal, cancellation);
        }

        var ledger = services.GetRequiredService<ILedger>();
        var reports = services.GetRequiredService<IReportStore>();
        var exit = ExitCodes.Done;
        var uploads =
            Source is not null && Paths.Count > 0
                ? [.. Paths.Select(path => (Source, path))]
                : await AllAsync(ledger, cancellation);
        foreach (var (source, path) in uploads)
        {
            var reopening = ReopenAsync(services.GetRequiredService<WorkbookImport>(), source, path, cancellation);
            var record = await ImportProgress.WatchAsync(ledger, source, path, reopening, terminal.Say, cancellation);
            if (await reopening && record is not null)
            {
                exit = Math.Max(exit, await ImportEnd.TellAsync(reports, record, terminal, cancellation));
            }
            else
            {
                var known = record is null
                    ? (await AllAsync(ledger, cancellation)).Select(upload => upload.Path).ToList()
                    : [];
                terminal.Say(
                    $"{source}/{path}: nothing to {What.ToString().ToLowerInvariant()}.{Spelling.Meant(path, known)}"
                );
                exit = Math.Max(exit, ExitCodes.WrongUsage);
            }
        }

        await terminal.Output.FlushAsync(cancellation);
        return exit;
    }

    private Task<bool> ReopenAsync(WorkbookImport import, string source, string path, CancellationToken cancellation) =>
        What switch
        {
            Kind.Accept => import.AcceptAsync(source, path, version: null, cancellation),
            Kind.Retry => import.RetryAsync(source, path, version: null, cancellation),
            _ => import.ReplayAsync(source, path, cancellation),
        };

    /// <summary>Oldest first, as they came.</summary>
    private async Task<IReadOnlyList<(string Source, string Path)>> AllAsync(
        ILedger ledger,
        CancellationToken cancellation
    )
    {
        var newestFirst = await ledger
            .ListAsync(Source, cancellation)
            .Select(upload => (upload.Source, upload.Path))
            .ToListAsync(cancellation);
        return [.. newestFirst.Distinct().Reverse()];
    }
}
