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
        WholeNumbers(text, terms) is var whole && Clauses(whole) is { Count: > 1 } clauses
            ? [.. clauses.SelectMany(clause => FindIn(text, clause))]
            : FindIn(text, whole);

    /// <summary>The terms but for powers of ten that are only a part of a longer number, as "'000" of "'000,000".</summary>
    private static IReadOnlyList<Term> WholeNumbers(string text, IReadOnlyList<Term> terms) =>
        terms.Any(term => IsCut(text, term)) ? [.. terms.Where(term => !IsCut(text, term))] : terms;

    private static bool IsCut(string text, Term term) =>
        term.Kind == TermKind.Multiplier
        && text[term.Start + term.Length - 1] == '0'
        && (
            MoreZeros().IsMatch(text.AsSpan(term.Start + term.Length))
            || (text.AsSpan(0, term.Start).EndsWith("000") && MoreZeros().IsMatch(text.AsSpan(term.Start)))
        );

    [GeneratedRegex(@"^[ .,'\u00a0]?000(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex MoreZeros();

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
        var units = terms.Where(term => term.Kind == TermKind.Unit).ToLookup(IsMoney);
        return units.Count == 0
            ?
            [
                .. Powers(text, terms, [], [])
                    .Select(power => new UnitMention(new(null, power.Exponent), power.Start, power.Length)),
            ]
            :
            [
                .. units
                    .SelectMany(kind =>
                        Powers(text, terms, [.. kind], [.. units[!kind.Key]]) is var powers
                            ? kind.SelectMany(unit => Scaled(text, unit, powers))
                            : []
                    )
                    .OrderBy(mention => mention.Start),
            ];
    }

    /// <summary>Codes of currencies have three letters; that of a mass has two, those of other quantities more.</summary>
    private static bool IsMoney(Term unit) => unit.Code.Length == 3;

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

    /// <param name="units">Those of one kind, whose powers these are.</param>
    /// <param name="others">Those of the other kind: a power that stands nearer to one of them is theirs.</param>
    private static List<Power> Powers(string text, IReadOnlyList<Term> terms, List<Term> units, List<Term> others)
    {
        // A unit of quantity such as the tonne brings a power of ten of its own, which counts on top of the words beside it;
        // "εκατ. ευρώ / million euro" says the same power twice.
        var words = terms
            .Where(term => term.Kind == TermKind.Multiplier && !IsOfOthers(term))
            .SelectMany(term =>
                TensBefore(text.AsSpan(0, term.Start))
                    .Select(tens => new Power(
                        int.Parse(term.Code, CultureInfo.InvariantCulture) + tens,
                        term.Start,
                        term.Length
                    ))
            )
            .ToLookup(power => units.Exists(unit => unit.Start == power.Start));
        var own = words[true].DistinctBy(power => power.Exponent).ToList();
        var beside = words[false]
            .Concat(
                Numerals(text, terms)
                    .Where(power => units.Count > 0 || NumberText.IsPowerOfTen(text) || IsFactor(text, power))
            )
            .Where(power => others.Count == 0 || DistanceTo(units, power) <= DistanceTo(others, power))
            .DistinctBy(power => power.Exponent)
            .ToList();
        return own switch
        {
            [] => beside,
            _ when units.TrueForAll(IsMoney) => [.. own.Concat(beside).DistinctBy(power => power.Exponent)],
            [var power] when beside.Count > 0 => beside.ConvertAll(one =>
                one with
                {
                    Exponent = one.Exponent + power.Exponent,
                }
            ),
            _ => own,
        };

        // The "MT" of the metical is that of the tonne too, whose power is none of the money's.
        bool IsOfOthers(Term power)
        {
            var named = terms.Where(term => term.Kind == TermKind.Unit && term.Start == power.Start).ToList();
            var isOfMoney = named.TrueForAll(IsMoney);
            return named.Count > 0 && !units.Exists(unit => IsMoney(unit) == isOfMoney);
        }
    }

    private static int DistanceTo(List<Term> units, Power power) =>
        units.Min(unit => Math.Max(unit.Start - power.Start - power.Length, power.Start - unit.Start - unit.Length));

    /// <summary>The powers of ten that a number right before a power may give it: two of "百" before "億円"; of "10 million" either one
    /// or none, since the number may be that of a table.</summary>
    private static int[] TensBefore(ReadOnlySpan<char> before)
    {
        if (before.Length > 0 && TensOfIdeographs.Value.TryGetValue(before[^1], out var tens))
        {
            return [tens];
        }

        var number = before.TrimEnd(' ');
        var digits = number.Length - number.TrimEnd("0123456789").Length;
        var isAlone = digits == number.Length || number[^(digits + 1)] is not ('.' or ',');
        return isAlone && number[^digits..] is "10" or "100" ? [0, digits - 1] : [0];
    }

    private static readonly Lazy<Dictionary<char, int>> TensOfIdeographs = new(() =>
        (
            from tens in (int[])[1, 2, 3]
            from sign in Vocabulary.Phrases("words", string.Create(CultureInfo.InvariantCulture, $"tens {tens}"))
            select (sign[0], tens)
        ).ToDictionary()
    );

    /// <summary>"(x 1,000,000)"</summary>
    private static bool IsFactor(string text, Power power) =>
        text.AsSpan(0, power.Start).TrimEnd(' ') is [.. var before, 'x' or 'X' or '×' or '*']
        && (before.IsEmpty || !char.IsLetterOrDigit(before[^1]));

    /// <summary>The places of powers of ten in digits.</summary>
    public static IEnumerable<(int Start, int End)> NumeralsIn(string text) =>
        PowerInDigits().Matches(text).Select(match => (match.Index, match.Index + match.Length));

    /// <summary>Powers of ten in digits beside a unit: "EUR 1000", "in 1,000,000 USD", "Rs. 000".</summary>
    private static IEnumerable<Power> Numerals(string text, IReadOnlyList<Term> known) =>
        PowerInDigits()
            .Matches(text)
            .Where(match => !known.Any(term => term.Start <= match.Index && match.Index < term.Start + term.Length))
            .Select(match => new Power(match.Value.Count(c => c == '0'), match.Index, match.Length));

    // Three digits at most before a blank are a part of the number, four are a year.
    [GeneratedRegex(
        @"(?<![\d.,]|(?<!\d)\d{1,3}[ '\u00a0])(?:10{0,2})?(?:[ .,'\u00a0]?000)+(?!\d)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex PowerInDigits();
}
