using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>Months of which only year-to-date figures are published, as variant <see cref="Variant"/>: January to July less
/// January to June. A pure function of the claims, like the published rows that it stands beside.</summary>
/// <remarks>The figure taken off is the one that stood when the longer range was published: that of the same workbook
/// where it has both, else that of the latest edition before. A range revised since then without the longer one derives
/// nothing, nor does a range of another edition for a group, whose members may have changed. A published month is never
/// derived, and January to February stays one period where January is not published.</remarks>
public static class DerivedMonths
{
    /// <summary>In the list of variants of DESIGN section 3.</summary>
    public const string Variant = "DERIVED";

    /// <summary>The derived rows.</summary>
    /// <param name="claims">All claims of a source by key.</param>
    /// <param name="shown">The claim that each published row shows.</param>
    /// <param name="marks">Of all the source's manifests.</param>
    /// <param name="negative">Is given a finding for each month that would be negative; it has no row.</param>
    public static IEnumerable<TradeRow> Of(
        string source,
        IReadOnlyDictionary<ObservationKey, Claim[]> claims,
        IReadOnlyDictionary<ObservationKey, Claim> shown,
        IEnumerable<DerivedMark> marks,
        ICollection<ReportFinding> negative
    )
    {
        var known = marks.ToLookup(mark => mark.Key);
        foreach (var (key, whole) in shown)
        {
            if (
                MonthOf(key) is not { } month
                || shown.ContainsKey(month)
                || !claims.TryGetValue(key with { Period = Before(key.Period) }, out var parts)
                || PartOf(whole, parts) is not { } part
            )
            {
                continue;
            }

            var derived = month with { Variant = Variant };
            var value = whole.Figure!.Value - part.Figure!.Value;
            if (value < 0)
            {
                negative.Add(Negative(month, whole, part, value));
            }
            else if (KeyLimits.IsKey(new TradeKey(source, derived).RevisionRow(0)))
            {
                yield return Row(source, derived, value, whole, part, [.. known[derived]]);
            }
        }
    }

    /// <summary>The last month of a plain series' range that starts in January; null for all other keys.</summary>
    private static ObservationKey? MonthOf(ObservationKey key) =>
        key.Variant is null
        && key.Period is { Frequency: Frequency.C or Frequency.A, First: { Month: 1, Day: 1 } first, Last: var last }
        && first.Year == last.Year
            ? key with
            {
                Period = TimePeriod.OfMonth(last.Year, last.Month),
            }
            : null;

    /// <summary>The range without its last month; January alone is a month.</summary>
    private static TimePeriod Before(TimePeriod whole) =>
        TimePeriod.OfMonths(whole.First.Year, 1, whole.Last.Year, whole.Last.Month - 1);

    private static Claim? PartOf(Claim whole, Claim[] parts) =>
        parts
            .Where(part =>
                part.Figure is not null
                && (IsTogether(whole, part) || (part.Stated <= whole.Held && IsSteady(whole.Key.Partner)))
            )
            .MaxBy(part => (IsTogether(whole, part), part.Held), Order);

    /// <summary>Whether one workbook says both.</summary>
    private static bool IsTogether(Claim whole, Claim part) => whole.Held == part.Held || whole.Stated == part.Stated;

    private static bool IsSteady(Area partner) => partner.IsCountry || partner == Area.World;

    private static readonly Comparer<(bool Together, ClaimVersion Held)> Order = Comparer<(
        bool Together,
        ClaimVersion Held
    )>.Create(
        (left, right) =>
            left.Together.CompareTo(right.Together) is var together and not 0
                ? together
                : left.Held.CompareTo(right.Held)
    );

    private static TradeRow Row(
        string source,
        ObservationKey key,
        decimal value,
        Claim whole,
        Claim part,
        IReadOnlyList<DerivedMark> marks
    )
    {
        var (longer, shorter) = (whole.Figure!, part.Figure!);
        var coarser = longer.LastDigit >= shorter.LastDigit ? longer : shorter;
        var first = marks.Select(mark => mark.First).MinBy(version => version.Seq) ?? whole.Held;
        var changed = marks.Select(mark => mark.Changed).MaxBy(version => version.Seq) ?? whole.Held;
        return new TradeRow(Both(longer, shorter))
        {
            Key = key,
            Source = source,
            Value = Precision.WithoutTrailingZeros(value),
            Multiplier = coarser.Multiplier,
            Decimals = coarser.Decimals,
            Status = (ObservationStatus)Math.Max((int)longer.Status, (int)shorter.Status),
            Note =
                $"Derived: {Place(whole)} less {Place(part)}"
                + (IsTogether(whole, part) ? "." : $"; editions {whole.Stated.Edition} and {part.Stated.Edition}."),
            Edition = whole.Stated.Edition,
            Upload = $"{source}/{whole.Stated.Path}",
            Sha256 = whole.Stated.Sha256,
            Sheet = longer.Sheet,
            Cell = longer.Cell,
            Raw = longer.Raw,
            Seq = changed.Seq,
            FirstSeen = first.At,
            LastChanged = changed.At,
        };
    }

    /// <summary>As <c>2023-01--2023-07 of a.xlsx, Sheet1!C7 (700000)</c>.</summary>
    private static string Place(Claim claim)
    {
        var figure = claim.Figure!;
        var sheet = figure.Sheet.Length == 0 ? "" : $"{figure.Sheet}!";
        return $"{claim.Key.Period} of {claim.Stated.Path}, {sheet}{figure.Cell} ({figure.Value.ToString(CultureInfo.InvariantCulture)})";
    }

    /// <summary>The longer range's fields, without a qualifier in which the shorter differs, and with the doubts of both.</summary>
    private static FigureFields Both(Figure longer, Figure shorter) =>
        FigureAttribute
            .All.Where(attribute =>
                attribute.Kind is AttributeKind.Qualifier or AttributeKind.Doubt
                && attribute.Get(longer) != attribute.Get(shorter)
            )
            .Aggregate(
                (FigureFields)longer,
                (fields, attribute) =>
                    attribute.With(
                        fields,
                        attribute.Kind == AttributeKind.Doubt
                            ? DoubtCodes.Join(attribute.Get(longer), attribute.Get(shorter))
                            : null
                    )
            );

    private static ReportFinding Negative(ObservationKey month, Claim whole, Claim part, decimal value) =>
        ReportFinding.Of(
            whole.Stated.Path,
            new(
                FindingCodes.DerivedNegative,
                whole.Figure!.Sheet,
                null,
                whole.Figure.Raw,
                [
                    $"{month.Partner} {month.Flow} {month.Period}",
                    value.ToString(CultureInfo.InvariantCulture),
                    Place(whole),
                    Place(part),
                ]
            )
        ) with
        {
            Cell = whole.Figure.Cell,
        };
}
