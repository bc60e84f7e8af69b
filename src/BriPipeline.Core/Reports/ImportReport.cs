using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports.Annotation;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Reports;

/// <summary>What a statistician gets back for one version of an upload: a page in each language, <c>findings.json</c> and the
/// annotated workbook.</summary>
/// <param name="Outcome">What became of it: stored, held or rejected.</param>
/// <param name="Cause">Why nothing was stored, in English; null where it was.</param>
/// <param name="Plan">What was stored; null where nothing was.</param>
public sealed record ImportReport(
    string Source,
    string Path,
    DateTimeOffset LastModified,
    ReadingOutcome Outcome,
    string? Cause,
    int Observations,
    IReadOnlyList<ReportFinding> Findings,
    Plan? Plan
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>What waits for a person.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>What became of the numbers of the file; null where it could not be read.</summary>
    public Coverage? Coverage { get; init; }

    public static ImportReport Of(Plan plan) =>
        new(
            plan.Source,
            plan.Version.Path,
            plan.Version.LastModified,
            ReadingOutcome.Accepted,
            null,
            plan.Observations,
            plan.Findings,
            plan
        );

    /// <summary>Of a version that was held or rejected.</summary>
    public static ImportReport OfUnstored(
        string source,
        string path,
        DateTimeOffset lastModified,
        ReadingResult reading
    ) =>
        new(
            source,
            path,
            lastModified,
            reading.Outcome,
            reading.Cause,
            reading.Observations.Count,
            MoneyAtStake.Findings(path, reading),
            null
        );

    /// <summary>Of a version whose import failed for the last time.</summary>
    public static ImportReport OfFailed(string source, string path, DateTimeOffset lastModified, string cause) =>
        new(
            source,
            path,
            lastModified,
            ReadingOutcome.Rejected,
            cause,
            0,
            [ReportFinding.Of(path, Finding.OfFile(FindingCodes.ImportFailed, cause))],
            null
        );

    /// <summary>Name of a version among those of its path, as <c>20231123T061202.0000000Z</c>; ordinal order is upload order.</summary>
    public static string VersionOf(DateTimeOffset lastModified) =>
        lastModified.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'.'fffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Prefix of this report below <c>reports/</c>.</summary>
    public string Name => NameOf(Source, Path, LastModified);

    /// <summary>Prefix below <c>reports/</c>.</summary>
    public static string NameOf(string source, string path, DateTimeOffset lastModified) =>
        $"{source}/{path}/{VersionOf(lastModified)}";

    /// <summary>Name of the annotated workbook below that prefix.</summary>
    public static string AnnotatedName(string path) => AnnotatedWorkbook.NameOf(path[(path.LastIndexOf('/') + 1)..]);

    /// <summary>Writes all files of the report but the annotated workbook.</summary>
    internal async Task PutAsync(IReportStore reports, CancellationToken cancellation)
    {
        var name = Name;
        await reports.PutAsync($"{name}/findings.json", "application/json", FindingsJson(), cancellation);
        if (Plan is not null)
        {
            var changes = JsonSerializer.SerializeToUtf8Bytes(ReportChanges.Of(Plan), Json);
            await reports.PutAsync($"{name}/changes.json", "application/json", changes, cancellation);
        }

        foreach (var texts in ReportTexts.All)
        {
            await reports.PutAsync($"{name}/{texts.FileName}", "text/html; charset=utf-8", Html(texts), cancellation);
        }
    }

    /// <summary>Writes the annotated copy of the workbook, if there are findings. Its contents may make that fail,
    /// so it comes before a plan is written.</summary>
    /// <param name="upload">The version's bytes, seekable.</param>
    internal async Task AnnotateAsync(Stream upload, IReportStore reports, CancellationToken cancellation)
    {
        if (Findings.Count == 0)
        {
            return;
        }

        using var annotated = new MemoryStream();
        AnnotatedWorkbook.Write(upload, Path, Findings, annotated, Questions);
        await reports.PutAsync(
            $"{Name}/{AnnotatedName(Path)}",
            AnnotatedWorkbook.ContentType,
            annotated.GetBuffer().AsMemory(0, (int)annotated.Length),
            cancellation
        );
    }

    /// <summary>An array of <see cref="ReportFinding"/>.</summary>
    public byte[] FindingsJson() => JsonSerializer.SerializeToUtf8Bytes(Findings, Json);

    /// <summary>A page that needs nothing else.</summary>
    public byte[] Html(ReportTexts texts) => Encoding.UTF8.GetBytes(ReportPage.Of(this, texts).ToString() + "\n");
}
