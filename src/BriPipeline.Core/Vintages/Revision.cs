using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>A row of <c>Revisions</c>: how one import changed one figure.</summary>
/// <param name="OldValue">In whole units; null where there was no row.</param>
/// <param name="OldUpload"><c>{source}/{path}</c>.</param>
public sealed record Revision(
    ObservationKey Key,
    RevisionKind Kind,
    decimal? OldValue,
    decimal? NewValue,
    ObservationStatus? OldStatus,
    ObservationStatus? NewStatus,
    string? OldUpload,
    string? NewUpload
);
