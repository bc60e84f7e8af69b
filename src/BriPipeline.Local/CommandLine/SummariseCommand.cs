using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Local.CommandLine;

/// <summary><c>bri summarise</c>: compiles now, and leaves copies of the documents in the data folder.</summary>
/// <param name="Subject">Null for every subject that has figures of the period.</param>
internal sealed record SummariseCommand(TimePeriod Period, string? Subject, string DataFolder)
{
    internal async Task<int> RunAsync(IServiceProvider services, Terminal terminal, CancellationToken cancellation)
    {
        var store = services.GetRequiredService<ISummaryStore>();
        var subjects = Subject is not null
            ? [Subject]
            : await store
                .ListAsync(cancellation)
                .Where(summary => summary.Period == Period)
                .Select(summary => summary.Subject)
                .ToListAsync(cancellation);
        if (subjects.Count == 0)
        {
            terminal.Say($"No figures of {Period} are stored: import a workbook that holds some.");
            return ExitCodes.FileRejectedOrHeld;
        }

        var exit = ExitCodes.Done;
        foreach (var subject in subjects)
        {
            terminal.Say($"Compiling {subject} {Period} ...");
            var summary = await services.GetRequiredService<SummaryRun>().CompileAsync(subject, Period, cancellation);
            if (summary.Reason is { } reason)
            {
                terminal.Say(reason);
                exit = ExitCodes.FileRejectedOrHeld;
                continue;
            }

            terminal.Say($"{subject} {Period}: edition {summary.Edition}");
            await CopyAsync(store, summary, terminal, cancellation);
        }

        return exit;
    }

    private async Task CopyAsync(
        ISummaryStore store,
        SummaryRecord summary,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        foreach (var name in summary.Documents)
        {
            var content =
                await store.FindDocumentAsync(name, cancellation)
                ?? throw new InvalidOperationException($"The document summaries/{name} is gone.");
            terminal.Output.WriteLine(
                await DataCopies.WriteAsync(DataFolder, $"summaries/{name}", content, cancellation)
            );
        }

        await terminal.Output.FlushAsync(cancellation);
    }
}
