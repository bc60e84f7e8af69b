using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Evidence;

/// <summary>What becomes of the figures where a farther statement contradicts the one that holds.</summary>
public enum Contradiction
{
    /// <summary>Nothing: farther texts mention others.</summary>
    Passes,

    /// <summary>They are not stored: a person must say which holds.</summary>
    Refuses,
}

/// <summary>How the statements about one dimension are settled: one row a dimension, in the order in which they are told.</summary>
/// <param name="Combine">What two values say together; null where they contradict each other.</param>
/// <param name="Concerns">Whether the second value applies to the same figures as the first.</param>
/// <param name="WithWorkbook">Where another place of the workbook contradicts.</param>
/// <param name="WithProfile">Where the profile contradicts.</param>
/// <param name="DeafTo">Places whose statements about it are ignored.</param>
public sealed record DimensionPolicy(
    Dimension Dimension,
    Func<object, object, object?> Combine,
    Func<object, object, bool> Concerns,
    Contradiction WithWorkbook,
    Contradiction WithProfile,
    params Reach[] DeafTo
)
{
    public static IReadOnlyList<DimensionPolicy> All { get; } =
    [
        new(
            Dimension.Period,
            (one, other) => PeriodComposition.Combine((PeriodPart)one, (PeriodPart)other),
            Always,
            Contradiction.Refuses,
            Contradiction.Passes
        ),
        // A file name never says the flow: "export.csv" is what a download is called.
        new(Dimension.Flow, Equal, Always, Contradiction.Refuses, Contradiction.Refuses, Reach.FileName),
        new(Dimension.Partner, Equal, Always, Contradiction.Passes, Contradiction.Passes),
        new(Dimension.Reporter, Equal, Always, Contradiction.Refuses, Contradiction.Refuses),
        new(Dimension.Commodity, Equal, Always, Contradiction.Passes, Contradiction.Passes),
        new(
            Dimension.Unit,
            (one, other) => ScaledUnit.Combine((ScaledUnit)one, (ScaledUnit)other),
            (one, other) => ((ScaledUnit)one).IsOfKind((ScaledUnit)other),
            Contradiction.Refuses,
            Contradiction.Refuses
        ),
        new(Dimension.Variant, First, Always, Contradiction.Passes, Contradiction.Passes),
        new(Dimension.Valuation, First, Always, Contradiction.Passes, Contradiction.Passes),
        new(Dimension.Status, First, Always, Contradiction.Passes, Contradiction.Passes),
        new(Dimension.Frequency, First, Always, Contradiction.Passes, Contradiction.Passes),
        new(Dimension.Unmodelled, First, Always, Contradiction.Passes, Contradiction.Passes),
    ];

    private static readonly DimensionPolicy[] ByDimension = [.. All.OrderBy(policy => policy.Dimension)];

    public static DimensionPolicy Of(Dimension dimension) => ByDimension[(int)dimension];

    private static bool Always(object one, object other) => true;

    private static object? Equal(object one, object other) => one.Equals(other) ? one : null;

    private static object First(object one, object other) => one;
}
