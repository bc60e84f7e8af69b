using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>A published figure beside the sum of those that it should be made of.</summary>
/// <param name="Tolerance">DESIGN section 4, rule 8, in whole units.</param>
internal readonly record struct Comparison(
    Observation Published,
    IReadOnlyCollection<Observation> Addends,
    decimal Sum,
    decimal Tolerance
)
{
    /// <summary>So many that agree make one that does not a slip.</summary>
    private const int MinAgreeing = 3;

    public decimal Difference => Published.Value - Sum;

    public bool IsMet => Math.Abs(Difference) <= Tolerance;

    public static Comparison Of(Observation published, IReadOnlyCollection<Observation> addends)
    {
        var sum = 0m;
        foreach (var addend in addends)
        {
            sum += addend.Value;
        }

        return new(published, addends, sum, Checks.Tolerance.OfSum(published, addends));
    }

    /// <summary>A rule that holds for two thirds of the figures is how the table is built, and a figure that breaks it a
    /// slip; one that holds for fewer is not.</summary>
    public static bool IsRule(IReadOnlyCollection<Comparison> comparisons) =>
        comparisons.Count(comparison => comparison.IsMet) * 3 >= comparisons.Count * 2 && comparisons.Count > 0;

    /// <summary>A doubt for each figure that breaks the rule: the one figure that a slip explains; else the figure, the sum,
    /// their difference. Where a row breaks it in more than a few periods that is one doubt, at the worst.</summary>
    public static IEnumerable<Doubt> Breaches(
        IReadOnlyCollection<Comparison> comparisons,
        FindingCode code,
        int few = int.MaxValue
    )
    {
        var failed = comparisons
            .Where(comparison => !comparison.IsMet)
            .Select(comparison => (Comparison: comparison, Slip: Slips.Find(comparison)))
            .ToList();
        foreach (var (_, slip) in failed.Where(one => one.Slip is not null))
        {
            yield return slip!;
        }

        var rows = failed
            .Where(one => one.Slip is null)
            .Select(one => one.Comparison)
            .GroupBy(comparison => (comparison.Published.Key.Partner, comparison.Published.Key.Flow));
        foreach (var row in rows)
        {
            var breaches = row.OrderByDescending(comparison => Math.Abs(comparison.Difference)).ToList();
            foreach (var breach in breaches.Take(breaches.Count > few ? 1 : breaches.Count))
            {
                var figure = breach.Published;
                yield return new(
                    code,
                    figure.Provenance,
                    Math.Abs(breach.Difference),
                    Show.Key(figure.Key),
                    Show.Money(figure),
                    Show.Money(breach.Sum, figure.Key.Unit),
                    Show.Money(breach.Difference, figure.Key.Unit),
                    Show.Count(breaches.Count > few ? breaches.Count : 1),
                    breaches.Count > few
                        ? $"{row.Min(one => one.Published.Key.Period)} – {row.Max(one => one.Published.Key.Period)}"
                        : $"{figure.Key.Period}"
                );
            }
        }
    }

    /// <summary>The one figure that differs from what it is made of where all others agree: it is contradicted, or one of its
    /// parts is wrong. Null where several differ, or too few agree to tell.</summary>
    public static Comparison? Only(IReadOnlyCollection<Comparison> comparisons) =>
        comparisons.Count > MinAgreeing && comparisons.Where(comparison => !comparison.IsMet).ToList() is [var only]
            ? only
            : null;

    /// <summary>That what a figure is made of contradicts it.</summary>
    public Doubt Contradicted() =>
        new(
            FindingCodes.WholeContradicted,
            Published.Provenance,
            Math.Abs(Difference),
            Show.Key(Published.Key),
            Show.Money(Published),
            Show.Money(Sum, Published.Key.Unit)
        )
        {
            Others = [.. Addends.Select(addend => addend.Provenance)],
        };
}
