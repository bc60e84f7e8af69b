namespace BriPipeline.Core.Trade;

/// <summary>A currency that took the place of one with the same name, at another size: the name alone does not say which is meant
/// where a table shows periods of both.</summary>
/// <param name="Since">The day of the change.</param>
/// <remarks>Source: ISO 4217, list three (codes of historic denominations).</remarks>
public sealed record Redenomination(Unit Unit, Unit Before, DateOnly Since)
{
    public static IReadOnlyList<Redenomination> All { get; } =
    [
        Of("AOA", "AON", 1999, 12),
        Of("AZN", "AZM", 2006, 1),
        Of("BGN", "BGL", 1999, 7),
        Of("BRL", "BRR", 1994, 7),
        Of("BYN", "BYR", 2016, 7),
        Of("GHS", "GHC", 2007, 7),
        Of("MRU", "MRO", 2018, 1),
        Of("MXN", "MXP", 1993, 1),
        Of("MZN", "MZM", 2006, 7),
        Of("PLN", "PLZ", 1995, 1),
        Of("RON", "ROL", 2005, 7),
        Of("RUB", "RUR", 1998, 1),
        Of("STN", "STD", 2018, 1),
        Of("TMT", "TMM", 2009, 1),
        Of("TRY", "TRL", 2005, 1),
        Of("VES", "VEF", 2018, 8),
        Of("ZMW", "ZMK", 2013, 1),
    ];

    private static Redenomination Of(string code, string before, int year, int month) =>
        new(new(code), new(before), new(year, month, 1));
}
