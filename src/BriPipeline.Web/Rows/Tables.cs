using BriPipeline.Core.Findings;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Handlers;

namespace BriPipeline.Web.Rows;

/// <summary>The columns of everything that is handed out beside figures.</summary>
public static class Tables
{
    public static IReadOnlyList<Column<SeriesRow>> Series { get; } =
    [
        new("reporter", "string", "Area that reports", row => row.Key.Reporter.Code),
        new("partner", "string", "Area traded with", row => row.Key.Partner.Code),
        new("flow", "string", "X, DX, RX, M, MC, RM or T", row => row.Key.Flow.ToString()),
        new("commodity", "string", "TOTAL or a code with its nomenclature", row => row.Key.Commodity.Code),
        new("unit", "string", "Currency or unit of quantity", row => row.Key.Unit.Code),
        new("source", "string", "Whose figures these are", row => row.Source),
        new("variant", "string", "What else tells two series of one key apart", row => row.Key.Variant),
        new("frequency", "string", "A, Q, M, C or F", row => row.Key.Frequency.ToString()),
        new("first", "string", "First period", row => row.First.ToString()),
        new("last", "string", "Last period", row => row.Last.ToString()),
        new("count", "integer", "How many periods", row => row.Count),
        new("edition", "string", "Latest edition shown", row => row.Edition),
        new("upload", "string", "Source and path of the upload", row => row.Upload),
        new("schema_version", "integer", "Version of the published columns", _ => SeriesRow.SchemaVersion),
    ];

    public static IReadOnlyList<Column<StoredRevision>> Revisions { get; } =
    [
        new("reporter", "string", "Area that reports", row => row.Change.Key.Reporter.Code),
        new("partner", "string", "Area traded with", row => row.Change.Key.Partner.Code),
        new("flow", "string", "X, DX, RX, M, MC, RM or T", row => row.Change.Key.Flow.ToString()),
        new("commodity", "string", "TOTAL or a code with its nomenclature", row => row.Change.Key.Commodity.Code),
        new("unit", "string", "Currency or unit of quantity", row => row.Change.Key.Unit.Code),
        new("source", "string", "Whose figures these are", row => row.Source),
        new("variant", "string", "What else tells two series of one key apart", row => row.Change.Key.Variant),
        new("frequency", "string", "A, Q, M, C or F", row => row.Change.Key.Period.Frequency.ToString()),
        new("period", "string", "Period of the figure", row => row.Change.Key.Period.ToString()),
        new("seq", "integer", "Import of the source that made the change", row => row.Seq),
        new("at", "string", "When, UTC", row => ColumnText.Of(row.At)),
        new(
            "kind",
            "string",
            "revised, precision, status, retracted, withdrawn, suppressed or restored",
            row => row.Change.Kind.ToString().ToLowerInvariant()
        ),
        new("old_value", "number", "In whole units; none where there was no row", row => row.Change.OldValue),
        new("new_value", "number", "In whole units; none where the row went", row => row.Change.NewValue),
        new("old_status", "string", "SDMX CL_OBS_STATUS before", row => row.Change.OldStatus?.ToString()),
        new("new_status", "string", "SDMX CL_OBS_STATUS after", row => row.Change.NewStatus?.ToString()),
        new("old_upload", "string", "Upload whose claim it was", row => row.Change.OldUpload),
        new("new_upload", "string", "Upload whose claim it is", row => row.Change.NewUpload),
        new(
            "note",
            "string",
            "Address of the publication note of the import",
            row => NoteHandlers.AddressOf(row.Source, row.Seq)
        ),
    ];

    public static IReadOnlyList<Column<RevisionSizes>> RevisionSizes { get; } =
    [
        new("reporter", "string", "Area that reports", row => row.Series.Reporter.Code),
        new("partner", "string", "Area traded with", row => row.Series.Partner.Code),
        new("flow", "string", "X, DX, RX, M, MC, RM or T", row => row.Series.Flow.ToString()),
        new("commodity", "string", "TOTAL or a code with its nomenclature", row => row.Series.Commodity.Code),
        new("unit", "string", "Currency or unit of quantity", row => row.Series.Unit.Code),
        new("source", "string", "Whose figures these are", row => row.Source),
        new("variant", "string", "What else tells two series of one key apart", row => row.Series.Variant),
        new("frequency", "string", "A, Q, M, C or F", row => row.Series.Frequency.ToString()),
        new("lag", "integer", "Months after each figure was first imported: 1, 2, 3, 6 or 12", row => row.Lag),
        new(
            "revisions",
            "string",
            "all, or scheduled and unscheduled where the source's profile says in which months it revises",
            row => row.Which.ToString().ToLowerInvariant()
        ),
        new("figures", "integer", "How many figures are that old; unrevised ones count as 0", row => row.Figures),
        new("mean", "number", "Mean revision of the first value, percent", row => row.Mean),
        new("mean_absolute", "number", "Mean absolute revision of the first value, percent", row => row.MeanAbsolute),
    ];

    public static IReadOnlyList<Column<FeedRow>> Changes { get; } =
    [
        new("number", "integer", "Without gaps, from 1", row => row.Number),
        new("source", "string", "Whose figures were imported", row => row.Source),
        new("seq", "integer", "Number of the import among those of its source", row => row.Seq),
        new("committed_at", "string", "When, UTC; grows with the number", row => ColumnText.Of(row.CommittedAt)),
        new("added", "integer", "Figures that are new", row => row.Counts.Added),
        new("revised", "integer", "Figures that changed", row => row.Counts.Revised),
        new("retracted", "integer", "Figures that went", row => row.Counts.Retracted),
        new("restored", "integer", "Figures that came back", row => row.Counts.Restored),
        new("unchanged", "integer", "Figures printed again", row => row.Counts.Unchanged),
        new("upload", "string", "Source and path of the upload", row => row.Upload),
        new("discarded", "string", "Why the plan was set aside; none where it was stored", row => row.Discarded),
        new("note", "string", "Address of its publication note", row => NoteHandlers.AddressOf(row.Source, row.Seq)),
    ];

    public static IReadOnlyList<Column<UploadRecord>> Uploads { get; } =
    [
        new("source", "string", "First folder below uploads", row => row.Source),
        new("path", "string", "Path below it", row => row.Path),
        new("version", "string", "This version among those of its path", row => row.Version),
        new(
            "state",
            "string",
            "Received, Reading, Held, Applying, Done, Rejected, Superseded or Failed",
            row => row.State.ToString()
        ),
        new(
            "cause",
            "string",
            "Why it is held, was rejected or failed; of an archive, which files it held",
            row => row.Cause
        ),
        new("sha256", "string", "Hash of the bytes", row => row.Sha256),
        new("size", "integer", "Bytes", row => row.Size),
        new("tries", "integer", "How often it was started", row => row.Tries),
        new("observations", "integer", "Figures read", row => row.Observations),
        new("findings", "integer", "Findings of any severity", row => row.Findings),
        new("questions", "integer", "Questions that wait for a person", row => row.Questions),
        new("figures_waiting", "integer", "Figures that hang on them", row => row.FiguresWaiting),
        new("added", "integer", "Figures that are new", row => row.Added),
        new("revised", "integer", "Figures that changed", row => row.Revised),
        new("retracted", "integer", "Figures that went", row => row.Retracted),
        new("restored", "integer", "Figures that came back", row => row.Restored),
        new("unchanged", "integer", "Figures printed again", row => row.Unchanged),
        new("received_at", "string", "When it was entered, UTC", row => ColumnText.Of(row.ReceivedAt)),
        new(
            "ended_at",
            "string",
            "When it came to its end, UTC",
            row => row.EndedAt is { } at ? ColumnText.Of(at) : null
        ),
    ];

    public static IReadOnlyList<Column<ReportFinding>> Findings { get; } =
    [
        new("file", "string", "Name of the file", row => row.File),
        new("severity", "string", "reject-workbook, reject-cell, warning or note", row => row.Severity),
        new("code", "string", "Code of the catalogue", row => row.Code),
        new("sheet", "string", "Sheet of the workbook", row => row.Sheet),
        new("cell", "string", "Address or range", row => row.Cell),
        new("raw", "string", "What stands there", row => row.Raw),
        new("message", "string", "What is wrong or odd", row => row.Message),
        new("advice", "string", "What to do", row => row.Advice),
    ];

    public static IReadOnlyList<Column<AnswerChange>> Answers { get; } =
    [
        new("kind", "string", "Kind of the question", row => row.Kind.ToString()),
        new("about", "string", "What the question is about, as it has it", row => row.About),
        new("files", "string", "Pattern of file names; that of the question where it is left out", row => row.Files),
        new("is", "string", "An option, a code, or leave-out; null withdraws", row => row.Is),
    ];

    public static IReadOnlyList<Column<SummaryRecord>> Summaries { get; } =
    [
        new("subject", "string", "Reporter, pair, or region and partner", row => row.Subject),
        new("period", "string", "Period that is summarised", row => row.Period.ToString()),
        new("edition", "integer", "Number of the newest edition; 0 before the first", row => row.Edition),
        new("state", "string", "draft or approved", row => row.Approved ? "approved" : "draft"),
        new("approvedReason", "string", "Why it was approved although findings are open", row => row.Approval?.Reason),
        new("reason", "string", "Why there is no edition yet", row => row.Reason),
        new(
            "documents",
            "string",
            "Addresses of its documents, apart by a blank",
            row => string.Join(' ', row.Documents.Select(name => "/documents/" + name))
        ),
    ];
}
