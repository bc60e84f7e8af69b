namespace BriPipeline.Core.Layouts;

/// <summary>Keys of words that limit which name goods, and not ways of trade or traders.</summary>
internal static class Goods
{
    private static readonly string[] Keys =
    [
        "oil",
        "gas",
        "energy",
        "mineral",
        "agricultural",
        "food",
        "textiles",
        "chemicals",
        "machinery",
        "metals",
        "military",
        "end-use",
    ];

    public static bool Are(string key) => Keys.Contains(key, StringComparer.Ordinal);
}
