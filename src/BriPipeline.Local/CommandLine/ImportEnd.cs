using System.Text.Json;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Local.CommandLine;

/// <summary>Says how an import ended, as <c>read</c> says how a file was read.</summary>
internal static class ImportEnd
{
    /// <returns>The exit code.</returns>
    internal static async Task<int> TellAsync(
        IReportStore reports,
        UploadRecord record,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        await terminal.Output.WriteLineAsync(ImportLine.Of(record));
        await terminal.Output.FlushAsync(cancellation);
        var findings = await FindingsAsync(reports, record, cancellation);
        FindingLines.Write(terminal, findings, "the page of the upload and its report list them");
        if (record.Questions > 0)
        {
            foreach (var question in await UploadQuestions.FindAsync(reports, record.Report, cancellation))
            {
                terminal.Say(QuestionLines.Of(question));
            }
        }

        var exit = ImportLine.ExitCodeOf(record);
        return exit == ExitCodes.Done && findings.Exists(finding => finding.Severity == "reject-cell")
            ? ExitCodes.SomeCellsRejected
            : exit;
    }

    private static async Task<List<ReportFinding>> FindingsAsync(
        IReportStore reports,
        UploadRecord record,
        CancellationToken cancellation
    ) =>
        record is { Report: { } report, Findings: > 0 }
        && await reports.FindAsync($"{report.TrimEnd('/')}/findings.json", cancellation) is { } json
            ? JsonSerializer.Deserialize<List<ReportFinding>>(json, JsonSerializerOptions.Web)!
            : [];
}
