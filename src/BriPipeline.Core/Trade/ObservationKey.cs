namespace BriPipeline.Core.Trade;

/// <summary>A series of one source without its period: who reports what trade with whom, in which unit.</summary>
/// <param name="Variant">What else tells two published series apart (<c>SA</c>, <c>CONS</c>, <c>CIF</c>, ...); null for the plain one.</param>
public sealed record SeriesKey(
    Area Reporter,
    Area Partner,
    TradeFlow Flow,
    Commodity Commodity,
    Unit Unit,
    Frequency Frequency,
    string? Variant
);

/// <summary>What an observation is about: a series and a period.</summary>
public sealed record ObservationKey(
    Area Reporter,
    Area Partner,
    TradeFlow Flow,
    Commodity Commodity,
    Unit Unit,
    TimePeriod Period,
    string? Variant
)
{
    /// <summary>64 bits that differ for different keys, but for one pair in some 10^19; not stable between processes.</summary>
    public ulong Fingerprint =>
        ((ulong)(uint)GetHashCode() << 32)
        | (uint)HashCode.Combine(Variant, Period, Unit, Commodity, Flow, Partner, Reporter);

    public SeriesKey Series => new(Reporter, Partner, Flow, Commodity, Unit, Period.Frequency, Variant);
}
