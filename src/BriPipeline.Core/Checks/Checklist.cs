using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>Every check of a reading by itself. A new one is a line here and its code in the catalogue.</summary>
public static class Checklist
{
    /// <summary>Larger readings are not held in memory, and are not checked for sums and neighbours.</summary>
    public const int MaxFigures = 250_000;

    /// <summary>Doubts of a kind on a sheet that are named at most, those with most at stake.</summary>
    private const int MaxNamed = 10;

    /// <summary>What decides which figures are stored: runs before the others.</summary>
    public static IReadOnlyList<Check> Structure { get; } =
    [
        Repeats.Trailing,
        CumulativeMonths.Check,
        Totals.OfOneGroup,
        Totals.OfSome,
        Totals.OfShares,
        ImpossibleFigures.BeyondTheWorld,
        ImpossibleFigures.BesideNegatives,
        ImpossibleFigures.ServicesAmongGoods,
        ImpossibleFigures.QuantitiesOfNothing,
        ImpossibleFigures.Redenominated,
        ImpossibleFigures.GroupsOfOtherDays,
    ];

    /// <summary>What contradicts single figures, and what only points out. All look at the same figures.</summary>
    public static IReadOnlyList<Check> Figures { get; } =
    [
        Totals.Check,
        Groups.Check,
        FlowSums.Identical,
        PeriodSums.Check,
        EvidenceColumns.Ratios,
        Neighbours.Check,
        Repeats.Check,
        Gaps.Check,
        PartnerLists.Unspecified,
        PartnerLists.Shrunk,
        UnitValues.Check,
        ExchangeRates.Check,
    ];

    /// <summary>What contradicts several figures at once, none of which is more doubtful than the others: runs last, on those
    /// that nothing else contradicts.</summary>
    public static IReadOnlyList<Check> Identities { get; } = [FlowSums.Check, EvidenceColumns.Balances];

    /// <summary>The findings of doubts: all, or the weightiest of a kind and sheet and one that counts the rest.</summary>
    public static IEnumerable<Finding> Name(IEnumerable<Doubt> doubts)
    {
        foreach (var kind in doubts.GroupBy(doubt => (doubt.Code, doubt.At.Sheet)))
        {
            var all = kind.ToList();
            var named =
                all.Count <= MaxNamed + 1 ? all : [.. all.OrderByDescending(doubt => doubt.Weight).Take(MaxNamed)];
            foreach (var doubt in named.OrderBy(doubt => doubt.At.Cell))
            {
                yield return Finding.OfFigures(doubt.Code, [.. doubt.Places], doubt.Arguments);
            }

            if (named.Count < all.Count)
            {
                var rest = CellRange.Runs(all.Except(named).SelectMany(doubt => doubt.Places).Select(at => at.Cell));
                yield return new(
                    FindingCodes.FindingsSummarised,
                    kind.Key.Sheet,
                    rest.Aggregate((range, other) => range.With(other.First).With(other.Last)),
                    null,
                    [Show.Count(all.Count - named.Count), kind.Key.Code.Title, kind.Key.Code.Id]
                )
                {
                    Figures = all.Count - named.Count,
                    Cells = rest.Count > 1 ? rest : null,
                };
            }
        }
    }
}
