using BriPipeline.Core.Observations;

namespace BriPipeline.Core.Vintages;

/// <summary>A key within a source as one text, <c>KAZ-CHN/TOTAL|X|USD|~SA|M|2023-07</c>, for manifests and plans.</summary>
public static class KeyText
{
    public static string Of(ObservationKey key)
    {
        var tradeKey = new TradeKey("", key);
        return $"{tradeKey.Partition}/{tradeKey.Row}";
    }

    /// <exception cref="FormatException">The text is not such a key.</exception>
    public static ObservationKey Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? throw new FormatException($"'{text}' is not the text of a key.")
            : TradeKey.Parse(text[..slash], text[(slash + 1)..]).Key;
    }
}
