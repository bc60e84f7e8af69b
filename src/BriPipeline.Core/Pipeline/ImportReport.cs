using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Pipeline;

/// <summary>What a statistician gets back for one version of an upload: <c>report.html</c> and <c>findings.json</c>.</summary>
/// <param name="Plan">What was stored; null where nothing was.</param>
public sealed record ImportReport(
    string Source,
    string Path,
    DateTimeOffset LastModified,
    string Outcome,
    int Observations,
    IReadOnlyList<ReportFinding> Findings,
    Plan? Plan
)
{
    /// <summary>So many rows of a list are printed; the tables hold all.</summary>
    private const int Longest = 200;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public static ImportReport Of(Plan plan) =>
        new(
            plan.Source,
            plan.Version.Path,
            plan.Version.LastModified,
            $"Stored as import {plan.Seq} of {plan.Source}, edition {plan.Version.Edition}.",
            plan.Observations,
            plan.Findings,
            plan
        );

    /// <summary>Of a version that was held or rejected.</summary>
    public static ImportReport Of(UploadRecord record, ReadingResult reading) =>
        new(
            record.Source,
            record.Path,
            record.LastModified,
            (
                reading.Outcome == ReadingOutcome.Held
                    ? "Held: nothing is stored until somebody accepts it. "
                    : "Rejected: nothing is stored. "
            ) + reading.Cause,
            reading.Observations.Count,
            [.. reading.Findings.Select(finding => ReportFinding.Of(record.Path, finding))],
            null
        );

    /// <summary>Prefix below <c>reports/</c>.</summary>
    public static string NameOf(string source, string path, DateTimeOffset lastModified) =>
        $"{source}/{path}/{UploadRecord.VersionOf(lastModified)}";

    public async Task PutAsync(IReportStore reports, string name, CancellationToken cancellation)
    {
        await reports.PutAsync($"{name}/findings.json", "application/json", FindingsJson(), cancellation);
        await reports.PutAsync($"{name}/report.html", "text/html; charset=utf-8", Html(), cancellation);
    }

    /// <summary>An array of <see cref="ReportFinding"/>.</summary>
    public byte[] FindingsJson() => JsonSerializer.SerializeToUtf8Bytes(Findings, Json);

    /// <summary>A page that needs nothing else.</summary>
    public byte[] Html()
    {
        var page = new StringBuilder();
        page.Append(
                """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>
                """
            )
            .Append(Text($"Import of {Path}"))
            .Append(
                """
                </title>
                <style>
                body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
                table { border-collapse: collapse; width: 100%; }
                th, td { border-bottom: 1px solid #ccc; padding: .25rem .5rem; text-align: left; vertical-align: top; }
                td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
                caption { text-align: left; font-weight: bold; margin-top: 1.5rem; }
                </style>
                </head>
                <body>

                """
            )
            .Append(CultureInfo.InvariantCulture, $"<h1>{Text(Path)}</h1>\n<p>{Text(Outcome)}</p>\n")
            .Append("<dl>\n")
            .Append(Item("Source", Source))
            .Append(
                Item(
                    "Uploaded",
                    LastModified.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)
                )
            )
            .Append(Item("Figures read", Number(Observations)))
            .Append(Item("Findings", Number(Findings.Count)));
        if (Plan is { Counts: var counts })
        {
            page.Append(Item("Added", Number(counts.Added)))
                .Append(Item("Revised", Number(counts.Revised)))
                .Append(Item("Retracted", Number(counts.Retracted)))
                .Append(Item("Restored", Number(counts.Restored)))
                .Append(Item("Unchanged", Number(counts.Unchanged)));
        }

        page.Append("</dl>\n");
        if (Plan is not null)
        {
            AppendTable(
                page,
                "Changes, largest first",
                ["Reporter", "Partner", "Flow", "Commodity", "Unit", "Period", "Change", "#Was", "#Is", "#Difference"],
                [.. ImportChanges.Revisions(Plan).Select(Cells)]
            );
            AppendTable(
                page,
                "Sum of changes by series",
                ["Reporter", "Partner", "Flow", "Commodity", "Unit", "Frequency", "Variant", "#Figures", "#Sum"],
                [.. ImportChanges.BySeries(Plan).Select(Cells)]
            );
        }

        AppendTable(
            page,
            "Findings",
            ["Severity", "Code", "Sheet", "Cell", "Found", "What is wrong", "What to do"],
            [.. Findings.Select(Cells)]
        );
        page.Append("</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static string[] Cells(Revision revision) =>
        [
            revision.Key.Reporter.Code,
            revision.Key.Partner.Code,
            revision.Key.Flow.ToString(),
            revision.Key.Commodity.Code,
            revision.Key.Unit.Code,
            revision.Key.Period.ToString(),
            revision.Kind.ToString().ToLowerInvariant(),
            Number(revision.OldValue),
            Number(revision.NewValue),
            Signed(ImportChanges.Difference(revision)),
        ];

    private static string[] Cells(SeriesChange change) =>
        [
            change.Key.Reporter.Code,
            change.Key.Partner.Code,
            change.Key.Flow.ToString(),
            change.Key.Commodity.Code,
            change.Key.Unit.Code,
            change.Key.Frequency.ToString(),
            change.Key.Variant ?? "",
            Number(change.Figures),
            Signed(change.Sum),
        ];

    private static string[] Cells(ReportFinding finding) =>
        [
            finding.Severity,
            finding.Code,
            finding.Sheet ?? "",
            finding.Cell ?? "",
            finding.Raw ?? "",
            finding.Message,
            finding.Advice,
        ];

    /// <param name="columns">Headings; those of numbers start with #.</param>
    private static void AppendTable(StringBuilder page, string caption, string[] columns, string[][] rows)
    {
        if (rows.Length == 0)
        {
            return;
        }

        var classes = columns.Select(column => column[0] == '#' ? " class=\"n\"" : "").ToArray();
        page.Append(CultureInfo.InvariantCulture, $"<table>\n<caption>{Text(caption)}</caption>\n<thead><tr>");
        for (var i = 0; i < columns.Length; i++)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<th scope=\"col\"{classes[i]}>{Text(columns[i].TrimStart('#'))}</th>"
            );
        }

        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows.Take(Longest))
        {
            page.Append("<tr>");
            for (var i = 0; i < row.Length; i++)
            {
                page.Append(CultureInfo.InvariantCulture, $"<td{classes[i]}>{Text(row[i])}</td>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n");
        if (rows.Length > Longest)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>and {rows.Length - Longest} more.</p>\n");
        }
    }

    private static string Item(string name, string value) => $"<dt>{Text(name)}</dt><dd>{Text(value)}</dd>\n";

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Number(decimal? number) =>
        number?.ToString("#,##0.############################", CultureInfo.InvariantCulture) ?? "";

    private static string Signed(decimal number) => (number > 0 ? "+" : "") + Number(number);
}
