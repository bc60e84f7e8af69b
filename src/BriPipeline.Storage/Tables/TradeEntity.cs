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
        var row = new TradeRow
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
        foreach (var attribute in FigureAttribute.All)
        {
            if (entity.GetString(attribute.Name) is { } text)
            {
                row = (TradeRow)attribute.With(row, text);
            }
        }

        return row;
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
        var entity = new TableEntity(partition, rowKey);
        foreach (var column in TradeColumn.All)
        {
            var value = column.Value(row);
            if (value is decimal exact)
            {
                // Tables have no decimal.
                entity[column.Name] = (double)exact;
                entity[column.Name + "Text"] = exact.ToString(CultureInfo.InvariantCulture);
            }
            else
            {
                entity.AddUnlessNull(column.Name, value);
            }
        }

        EntityLimits.Check(entity);
        return entity;
    }

    private static string Text(TableEntity entity, string column) => entity.GetString(column) ?? throw Lacks(column);

    private static FormatException Lacks(string column) => new($"A row lacks the column {column}.");
}
