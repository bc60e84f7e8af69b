using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations;

/// <summary>Several figures of one workbook for one key (DESIGN section 4, rule 5).</summary>
public static class Duplicates
{
    /// <summary>A double has fifteen digits that can be relied on.</summary>
    private const decimal Dust = 1e-14m;

    /// <summary>Which of them are not stored, and what is said of it: two names that mean one area, or unequal values,
    /// reject all; equal values within half a unit of the coarser keep the most precise.</summary>
    /// <param name="same">Observations of one key, in sheet order; at least two.</param>
    internal static (IReadOnlyList<Observation> Dropped, IReadOnlyList<Finding> Findings) Settle(
        IReadOnlyList<Observation> same,
        AnswerBook book
    )
    {
        var first = same[0];
        var ask = new Ask(
            QuestionKind.Duplicate,
            $"{Show(first)}: {string.Join("; ", same.Select(one => $"{Place(one)} {one.Provenance.Raw}"))}",
            [.. same.Select(one => new AskOption(Place(one), Why.Said, Place(one)))]
        );
        var answer = book.Find(ask);
        if (same.FirstOrDefault(one => Place(one) == answer) is { } meant)
        {
            return ([.. same.Where(one => !ReferenceEquals(one, meant))], []);
        }

        var collision = same.FirstOrDefault(other =>
            other.Provenance.Sheet == first.Provenance.Sheet && other.PartnerLabel != first.PartnerLabel
        );
        if (collision is not null)
        {
            return (same, Asking(FindingCodes.AreaLabelsCollide, first.Key.Partner.Code));
        }

        var precise = same.MinBy(LastDigit)!;
        var best = same.First(one => IsDust(one.Value - precise.Value, precise.Value));
        if (same.Any(other => !AreEqual(other, best)))
        {
            return (same, Asking(FindingCodes.DuplicateDiffers, Show(first)));
        }

        var rest = same.Where(other => !ReferenceEquals(other, best)).ToList();
        return (
            rest,
            [
                .. rest.Select(one =>
                    Finding.OfFigures(FindingCodes.DuplicateEqual, [one.Provenance], Show(one), Place(best))
                ),
            ]
        );

        // A finding for each sheet, as the cells of one are of one sheet.
        List<Finding> Asking(FindingCode code, string about) =>
            [
                .. same.GroupBy(one => one.Provenance.Sheet, one => one.Provenance, StringComparer.Ordinal)
                    .Select(sheet =>
                        (
                            Finding.OfFigures(code, [.. sheet], about, string.Join(", ", same.Select(Place))) with
                            {
                                Ask = ask,
                            }
                        ).AsAnswered(answer)
                    ),
            ];
    }

    /// <summary>Equal within the coarser one's last digit, or but for the dust of binary numbers.</summary>
    private static bool AreEqual(Observation one, Observation other) =>
        Precision.AreEqual(one.Value, LastDigit(one), other.Value, LastDigit(other))
        || IsDust(one.Value - other.Value, other.Value);

    private static bool IsDust(decimal difference, decimal value) => Math.Abs(difference) <= Math.Abs(value) * Dust;

    private static decimal LastDigit(Observation observation) =>
        Precision.LastDigit(observation.Value, observation.Multiplier, observation.Decimals);

    private static string Place(Observation observation) =>
        observation.Provenance.Sheet.Length == 0
            ? observation.Provenance.Cell.ToString()
            : $"{observation.Provenance.Sheet}!{observation.Provenance.Cell}";

    private static string Show(Observation observation)
    {
        var key = observation.Key;
        return $"{key.Reporter}-{key.Partner} {key.Flow} {key.Commodity} {key.Unit} {key.Period}";
    }
}
