using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>Flows by the letters that publishers print in a column of their own, and in one word for both.</summary>
internal static class FlowText
{
    /// <summary>A word for the sum of exports and imports.</summary>
    public static string Turnover => Vocabulary.Phrases("flows", nameof(TradeFlow.T)).First();

    private static readonly Lazy<Dictionary<string, TradeFlow>> ByCode = new(() =>
        Vocabulary
            .Section("flowCodes")
            .ToDictionary(
                entry => entry.Phrase,
                entry => Enum.Parse<TradeFlow>(entry.Key),
                StringComparer.OrdinalIgnoreCase
            )
    );

    private static readonly Lazy<HashSet<string>> Both = new(() => Vocabulary.Set("words", "exportsAndImports"));

    /// <summary>Every letter code with its flow.</summary>
    public static IReadOnlyDictionary<string, TradeFlow> Codes => ByCode.Value;

    /// <summary>The flow of a letter code; null for digits, which mean one thing here and another there.</summary>
    public static TradeFlow? OfCode(string text) => ByCode.Value.TryGetValue(text.Trim(), out var flow) ? flow : null;

    /// <summary>"Imports and exports" in one word.</summary>
    public static bool NamesBoth(string word) => Both.Value.Contains(word);
}
