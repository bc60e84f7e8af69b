using System.Globalization;
using Azure.Data.Tables;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>A row of <c>Trade</c> or, under other keys, of <c>TradeByPeriod</c>.</summary>
internal static class TradeEntity
{
    public static TableEntity OfTrade(TradeRow row)
    {
        var key = new TradeKey(row.Source, row.Key);
        return Of(row, key.Partition, key.Row);
    }

    public static TableEntity OfPeriod(TradeRow row)
    {
        var key = new TradeKey(row.Source, row.Key);
        return Of(row, key.PeriodPartition, key.PeriodRow);
    }

    /// <exception cref="FormatException">The columns are not those of a figure.</exception>
    public static TradeRow Read(TableEntity entity)
    {
        var variant = entity.GetString("Variant");
        var frequency = Enum.Parse<Frequency>(Text(entity, "Frequency"));
        return new TradeRow
        {
            Key = new ObservationKey(
                new Area(Text(entity, "Reporter")),
                new Area(Text(entity, "Partner")),
                Enum.Parse<TradeFlow>(Text(entity, "Flow")),
                new Commodity(Text(entity, "Commodity")),
                new Unit(Text(entity, "Unit")),
                TimePeriod.Parse(Text(entity, "Period"), frequency),
                variant
            ),
            Source = Text(entity, "Source"),
            Value = decimal.Parse(Text(entity, "ValueText"), NumberStyles.Float, CultureInfo.InvariantCulture),
            Multiplier = entity.GetInt32("Multiplier") ?? 0,
            Decimals = entity.GetInt32("Decimals"),
            Status = Enum.Parse<ObservationStatus>(Text(entity, "Status")),
            Valuation = entity.GetString("Valuation"),
            TradeSystem = entity.GetString("TradeSystem"),
            Nomenclature = entity.GetString("Nomenclature"),
            Note = entity.GetString("Note"),
            PartnerLabel = entity.GetString("PartnerLabel"),
            CommodityLabel = entity.GetString("CommodityLabel"),
            Edition = Text(entity, "Edition"),
            Upload = Text(entity, "Upload"),
            Sha256 = entity.GetString("Sha256"),
            Sheet = Text(entity, "Sheet"),
            Cell = Text(entity, "Cell"),
            Raw = Text(entity, "Raw"),
            Seq = entity.GetInt64("Seq") ?? throw Lacks("Seq"),
            FirstSeen = entity.GetDateTimeOffset("FirstSeen") ?? throw Lacks("FirstSeen"),
            LastChanged = entity.GetDateTimeOffset("LastChanged") ?? throw Lacks("LastChanged"),
        };
    }

    /// <summary>The row if every column is as <paramref name="write"/> writes it, else null.</summary>
    public static TradeRow? ReadExactly(TableEntity entity, Func<TradeRow, TableEntity> write)
    {
        try
        {
            var row = Read(entity);
            return StoredColumns.AreEqual(write(row), entity) ? row : null;
        }
        catch (Exception e)
            when (e is FormatException or ArgumentException or InvalidOperationException or OverflowException)
        {
            return null;
        }
    }

    private static TableEntity Of(TradeRow row, string partition, string rowKey)
    {
        var key = row.Key;
        var entity = new TableEntity(partition, rowKey)
        {
            ["Reporter"] = key.Reporter.Code,
            ["Partner"] = key.Partner.Code,
            ["Flow"] = key.Flow.ToString(),
            ["Commodity"] = key.Commodity.Code,
            ["Unit"] = key.Unit.Code,
            ["Source"] = row.Source,
            ["Frequency"] = key.Period.Frequency.ToString(),
            ["Period"] = key.Period.ToString(),
            ["Value"] = (double)row.Value,
            ["ValueText"] = row.Value.ToString(CultureInfo.InvariantCulture),
            ["Multiplier"] = row.Multiplier,
            ["Status"] = row.Status.ToString(),
            ["Edition"] = row.Edition,
            ["Upload"] = row.Upload,
            ["Sheet"] = row.Sheet,
            ["Cell"] = row.Cell,
            ["Raw"] = row.Raw,
            ["Seq"] = row.Seq,
            ["FirstSeen"] = row.FirstSeen,
            ["LastChanged"] = row.LastChanged,
        };
        entity.AddUnlessNull("Variant", key.Variant);
        entity.AddUnlessNull("Decimals", row.Decimals);
        entity.AddUnlessNull("Valuation", row.Valuation);
        entity.AddUnlessNull("TradeSystem", row.TradeSystem);
        entity.AddUnlessNull("Nomenclature", row.Nomenclature);
        entity.AddUnlessNull("Note", row.Note);
        entity.AddUnlessNull("PartnerLabel", row.PartnerLabel);
        entity.AddUnlessNull("CommodityLabel", row.CommodityLabel);
        entity.AddUnlessNull("Sha256", row.Sha256);
        EntityLimits.Check(entity);
        return entity;
    }

    private static string Text(TableEntity entity, string column) => entity.GetString(column) ?? throw Lacks(column);

    private static FormatException Lacks(string column) => new($"A row lacks the column {column}.");
}
