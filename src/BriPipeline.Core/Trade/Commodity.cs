namespace BriPipeline.Core.Trade;

/// <summary>What was traded: <c>TOTAL</c>, <c>HS.27</c> (up to six digits, international), <c>HS.12019019</c> or
/// <c>HTS.01</c> (national detail), <c>SITC.333</c>, or <c>N.slug</c> for a name without a code.</summary>
public readonly record struct Commodity(string Code)
{
    /// <summary>All commodities. Explicit: never the sum of what happens to be listed.</summary>
    public static readonly Commodity Total = new("TOTAL");

    /// <summary>The scheme of codes of the Harmonized System.</summary>
    public const string HarmonizedSystem = "HS";

    public override string ToString() => Code;
}
