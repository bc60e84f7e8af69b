using System.Security.Cryptography;
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
        var files = InputFiles.Of(Files);
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
        var reports = services.GetRequiredService<IReportStore>();
        foreach (var file in files)
        {
            await using var content = file.Open();
            using var archive = ArchivedFiles.Find(content, file.Path);
            foreach (var entry in archive?.Names ?? [file.Name])
            {
                content.Position = 0;
                await using var inner = archive is null ? null : ArchivedFiles.Open(archive, entry);
                var path = archive is null ? file.Name : $"{file.Name}/{entry}";
                var record = await ImportAsync(services, path, inner ?? content, terminal, cancellation);
                exit = Math.Max(exit, await ImportEnd.TellAsync(reports, record, terminal, cancellation));
                await CopyReportAsync(reports, record, terminal, cancellation);
            }
        }

        return exit;
    }

    private async Task<UploadRecord> ImportAsync(
        IServiceProvider services,
        string name,
        Stream content,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        terminal.Say($"{name}: uploading ...");
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        content.Position = 0;
        var receipt = await services
            .GetRequiredService<IUploadStore>()
            .PutAsync(Source, name, content, cancellation, sha256);
        terminal.Say($"{name}: received {receipt.Size} bytes, SHA-256 {receipt.Sha256}, {receipt.At:u}");
        if (services.GetService<SpoolTransfer>() is { } spool)
        {
            await spool.RunAsync(cancellation);
        }

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
