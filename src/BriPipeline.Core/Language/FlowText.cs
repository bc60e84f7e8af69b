using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>Flows by the letters that publishers print in a column of their own.</summary>
internal static class FlowText
{
    private static readonly Dictionary<string, TradeFlow> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["X"] = TradeFlow.X,
        ["E"] = TradeFlow.X,
        ["EX"] = TradeFlow.X,
        ["EXP"] = TradeFlow.X,
        ["M"] = TradeFlow.M,
        ["I"] = TradeFlow.M,
        ["IM"] = TradeFlow.M,
        ["IMP"] = TradeFlow.M,
        ["DX"] = TradeFlow.DX,
        ["RX"] = TradeFlow.RX,
        ["RM"] = TradeFlow.RM,
        ["ЭК"] = TradeFlow.X,
        ["ИМ"] = TradeFlow.M,
    };

    /// <summary>The flow of a letter code; null for digits, which mean one thing here and another there.</summary>
    public static TradeFlow? OfCode(string text) => Codes.TryGetValue(text.Trim(), out var flow) ? flow : null;
}
