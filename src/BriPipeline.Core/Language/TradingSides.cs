using System.Text.RegularExpressions;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>Words over columns of areas for the sides of trade that they take: "Exporter", "importing country".</summary>
internal static class TradingSides
{
    private static readonly Lazy<Regex> Exporter = Words("exporter");

    private static readonly Lazy<Regex> Importer = Words("importer");

    /// <summary>Exports for words for the exporter, imports for those for the importer; null for any other text.</summary>
    public static TradeFlow? Of(string heading) =>
        (Exporter.Value.IsMatch(heading), Importer.Value.IsMatch(heading)) switch
        {
            (true, false) => TradeFlow.X,
            (false, true) => TradeFlow.M,
            _ => null,
        };

    private static Lazy<Regex> Words(string side) =>
        WordPattern.Lazy(() => WordPattern.Of(Vocabulary.Phrases("words", side)));
}
