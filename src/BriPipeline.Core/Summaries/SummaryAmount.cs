using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>How an amount came about, the better first: published, else the sum of the period's published months, else derived.</summary>
public enum AmountBasis
{
    /// <summary>One row as published.</summary>
    Published,

    /// <summary>The sum of all published months of the period.</summary>
    SumOfMonths,

    /// <summary>Computed from exports and imports.</summary>
    Derived,

    /// <summary>Computed from cumulative figures: the difference of two, or a sum of months with such a one in it.</summary>
    FromCumulative,
}

/// <summary>An amount of one period, in whole units of the edition's currency, exact.</summary>
/// <param name="Status">The least certain status among its rows.</param>
/// <param name="Rows">Keys of the rows of <c>Trade</c> behind it, partition and row key joined by <c>|</c>.</param>
public sealed record SummaryAmount(
    decimal Value,
    AmountBasis Basis,
    ObservationStatus Status,
    IReadOnlyList<string> Rows
)
{
    /// <summary>From the most certain to the least.</summary>
    private static readonly ObservationStatus[] Certainty =
    [
        ObservationStatus.A,
        ObservationStatus.B,
        ObservationStatus.P,
        ObservationStatus.U,
        ObservationStatus.E,
        ObservationStatus.N,
    ];

    /// <summary>Codes of the findings that are open about its rows; null where there are none.</summary>
    public string? Doubt { get; init; }

    /// <summary>The members of a region whose amounts are in the sum; null for an amount of one reporter.</summary>
    public IReadOnlyList<Area>? Members { get; init; }

    /// <summary>True for a sum that lacks members of its region: it is not compared with any other.</summary>
    public bool LacksMembers { get; init; }

    /// <summary>An amount computed from others, with the rows of all and the least certain basis and status.</summary>
    public static SummaryAmount Of(decimal value, AmountBasis basis, IReadOnlyList<SummaryAmount> parts) =>
        new(
            value,
            parts.Select(part => part.Basis).Append(basis).Max(),
            parts.Select(part => part.Status).MaxBy(status => Array.IndexOf(Certainty, status)),
            [.. parts.SelectMany(part => part.Rows).Distinct(StringComparer.Ordinal)]
        )
        {
            Doubt = DoubtCodes.Join(parts.Select(part => part.Doubt)),
        };

    /// <summary>What a row says.</summary>
    public static SummaryAmount Of(TradeRow row, AmountBasis basis) =>
        new(row.Value, basis, row.Status, [SummaryRows.KeyOf(row)]) { Doubt = row.Doubt };
}
