using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>Units of a text, each with the power of ten that the text gives it.</summary>
internal static partial class UnitMentions
{
    private sealed record Power(int Exponent, int Start, int Length);

    /// <summary>The units with their powers; a power alone where no unit is named. Several powers that one unit may have are
    /// one mention each.</summary>
    public static IReadOnlyList<UnitMention> Find(string text, IReadOnlyList<Term> terms) =>
        Clauses(terms) is { Count: > 1 } clauses
            ? [.. clauses.SelectMany(clause => FindIn(text, clause))]
            : FindIn(text, terms);

    /// <summary>"Quantities in tonnes, values in thousand dollars": what is said of quantities, and what of values.</summary>
    private static List<IReadOnlyList<Term>> Clauses(IReadOnlyList<Term> terms)
    {
        var heads = terms.Where(term => term is { Kind: TermKind.Dimension, Code: "quantity" or "value" }).ToList();
        if (heads.DistinctBy(head => head.Code, StringComparer.Ordinal).Count() < 2)
        {
            return [];
        }

        var starts = heads.Skip(1).Select(head => head.Start).Prepend(0).ToList();
        return
        [
            .. starts.Select(
                IReadOnlyList<Term> (start, i) =>
                    [
                        .. terms.Where(term =>
                            term.Start >= start && (i == starts.Count - 1 || term.Start < starts[i + 1])
                        ),
                    ]
            ),
        ];
    }

    private static IReadOnlyList<UnitMention> FindIn(string text, IReadOnlyList<Term> terms)
    {
        var units = terms.Where(term => term.Kind == TermKind.Unit).ToList();
        var powers = Powers(text, terms, units);
        if (units.Count == 0)
        {
            return [.. powers.Select(power => new UnitMention(new(null, power.Exponent), power.Start, power.Length))];
        }

        return [.. units.SelectMany(unit => Scaled(text, unit, powers))];
    }

    private static IEnumerable<UnitMention> Scaled(string text, Term unit, List<Power> powers) =>
        powers.Count == 0
            ? [new UnitMention(new(new Unit(unit.Code), null), unit.Start, unit.Length)]
            : powers.Select(power =>
            {
                var start = Math.Min(unit.Start, power.Start);
                var end = Math.Max(unit.Start + unit.Length, power.Start + power.Length);
                var scaled = new ScaledUnit(new Unit(unit.Code), power.Exponent);
                return IsBeside(text, unit, power)
                    ? new UnitMention(scaled, start, end - start)
                    : new UnitMention(scaled, unit.Start, unit.Length);
            });

    /// <summary>Whether no letter stands between a unit and its power.</summary>
    private static bool IsBeside(string text, Term unit, Power power)
    {
        var (left, right) = (
            Math.Min(unit.Start + unit.Length, power.Start + power.Length),
            Math.Max(unit.Start, power.Start)
        );
        return left >= right || text.AsSpan(left, right - left).IndexOfAnyExcept(Signs) < 0;
    }

    private static readonly SearchValues<char> Signs = SearchValues.Create(" \u00a0\t.,()'-_");

    private static List<Power> Powers(string text, IReadOnlyList<Term> terms, List<Term> units)
    {
        // A unit of quantity such as the tonne brings a power of ten of its own, which counts on top of the words beside it;
        // "εκατ. ευρώ / million euro" says the same power twice.
        var words = terms
            .Where(term => term.Kind == TermKind.Multiplier)
            .Select(term => new Power(int.Parse(term.Code, CultureInfo.InvariantCulture), term.Start, term.Length))
            .ToLookup(power => units.Exists(unit => unit.Start == power.Start));
        var own = words[true].DistinctBy(power => power.Exponent).ToList();
        var beside = words[false]
            .Concat(units.Count > 0 || NumberText.IsPowerOfTen(text) ? Numerals(text, terms) : [])
            .DistinctBy(power => power.Exponent)
            .ToList();
        return own switch
        {
            [] => beside,
            _ when units.TrueForAll(unit => unit.Code.Length == 3) =>
            [
                .. own.Concat(beside).DistinctBy(power => power.Exponent),
            ],
            [var power] when beside.Count > 0 => beside.ConvertAll(one =>
                one with
                {
                    Exponent = one.Exponent + power.Exponent,
                }
            ),
            _ => own,
        };
    }

    /// <summary>The places of powers of ten in digits.</summary>
    public static IEnumerable<(int Start, int End)> NumeralsIn(string text) =>
        PowerInDigits().Matches(text).Select(match => (match.Index, match.Index + match.Length));

    /// <summary>Powers of ten in digits beside a unit: "EUR 1000", "in 1,000,000 USD", "Rs. 000".</summary>
    private static IEnumerable<Power> Numerals(string text, IReadOnlyList<Term> known) =>
        PowerInDigits()
            .Matches(text)
            .Where(match => !known.Any(term => term.Start <= match.Index && match.Index < term.Start + term.Length))
            .Select(match => new Power(match.Value.Count(c => c == '0'), match.Index, match.Length));

    [GeneratedRegex(@"(?<![\d.,])1?(?:[ .,\u00a0]?000)+(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PowerInDigits();
}
