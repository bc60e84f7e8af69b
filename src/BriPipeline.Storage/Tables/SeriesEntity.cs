using Azure.Data.Tables;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>A row of <c>Series</c>.</summary>
internal static class SeriesEntity
{
    public static TableEntity Of(SeriesRow row)
    {
        var key = row.Key;
        var entity = new TableEntity(SeriesTableKey.Partition(key), SeriesTableKey.Row(row.Source, key))
        {
            ["Reporter"] = key.Reporter.Code,
            ["Partner"] = key.Partner.Code,
            ["Flow"] = key.Flow.ToString(),
            ["Commodity"] = key.Commodity.Code,
            ["Unit"] = key.Unit.Code,
            ["Source"] = row.Source,
            ["Frequency"] = key.Frequency.ToString(),
            ["First"] = row.First.ToString(),
            ["Last"] = row.Last.ToString(),
            ["Count"] = row.Count,
            ["Edition"] = row.Edition,
            ["Upload"] = row.Upload,
            ["SchemaVersion"] = SeriesRow.SchemaVersion,
        };
        entity.AddUnlessNull("Variant", key.Variant);
        EntityLimits.Check(entity);
        return entity;
    }

    /// <exception cref="FormatException">The keys are not those of a series.</exception>
    public static SeriesRow Read(TableEntity entity)
    {
        var (source, key) = SeriesTableKey.Parse(entity.PartitionKey, entity.RowKey);
        return new(
            key,
            TimePeriod.Parse(entity.GetString("First"), key.Frequency),
            TimePeriod.Parse(entity.GetString("Last"), key.Frequency),
            entity.GetInt32("Count") ?? 0,
            source,
            entity.GetString("Edition"),
            entity.GetString("Upload")
        );
    }

    /// <summary>The row if every column is as <see cref="Of"/> writes it, else null.</summary>
    public static SeriesRow? ReadExactly(TableEntity entity)
    {
        try
        {
            var row = Read(entity);
            return StoredColumns.AreEqual(Of(row), entity) ? row : null;
        }
        catch (Exception e)
            when (e is FormatException or ArgumentException or InvalidOperationException or NullReferenceException)
        {
            return null;
        }
    }
}
