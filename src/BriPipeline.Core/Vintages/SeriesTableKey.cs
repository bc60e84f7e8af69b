using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>The keys of <c>Series</c>: partition <c>KAZ</c>, row <c>CHN|TOTAL|X|USD|kz-bns~SA|M</c>.</summary>
public static class SeriesTableKey
{
    public static string Partition(SeriesKey key) => key.Reporter.Code;

    public static string Row(string source, SeriesKey key) =>
        $"{key.Partner}|{key.Commodity}|{key.Flow}|{key.Unit}|{TradeKey.SourceAndVariant(source, key.Variant)}|{key.Frequency}";

    /// <exception cref="FormatException">The texts are not such a key.</exception>
    public static (string Source, SeriesKey Key) Parse(string partition, string row)
    {
        var parts = row.Split('|');
        if (
            parts.Length != 6
            || !Enum.TryParse<TradeFlow>(parts[2], out var flow)
            || !Enum.TryParse<Frequency>(parts[5], out var frequency)
        )
        {
            throw new FormatException($"'{partition}' and '{row}' are not the key of a series.");
        }

        var (source, variant) = TradeKey.SplitVariant(parts[4]);
        return (
            source,
            new SeriesKey(new(partition), new(parts[0]), flow, new(parts[1]), new(parts[3]), frequency, variant)
        );
    }
}
