using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>Whether a change on a year earlier may be said, and if not, why.</summary>
public enum ChangeKind
{
    /// <summary>Percent, and from twofold up the multiple.</summary>
    Measured,

    /// <summary>The base is nil and the amount is not.</summary>
    New,

    /// <summary>Both amounts are nil.</summary>
    BothNil,

    /// <summary>No figure a year earlier. Nothing published is not nil.</summary>
    NoBase,

    /// <summary>Withheld: the base is below <see cref="SummaryChange.MinBase"/>.</summary>
    SmallBase,

    /// <summary>Withheld: one of the amounts is estimated or not significant.</summary>
    Uncertain,

    /// <summary>Withheld: members of the region are missing in one of the sums.</summary>
    Incomplete,

    /// <summary>Only the difference is said: a percentage of an amount that may be negative means nothing.</summary>
    Signed,
}

/// <summary>The nominal change of an amount on the same period a year earlier.</summary>
/// <param name="Difference">Amount minus base, in whole units; null without a base.</param>
/// <param name="Percent">As printed: one decimal below twofold, none from there up.</param>
/// <param name="Multiple">Amount over base with one decimal, from twofold up.</param>
public sealed record SummaryChange(ChangeKind Kind, decimal? Difference, decimal? Percent, decimal? Multiple)
{
    /// <summary>The smallest base on which a change is measured, in whole units of the edition's currency.</summary>
    public const decimal MinBase = 1_000_000m;

    private const decimal MinMultiple = 2m;

    /// <summary>The change of an amount that cannot be negative, as exports.</summary>
    public static SummaryChange Between(SummaryAmount now, SummaryAmount? yearEarlier)
    {
        if (yearEarlier is null)
        {
            return new(ChangeKind.NoBase, null, null, null);
        }

        if (now.LacksMembers || yearEarlier.LacksMembers)
        {
            return new(ChangeKind.Incomplete, null, null, null);
        }

        var difference = now.Value - yearEarlier.Value;
        var kind = (now.Value, yearEarlier.Value) switch
        {
            _ when IsUncertain(now) || IsUncertain(yearEarlier) => ChangeKind.Uncertain,
            (< 0, _) or (_, < 0) => ChangeKind.Signed,
            (0, 0) => ChangeKind.BothNil,
            (_, 0) => ChangeKind.New,
            (_, < MinBase) => ChangeKind.SmallBase,
            _ => ChangeKind.Measured,
        };
        return kind == ChangeKind.Measured
            ? Measure(now.Value / yearEarlier.Value, difference)
            : new(kind, difference, null, null);
    }

    /// <summary>The change of an amount that may be negative, as the balance.</summary>
    public static SummaryChange OfSigned(SummaryAmount now, SummaryAmount? yearEarlier) =>
        yearEarlier is null ? new(ChangeKind.NoBase, null, null, null)
        : now.LacksMembers || yearEarlier.LacksMembers ? new(ChangeKind.Incomplete, null, null, null)
        : new(ChangeKind.Signed, now.Value - yearEarlier.Value, null, null);

    private static SummaryChange Measure(decimal ratio, decimal difference)
    {
        var isMultiple = ratio >= MinMultiple;
        return new(
            ChangeKind.Measured,
            difference,
            Math.Round((ratio - 1) * 100, isMultiple ? 0 : 1, MidpointRounding.AwayFromZero),
            isMultiple ? Math.Round(ratio, 1, MidpointRounding.AwayFromZero) : null
        );
    }

    private static bool IsUncertain(SummaryAmount amount) =>
        amount.Status is ObservationStatus.N or ObservationStatus.E;
}
