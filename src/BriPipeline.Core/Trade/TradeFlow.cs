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
