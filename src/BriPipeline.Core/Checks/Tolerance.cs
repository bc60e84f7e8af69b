using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>How far rounding may take a sum from its published total.</summary>
internal static class Tolerance
{
    /// <summary>Doubles keep some fifteen digits; sums of them that a spreadsheet made keep fewer.</summary>
    private const decimal Dust = 1e-9m;

    private const int MaxPower = 28;

    private static readonly decimal[] Powers = [.. Enumerable.Range(-MaxPower, (2 * MaxPower) + 1).Select(PowerOf)];

    /// <summary>(n+1) · ½ · 10^(multiplier − decimals) for n addends, in whole units (DESIGN section 4, rule 4).</summary>
    /// <remarks>A figure without zeros at its end shows fewer decimals than it was published with, one with binary dust
    /// more: what nine in ten of the figures do not exceed is taken for all.</remarks>
    public static decimal OfSum(Observation total, IReadOnlyCollection<Observation> addends)
    {
        Span<int> counts = stackalloc int[30];
        var multiplier = total.Multiplier;
        counts[Decimals(total)]++;
        foreach (var addend in addends)
        {
            counts[Decimals(addend)]++;
            multiplier = Math.Max(multiplier, addend.Multiplier);
        }

        var figures = addends.Count + 1;
        var decimals = 0;
        for (var seen = counts[0]; seen * 10 < figures * 9; seen += counts[decimals])
        {
            decimals++;
        }

        return Math.Max(figures * Power(multiplier - decimals) / 2, Math.Abs(total.Value) * Dust);
    }

    /// <summary>Half of the last published digit, in whole units.</summary>
    public static decimal Of(Observation figure) => Power(figure.Multiplier - Decimals(figure)) / 2;

    private static int Decimals(Observation figure) => Math.Clamp(figure.Decimals ?? 0, 0, 28);

    private static decimal Power(int exponent) => Powers[Math.Clamp(exponent, -MaxPower, MaxPower) + MaxPower];

    private static decimal PowerOf(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++)
        {
            power = exponent > 0 ? power * 10 : power / 10;
        }

        return power;
    }
}
