using System.Text.Json;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Vintages;
using BriPipeline.Core.Workbooks;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Local.CommandLine;

/// <summary><c>bri import</c>: uploads files, waits until they are imported, prints what changed, and leaves copies of the reports
/// that hold findings in the data folder.</summary>
internal sealed record ImportCommand(IReadOnlyList<string> Files, string Source, string? Sources, string DataFolder)
{
    internal async Task<int> RunAsync(IServiceProvider services, Terminal terminal, CancellationToken cancellation)
    {
        var profile = await Profiles.ReadAsync(Source, Sources, cancellation);
        if (Sources is not null)
        {
            await Profiles.StoreAsync(
                profile,
                Sources,
                services.GetRequiredService<IReferenceStore>(),
                terminal,
                cancellation
            );
        }

        var exit = ExitCodes.Done;
        foreach (var file in Files)
        {
            await using var content = File.OpenRead(file);
            using var archive = ArchivedFiles.Find(content, file);
            var name = Path.GetFileName(file);
            foreach (var entry in archive?.Names ?? [name])
            {
                content.Position = 0;
                await using var inner = archive is null ? null : ArchivedFiles.Open(archive, entry);
                var path = archive is null ? name : $"{name}/{entry}";
                var record = await ImportAsync(services, path, inner ?? content, terminal, cancellation);
                terminal.Output.WriteLine(ImportLine.Of(record));
                await terminal.Output.FlushAsync(cancellation);
                var reports = services.GetRequiredService<IReportStore>();
                await CopyReportAsync(reports, record, terminal, cancellation);
                exit = Math.Max(exit, await TellAsync(reports, record, terminal, cancellation));
            }
        }

        return exit;
    }

    /// <summary>Prints the open questions.</summary>
    /// <returns>The exit code, as <c>read</c> has it.</returns>
    private static async Task<int> TellAsync(
        IReportStore reports,
        UploadRecord record,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        if (record.Questions > 0)
        {
            foreach (var question in await UploadQuestions.FindAsync(reports, record.Report, cancellation))
            {
                terminal.Say(QuestionLines.Of(question));
            }
        }

        var exit = ImportLine.ExitCodeOf(record);
        return exit == ExitCodes.Done && await HasRefusedCellsAsync(reports, record, cancellation)
            ? ExitCodes.SomeCellsRejected
            : exit;
    }

    private static async Task<bool> HasRefusedCellsAsync(
        IReportStore reports,
        UploadRecord record,
        CancellationToken cancellation
    ) =>
        record is { Report: { } report, Findings: > 0 }
        && await reports.FindAsync($"{report.TrimEnd('/')}/findings.json", cancellation) is { } json
        && JsonSerializer
            .Deserialize<List<ReportFinding>>(json, JsonSerializerOptions.Web)!
            .Exists(finding => finding.Severity == "reject-cell");

    private async Task<UploadRecord> ImportAsync(
        IServiceProvider services,
        string name,
        Stream content,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        terminal.Say($"{name}: uploading ...");
        await services.GetRequiredService<IUploadStore>().PutAsync(Source, name, content, cancellation);

        var ringing = services.GetRequiredService<WorkbookImport>().NotifyAsync(Source, name, cancellation);
        var ledger = services.GetRequiredService<ILedger>();
        return await ImportProgress.WatchAsync(ledger, Source, name, ringing, terminal.Say, cancellation)
            ?? throw new InvalidOperationException($"The upload {Source}/{name} was removed while it was imported.");
    }

    private async Task CopyReportAsync(
        IReportStore reports,
        UploadRecord record,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        if (record.Report is null || record is { State: UploadState.Done, Findings: 0 })
        {
            return;
        }

        string[] names = [.. ReportTexts.All.Select(texts => texts.FileName), ImportReport.AnnotatedName(record.Path)];
        foreach (var name in names)
        {
            if (await reports.FindAsync($"{record.Report.TrimEnd('/')}/{name}", cancellation) is { } content)
            {
                var file = await DataCopies.WriteAsync(
                    DataFolder,
                    $"reports/{record.Report.TrimEnd('/')}/{name}",
                    content,
                    cancellation
                );
                terminal.Say(file);
            }
        }
    }
}
