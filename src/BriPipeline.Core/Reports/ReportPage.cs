using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Language;
using BriPipeline.Core.Office;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports.Annotation;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Reports;

/// <summary>A report as a page that needs nothing else: for the screen, a phone and paper.</summary>
internal sealed class ReportPage
{
    private static readonly Markup Style = Markup.Of(
        $$"""
        body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1b1b1b; }
        h1 { overflow-wrap: anywhere; line-height: 1.2; }
        dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr)); gap: .5rem 1rem; }
        dt { color: #555; } dd { margin: 0; font-weight: 600; }
        table { border-collapse: collapse; width: 100%; margin-top: .5rem; }
        th, td { border-bottom: 1px solid #ccc; padding: .25rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
        th { overflow-wrap: normal; }
        .n { text-align: right; font-variant-numeric: tabular-nums; }
        .p { white-space: nowrap; }
        h3 { margin: 1.5rem 0 0; } .code { color: #555; font-weight: normal; font-size: .85em; }
        .reject-workbook, .reject-cell { border-left: 6px solid #d3353f; padding-left: .75rem; }
        .warning { border-left: 6px solid #d9a400; padding-left: .75rem; }
        .note { border-left: 6px solid #3a78c2; padding-left: .75rem; }
        @media (max-width: 44rem) {
          thead { display: none; } table, tbody, tr, td { display: block; width: auto; }
          tr { border-bottom: 2px solid #ccc; padding: .5rem 0; } td { border: 0; padding: .1rem 0; text-align: left !important; }
          td::before { content: attr(data-label) ": "; color: #555; } td:empty { display: none; }
        }
        @media print { body { margin: 0; max-width: none; font-size: 10pt; } nav { display: none; } thead { display: table-header-group; } tr { break-inside: avoid; } }
        """
    );

    private readonly ImportReport report;
    private readonly ReportTexts texts;
    private readonly ReportTables tables;

    private ReportPage(ImportReport report, ReportTexts texts)
    {
        this.report = report;
        this.texts = texts;
        tables = new(texts);
    }

    public static Markup Of(ImportReport report, ReportTexts texts) => new ReportPage(report, texts).Whole();

    private Markup Whole() =>
        Markup.Of(
            $"""
            <!DOCTYPE html>
            <html lang="{texts.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{ReportTables.Say(texts.Title, report.Path)}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <nav>{Markup.Join(ReportTexts.All.Where(other => other != texts).Select(LinkTo))}</nav>
            <h1>{report.Path}</h1>
            <p>{Outcome()}</p>
            <dl>
            {Markup.Join(
                Counts().Select(count => Markup.Of($"<div><dt>{count.Name}</dt><dd>{count.Value}</dd></div>"))
            )}
            </dl>
            {Numbers()}
            {Questions()}
            <h2>{texts.ToCorrect}</h2>
            {Findings()}
            {(report.Plan is { } plan ? new ChangeSections(texts).Of(plan) : Markup.Of($""))}
            </body>
            </html>
            """
        );

    private static Markup LinkTo(ReportTexts other) =>
        Markup.Of(
            $"""<a href="{other.FileName}" hreflang="{other.Language}" lang="{other.Language}">{other.Name}</a>"""
        );

    private string Outcome()
    {
        if (report.Plan is { } plan)
        {
            return ReportTables.Say(
                texts.Stored,
                plan.Seq.ToString(CultureInfo.InvariantCulture),
                plan.Source,
                plan.Version.Edition
            );
        }

        var cause = report.Findings.FirstOrDefault(finding => finding.Message == report.Cause);
        return $"{(report.Outcome == ReadingOutcome.Held ? texts.Held : texts.Rejected)} {cause?.SentenceIn(texts.Findings) ?? report.Cause}";
    }

    private IEnumerable<(string Name, string Value)> Counts()
    {
        yield return (texts.Source, report.Source);
        yield return (
            texts.Uploaded,
            report.LastModified.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        );
        yield return (texts.Read, tables.Number(report.Observations));
        yield return (
            texts.Kept,
            tables.Number(report.Findings.Where(IsRejection).Sum(finding => (decimal)finding.Figures))
        );
        yield return (texts.FindingCount, tables.Number(report.Findings.Count));
        if (report.Plan is { Counts: var counts })
        {
            yield return (texts.Added, tables.Number(counts.Added));
            yield return (texts.Revised, tables.Number(counts.Revised));
            yield return (texts.Retracted, tables.Number(counts.Retracted));
            yield return (texts.Restored, tables.Number(counts.Restored));
            yield return (texts.Unchanged, tables.Number(counts.Unchanged));
        }
    }

    private Markup Numbers()
    {
        if (report.Coverage is not { All: > 0 } coverage)
        {
            return Markup.Of($"");
        }

        var words = CoverageTexts.Of(texts.Language);
        var causes = words.CausesOf(coverage).ToList();
        return Markup.Of(
            $"""
            <section class="{(coverage.IsLow ? "warning" : "numbers")}">
            <h2>{words.Title}</h2>
            <p>{words.ShareOf(coverage)}{(coverage.IsLow ? " " + words.Low : "")}</p>
            <dl>
            {Markup.Join(words.PartsOf(coverage).Select(part => Markup.Of($"<div><dt>{part.Name}</dt><dd>{part.Count}</dd></div>")))}
            </dl>
            {(causes.Count == 0 ? Markup.Of($"") : Markup.Of(
                $"<h3>{words.Causes}</h3><ul>{Markup.Join(causes.Select(cause => Markup.Of($"<li>{cause}</li>")))}</ul>"
            ))}
            </section>
            """
        );
    }

    private Markup Questions() =>
        report.Questions.Count == 0
            ? Markup.Of($"")
            : Markup.Of(
                $"""
                <section class="warning">
                <h2>{texts.Questions}</h2>
                <p>{texts.QuestionsHelp}</p>
                <ol>
                {Markup.Join(report.Questions.Select(Item))}
                </ol>
                </section>
                """
            );

    private Markup Item(Question question) =>
        Markup.Of(
            $"""
            <li>{question.Text.In(texts.Language)} <span class="code">{ReportTables.Say(texts.FiguresOf, tables.Number(question.Figures))} {question.Sheet ?? ""} {question.Cells?.Split(' ')[0] ?? ""}</span>
            <ul>{Markup.Join(question.Options.Select(option => Markup.Of(
                $"<li>{option.Text.In(texts.Language)}: {option.Why.In(texts.Language)}</li>"
            )))}</ul></li>
            """
        );

    private Markup Findings()
    {
        if (report.Findings.Count == 0)
        {
            return Markup.Of($"<p>{texts.NothingToCorrect}</p>");
        }

        var kinds = RepairOrder
            .Of(report.Findings)
            .GroupBy(finding => (finding.Severity, finding.Code))
            .GroupBy(kind => kind.Key.Severity, StringComparer.Ordinal);
        var severities = RepairOrder.Severities.Zip(texts.Severities).ToDictionary(StringComparer.Ordinal);
        return Markup.Of(
            $"""
            <p>{ReportTables.Say(texts.Annotated, ImportReport.AnnotatedName(report.Path))}</p>
            {Markup.Join(kinds.Select(severity => Markup.Of(
                $"""
                <section class="{severity.Key}">
                <h2>{severities[severity.Key]}</h2>
                {Markup.Join(severity.Select(kind => Kind(kind.Key.Code, [.. kind])))}
                </section>
                """
            )))}
            """
        );
    }

    private Markup Kind(string code, List<ReportFinding> findings)
    {
        var figures = findings.Where(IsRejection).Sum(finding => (decimal)finding.Figures);
        var title = texts.Findings.Title(code) ?? FindingTexts.English.Title(code) ?? code;
        var heading =
            figures > 0
                ? ReportTables.Say(texts.KindWithFigures, title, tables.Number(findings.Count), tables.Number(figures))
                : ReportTables.Say(texts.Kind, title, tables.Number(findings.Count));
        return Markup.Of(
            $"""
            <h3>{heading} <span class="code">{code}</span></h3>
            {tables.Of(
                [(texts.Place, "p"), (texts.Found, ""), (texts.Wrong, ""), (texts.ToDo, "")],
                findings.Select(Cells),
                findings.Count
            )}
            """
        );
    }

    private string[] Cells(ReportFinding finding) =>
        [PlaceOf(finding), finding.Raw ?? "", finding.SentenceIn(texts.Findings), AdviceOn(finding)];

    private string AdviceOn(ReportFinding finding) =>
        AnswerChange.FindQuestion(finding, report.Questions) is null
            ? finding.AdviceIn(texts.Findings)
            : texts.ToAnswer;

    private string PlaceOf(ReportFinding finding) =>
        (finding.Sheet, finding.Cell) switch
        {
            (null or "", null) => texts.WholeFile,
            (null or "", { } cell) => cell,
            ({ } sheet, null) => sheet,
            ({ } sheet, { } cell) => $"{sheet}!{cell}",
        };

    private static bool IsRejection(ReportFinding finding) =>
        finding.Severity.StartsWith("reject", StringComparison.Ordinal);
}
