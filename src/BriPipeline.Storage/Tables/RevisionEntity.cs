using System.Globalization;
using Azure.Data.Tables;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>A row of <c>Revisions</c>.</summary>
internal static class RevisionEntity
{
    public static TableEntity Of(Plan plan, Revision revision)
    {
        var key = new TradeKey(plan.Source, revision.Key);
        var entity = new TableEntity(key.Partition, key.RevisionRow(plan.Seq))
        {
            ["Kind"] = revision.Kind.ToString().ToLowerInvariant(),
            ["Source"] = plan.Source,
            ["Seq"] = plan.Seq,
            ["At"] = plan.PlannedAt,
        };
        entity.AddUnlessNull("OldValue", (double?)revision.OldValue);
        entity.AddUnlessNull("OldValueText", revision.OldValue?.ToString(CultureInfo.InvariantCulture));
        entity.AddUnlessNull("NewValue", (double?)revision.NewValue);
        entity.AddUnlessNull("NewValueText", revision.NewValue?.ToString(CultureInfo.InvariantCulture));
        entity.AddUnlessNull("OldStatus", revision.OldStatus?.ToString());
        entity.AddUnlessNull("NewStatus", revision.NewStatus?.ToString());
        entity.AddUnlessNull("OldUpload", revision.OldUpload);
        entity.AddUnlessNull("NewUpload", revision.NewUpload);
        EntityLimits.Check(entity);
        return entity;
    }
}
