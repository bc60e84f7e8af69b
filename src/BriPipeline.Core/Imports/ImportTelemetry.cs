using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BriPipeline.Core.Imports;

/// <summary>What imports tell whoever listens from outside: one trace an upload, and ten measurements. Nothing here is ever read back,
/// so the result of an import does not depend on it; without a listener nothing is created.</summary>
public static class ImportTelemetry
{
    /// <summary>Of the source of traces and of the meter.</summary>
    public const string Name = "BriPipeline";

    private static readonly ActivitySource Traces = new(Name);
    private static readonly Meter Meter = new(Name);

    internal static readonly Counter<long> Notifications = Count(
        "notifications",
        "{upload}",
        "Uploads that an event or a sweep told of"
    );

    internal static readonly Counter<long> LeasesHeld = Count(
        "leases.held",
        "{lease}",
        "Times that another worker had the source"
    );

    internal static readonly Counter<long> Outages = Count("outages", "{try}", "Tries given back: storage was away");

    internal static readonly Counter<long> RowsWritten = Count(
        "rows.written",
        "{row}",
        "Rows of tables that plans wrote"
    );

    internal static readonly Counter<long> SummariesMarked = Count(
        "summaries.marked",
        "{summary}",
        "Summaries whose figures changed"
    );

    private static readonly Counter<long> Imports = Count(
        "imports",
        "{upload}",
        "Uploads that ended or are held, by state"
    );
    private static readonly Counter<long> Figures = Count("figures", "{figure}", "Figures read");
    private static readonly Counter<long> Findings = Count("findings", "{finding}", "Findings");
    private static readonly Histogram<double> Wait = Time(
        "import.wait",
        "From the record in the ledger to the first try"
    );
    private static readonly Histogram<double> Duration = Time("import.duration", "From the first try to the end");

    /// <summary>An upload is told of: the first span of its trace.</summary>
    internal static Activity? StartNotification(string source, string path) =>
        Of(Traces.StartActivity("upload.notify", ActivityKind.Consumer), source, path);

    /// <summary>A try of an upload, in the trace that its ledger's row names.</summary>
    internal static Activity? StartTry(UploadRecord record) =>
        Of(Traces.StartActivity("upload.import", ActivityKind.Consumer, record.TraceParent), record.Source, record.Path)
            ?.SetTag("upload.version", record.Version)
            .SetTag("upload.try", record.Tries);

    /// <summary>A stage of the try that runs.</summary>
    internal static Activity? StartStage(string name) => Traces.StartActivity(name);

    internal static void Fail(this Activity? activity, Exception fault) =>
        activity?.SetStatus(ActivityStatusCode.Error, fault.Message).SetTag("error.type", fault.GetType().FullName);

    /// <summary>An upload reached a final state.</summary>
    internal static void CountEnd(UploadRecord record)
    {
        Imports.Add(1, new KeyValuePair<string, object?>("state", record.State.ToString()));
        Figures.Add(record.Observations);
        Findings.Add(record.Findings);
        if (record.StartedAt is { } started)
        {
            Wait.Record((started - record.ReceivedAt).TotalSeconds);
            if (record.EndedAt is { } ended)
            {
                Duration.Record((ended - started).TotalSeconds);
            }
        }
    }

    private static Activity? Of(Activity? activity, string source, string path) =>
        activity?.SetTag("upload.source", source).SetTag("upload.path", path);

    private static Counter<long> Count(string name, string unit, string description) =>
        Meter.CreateCounter<long>($"bripipeline.{name}", unit, description);

    private static Histogram<double> Time(string name, string description) =>
        Meter.CreateHistogram<double>($"bripipeline.{name}", "s", description);
}
