namespace BriPipeline.Core.Trade;

/// <summary>The direction of trade as published (IMTS 2010; names are the codes of the public contract).</summary>
public enum TradeFlow
{
    /// <summary>Exports.</summary>
    X,

    /// <summary>Domestic exports.</summary>
    DX,

    /// <summary>Re-exports.</summary>
    RX,

    /// <summary>Imports, by country of origin.</summary>
    M,

    /// <summary>Imports, by country of consignment.</summary>
    MC,

    /// <summary>Re-imports.</summary>
    RM,

    /// <summary>Turnover (exports plus imports) as published.</summary>
    T,
}

public static class TradeFlows
{
    /// <summary>Exports in whichever definition they are published.</summary>
    public static bool IsExports(this TradeFlow flow) => flow is TradeFlow.X or TradeFlow.DX;

    /// <summary>Imports in whichever definition they are published.</summary>
    public static bool IsImports(this TradeFlow flow) => flow is TradeFlow.M or TradeFlow.MC;

    /// <summary>Exports of all their kinds, imports of all theirs.</summary>
    public static TradeFlow General(this TradeFlow flow) =>
        flow switch
        {
            TradeFlow.DX or TradeFlow.RX => TradeFlow.X,
            TradeFlow.MC or TradeFlow.RM => TradeFlow.M,
            _ => flow,
        };
}
