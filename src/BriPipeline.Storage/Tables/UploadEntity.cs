using Azure.Data.Tables;
using BriPipeline.Core.Imports;

namespace BriPipeline.Storage;

/// <summary>A row of <c>Uploads</c>.</summary>
internal static class UploadEntity
{
    public static TableEntity Of(UploadRecord record)
    {
        var entity = new TableEntity(
            UploadKey.PartitionOf(record.Source),
            UploadKey.RowOf(record.Path, record.LastModified)
        )
        {
            ["Source"] = record.Source,
            ["Path"] = record.Path,
            ["LastModified"] = record.LastModified,
            ["UploadETag"] = record.ETag,
            ["State"] = record.State.ToString(),
            ["Accepted"] = record.Accepted,
            ["Tries"] = record.Tries,
            ["Observations"] = record.Observations,
            ["Written"] = record.Written,
            ["ToWrite"] = record.ToWrite,
            ["Added"] = record.Added,
            ["Revised"] = record.Revised,
            ["Retracted"] = record.Retracted,
            ["Restored"] = record.Restored,
            ["Unchanged"] = record.Unchanged,
            ["Findings"] = record.Findings,
            ["Questions"] = record.Questions,
            ["FiguresWaiting"] = record.FiguresWaiting,
            ["ReceivedAt"] = record.ReceivedAt,
        };
        entity.AddUnlessNull("IsStuck", record.IsStuck ? (bool?)true : null);
        entity.AddUnlessNull("Seen", record.Seen == 0 ? null : (long?)record.Seen);
        entity.AddUnlessNull("Receipt", record.Receipt);
        entity.AddUnlessNull("Size", record.Size);
        entity.AddUnlessNull("VersionId", record.VersionId);
        entity.AddUnlessNull("Sha256", record.Sha256);
        entity.AddUnlessNull("ProfileSha256", record.ProfileSha256);
        entity.AddUnlessNull("Seq", record.Seq);
        entity.AddUnlessNull("Layout", record.Layout);
        entity.AddUnlessNull("Cause", record.Cause is { Length: > 10_000 } cause ? cause[..10_000] : record.Cause);
        entity.AddUnlessNull("TraceParent", record.TraceParent);
        entity.AddUnlessNull("StartedAt", record.StartedAt);
        entity.AddUnlessNull("EndedAt", record.EndedAt);
        entity.AddUnlessNull("Report", record.Report);
        RowSum.Seal(entity);
        EntityLimits.Check(entity);
        return entity;
    }

    public static UploadRecord Read(TableEntity entity) =>
        new()
        {
            Source = entity.GetString("Source"),
            Path = entity.GetString("Path"),
            LastModified = entity.GetDateTimeOffset("LastModified")!.Value,
            Seen = entity.GetInt64("Seen") ?? 0,
            ETag = entity.GetString("UploadETag"),
            State = StateOf(entity) ?? UploadState.Failed,
            Accepted = entity.GetBoolean("Accepted") ?? false,
            IsStuck = entity.GetBoolean("IsStuck") ?? false,
            Tries = entity.GetInt32("Tries") ?? 0,
            Observations = entity.GetInt32("Observations") ?? 0,
            Written = entity.GetInt32("Written") ?? 0,
            ToWrite = entity.GetInt32("ToWrite") ?? 0,
            Added = entity.GetInt32("Added") ?? 0,
            Revised = entity.GetInt32("Revised") ?? 0,
            Retracted = entity.GetInt32("Retracted") ?? 0,
            Restored = entity.GetInt32("Restored") ?? 0,
            Unchanged = entity.GetInt32("Unchanged") ?? 0,
            Findings = entity.GetInt32("Findings") ?? 0,
            Questions = entity.GetInt32("Questions") ?? 0,
            FiguresWaiting = entity.GetInt32("FiguresWaiting") ?? 0,
            ReceivedAt = entity.GetDateTimeOffset("ReceivedAt") ?? default,
            Receipt = entity.GetString("Receipt"),
            Size = entity.GetInt64("Size"),
            VersionId = entity.GetString("VersionId"),
            Sha256 = entity.GetString("Sha256"),
            ProfileSha256 = entity.GetString("ProfileSha256"),
            Seq = entity.GetInt64("Seq"),
            Layout = entity.GetString("Layout"),
            Cause = StateOf(entity) is null
                ? $"The ledger's row names a state that is not known, '{entity.GetString("State")}': retry reads the upload again."
                : entity.GetString("Cause"),
            TraceParent = entity.GetString("TraceParent"),
            StartedAt = entity.GetDateTimeOffset("StartedAt"),
            EndedAt = entity.GetDateTimeOffset("EndedAt"),
            Report = entity.GetString("Report"),
        };

    /// <summary>Null where the row names none that this program knows: one row must not hide all others.</summary>
    private static UploadState? StateOf(TableEntity entity) =>
        Enum.TryParse<UploadState>(entity.GetString("State"), out var state) && Enum.IsDefined(state) ? state : null;
}
