using System.Security.Cryptography;
using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations;

/// <summary>Several figures of one workbook for one key (DESIGN section 4, rule 5).</summary>
public static class Duplicates
{
    /// <summary>A double has fifteen digits that can be relied on.</summary>
    private const decimal Dust = 1e-14m;

    /// <summary>Which figures are not stored, and what is said of them: equal values within half a unit of the coarser keep the most
    /// precise; two names that mean one area, or unequal values, reject all until a person has decided. What one decision settles is
    /// one question: two rows are the same two in each of their columns.</summary>
    /// <param name="groups">Observations of one key each, in sheet order; at least two.</param>
    internal static IEnumerable<(IReadOnlyList<Observation> Dropped, IReadOnlyList<Finding> Findings)> Settle(
        IEnumerable<IReadOnlyList<Observation>> groups,
        AnswerBook book
    ) =>
        groups
            .Select(same => (Same: same, Code: CodeOf(same)))
            .GroupBy(one => (one.Code, one.Code is null ? (object)one.Same : DecisionOf(one.Same)), one => one.Same)
            .Select(decision =>
                decision.Key.Code is { } code ? Decide(code, [.. decision], book) : Equal(decision.Single())
            );

    /// <summary>Why the figures need a decision; null where they are equal.</summary>
    private static FindingCode? CodeOf(IReadOnlyList<Observation> same) =>
        same.Any(other =>
            other.Provenance.Sheet == same[0].Provenance.Sheet && other.PartnerLabel != same[0].PartnerLabel
        )
            ? FindingCodes.AreaLabelsCollide
        : same.Any(other => !AreEqual(other, Best(same))) ? FindingCodes.DuplicateDiffers
        : null;

    /// <summary>The lines that compete: sheets, names of partners, rows, or columns.</summary>
    private static string DecisionOf(IReadOnlyList<Observation> same)
    {
        Func<Observation, string>[] lines =
        [
            one => one.Provenance.Sheet,
            one => $"{one.Provenance.Sheet}!{one.PartnerLabel}",
            one => $"{one.Provenance.Sheet}!{one.Provenance.Cell.Row}",
            one => $"{one.Provenance.Sheet}!{CellAddress.ColumnLetters(one.Provenance.Cell.Column)}",
        ];
        var line =
            Array.Find(lines, line => same.Select(line).Distinct(StringComparer.Ordinal).Count() == same.Count)
            ?? (one => Place(one));
        return string.Join('\n', same.Select(line));
    }

    private static (IReadOnlyList<Observation>, IReadOnlyList<Finding>) Equal(IReadOnlyList<Observation> same)
    {
        var best = Best(same);
        var rest = same.Where(other => !ReferenceEquals(other, best)).ToList();
        return (
            rest,
            [
                .. rest.Select(one =>
                    Finding.OfFigures(FindingCodes.DuplicateEqual, [one.Provenance], Show(one), Place(best))
                ),
            ]
        );
    }

    private static (IReadOnlyList<Observation>, IReadOnlyList<Finding>) Decide(
        FindingCode code,
        List<IReadOnlyList<Observation>> together,
        AnswerBook book
    )
    {
        var all = together.SelectMany(same => same).ToList();
        var lines = together[0].Select((_, line) => Places(together.ConvertAll(same => same[line]))).ToList();
        var (first, last) = (together[0][0].Key, together[^1][0].Key);
        var about = together.All(same => same[0].Key with { Period = first.Period } == first)
            ? Show(first, last.Period)
            : $"{Show(first, first.Period)} … {Show(last, last.Period)}";
        var ask = new Ask(QuestionKind.Duplicate, About(together, about, lines), [.. lines.Select(Option)])
        {
            Title = together.Count == 1 ? null : $"{about}: {string.Join("; ", lines)}",
        };
        var answer = book.Find(ask);
        if (answer is not null && lines.IndexOf(answer) is >= 0 and var meant)
        {
            return ([.. together.SelectMany(same => same.Where((_, line) => line != meant))], []);
        }

        // A finding for each sheet, as the cells of one are of one sheet.
        return (
            all,
            [
                .. all.GroupBy(one => one.Provenance.Sheet, one => one.Provenance, StringComparer.Ordinal)
                    .Select(sheet =>
                        (
                            Finding.OfFigures(
                                code,
                                [.. sheet],
                                code == FindingCodes.AreaLabelsCollide ? all[0].Key.Partner.Code : about,
                                string.Join(", ", lines)
                            ) with
                            {
                                Ask = ask,
                            }
                        ).AsAnswered(answer)
                    ),
            ]
        );

        AskOption Option(string line, int number)
        {
            var label = together[0][number].PartnerLabel;
            return new(line, Why.Said, label is null || code != FindingCodes.AreaLabelsCollide ? line : label);
        }
    }

    /// <summary>What is to be decided, with the figures as printed: a later version that prints others asks again.</summary>
    private static string About(List<IReadOnlyList<Observation>> together, string about, List<string> lines)
    {
        if (together is [var same])
        {
            return $"{about}: {string.Join("; ", same.Select(one => $"{Place(one)} {one.Provenance.Raw}"))}";
        }

        var printed = string.Join(
            ';',
            together.SelectMany(group => group.Select(one => $"{Place(one)} {one.Provenance.Raw}"))
        );
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(printed)))[..8];
        return $"{about}: {string.Join("; ", lines)} ({together.Count}, {mark})";
    }

    private static Observation Best(IReadOnlyList<Observation> same)
    {
        var precise = same.MinBy(LastDigit)!;
        return same.First(one => IsDust(one.Value - precise.Value, precise.Value));
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

    private static string Places(List<Observation> line) =>
        line is [var only] ? Place(only) : $"{Place(line[0])}…{line[^1].Provenance.Cell}";

    private static string Show(Observation observation) => Show(observation.Key, observation.Key.Period);

    private static string Show(ObservationKey key, TimePeriod last)
    {
        var periods = key.Period == last ? $"{last}" : $"{key.Period}…{last}";
        return $"{key.Reporter}-{key.Partner} {key.Flow} {key.Commodity} {key.Unit} {periods}";
    }
}
