using System.Globalization;
using Azure.Data.Tables;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>A row of <c>Revisions</c>.</summary>
internal static class RevisionEntity
{
    public static TableEntity Of(Plan plan, Revision revision) =>
        Of(new StoredRevision(plan.Source, plan.Seq, plan.PlannedAt, revision));

    public static TableEntity Of(StoredRevision row)
    {
        var revision = row.Change;
        var key = new TradeKey(row.Source, revision.Key);
        var entity = new TableEntity(key.Partition, key.RevisionRow(row.Seq))
        {
            ["Kind"] = revision.Kind.ToString().ToLowerInvariant(),
            ["Source"] = row.Source,
            ["Seq"] = row.Seq,
            ["At"] = row.At,
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

    /// <summary>Null where a column cannot be read, or is not what would be written.</summary>
    public static StoredRevision? ReadExactly(TableEntity entity)
    {
        try
        {
            var row = Read(entity);
            return Of(row).All(column => Equals(column.Value, entity[column.Key])) ? row : null;
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <exception cref="FormatException">The keys are not those of a revision.</exception>
    public static StoredRevision Read(TableEntity entity)
    {
        var (key, seq) = TradeKey.ParseRevision(entity.PartitionKey, entity.RowKey);
        var change = new Revision(
            key.Key,
            Enum.Parse<RevisionKind>(entity.GetString("Kind"), ignoreCase: true),
            Number(entity, "OldValueText"),
            Number(entity, "NewValueText"),
            Status(entity, "OldStatus"),
            Status(entity, "NewStatus"),
            entity.GetString("OldUpload"),
            entity.GetString("NewUpload")
        );
        return new(key.Source, seq, entity.GetDateTimeOffset("At")!.Value, change);
    }

    private static decimal? Number(TableEntity entity, string column) =>
        entity.GetString(column) is { } text
            ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
            : null;

    private static ObservationStatus? Status(TableEntity entity, string column) =>
        entity.GetString(column) is { } text ? Enum.Parse<ObservationStatus>(text) : null;
}
