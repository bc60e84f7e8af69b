namespace BriPipeline.Core.Trade;

/// <summary>How exactly a value was published, and when two prints of different exactness are equal.</summary>
public static class Precision
{
    /// <summary>The size of the last published digit in whole units: 100 for 24203.9 thousand.</summary>
    /// <param name="decimals">Decimals shown; the value's own digits count where it has more (a cell shown as 0.0 may hold 0.123).</param>
    public static decimal LastDigit(decimal value, int multiplier, int? decimals)
    {
        var published = WithoutTrailingZeros(multiplier >= 0 ? value / Power(multiplier) : value * Power(-multiplier));
        var digits = Math.Max(decimals ?? 0, published.Scale);
        return multiplier >= digits ? Power(multiplier - digits) : 1m / Power(Math.Min(28, digits - multiplier));
    }

    /// <summary>True if the values are equal: exactly at one precision, else within half of the coarser's last digit.</summary>
    public static bool AreEqual(decimal value, decimal lastDigit, decimal other, decimal otherLastDigit) =>
        lastDigit == otherLastDigit
            ? value == other
            : Math.Abs(value - other) <= Math.Max(lastDigit, otherLastDigit) / 2;

    public static decimal WithoutTrailingZeros(decimal value) => value / 1.0000000000000000000000000000m;

    /// <summary>Ten to a power of 0 to 28.</summary>
    internal static decimal Power(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}
