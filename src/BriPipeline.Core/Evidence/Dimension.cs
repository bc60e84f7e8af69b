namespace BriPipeline.Core.Evidence;

/// <summary>What a label describes.</summary>
public enum Dimension
{
    Reporter,
    Partner,
    Flow,
    Commodity,
    Unit,
    Period,

    /// <summary>A series apart, as seasonally adjusted.</summary>
    Variant,

    /// <summary>A dimension that the store does not model (transport, procedure): only its total member is stored.</summary>
    Unmodelled,

    /// <summary>What the publisher says of the figure itself: provisional, estimated, missing.</summary>
    Status,

    /// <summary>How often the figures of a series are published, which settles what their dates stand for.</summary>
    Frequency,

    /// <summary>How a value is counted: FOB, CIF.</summary>
    Valuation,
}
