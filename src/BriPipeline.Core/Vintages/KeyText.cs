using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>Keys within a source as one text, for manifests and plans: <c>KAZ-CHN/TOTAL|X|USD|~SA|M|2023-07</c>, and
/// <c>KAZ/CHN|TOTAL|X|USD|~SA|M</c> for a series.</summary>
public static class KeyText
{
    public static string Of(ObservationKey key)
    {
        var tradeKey = new TradeKey("", key);
        return $"{tradeKey.Partition}/{tradeKey.Row}";
    }

    public static string Of(SeriesKey key) => $"{SeriesTableKey.Partition(key)}/{SeriesTableKey.Row("", key)}";

    /// <exception cref="FormatException">The text is not the key of an observation.</exception>
    public static ObservationKey Parse(string text)
    {
        var (partition, row) = Split(text);
        return TradeKey.Parse(partition, row).Key;
    }

    /// <exception cref="FormatException">The text is not the key of a series.</exception>
    public static SeriesKey ParseSeries(string text)
    {
        var (partition, row) = Split(text);
        return SeriesTableKey.Parse(partition, row).Key;
    }

    private static (string Partition, string Row) Split(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? throw new FormatException($"'{text}' is not the text of a key.")
            : (text[..slash], text[(slash + 1)..]);
    }
}
