using System.Globalization;
using System.Text.RegularExpressions;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations.Labels;

/// <summary>What texts name, each distinct text read once for a profile.</summary>
internal sealed partial class LabelTexts(SourceProfile profile)
{
    private readonly SourceAreas sourceAreas = new(profile);
    private readonly Dictionary<string, IReadOnlyList<Area>> areas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Term>> terms = new(StringComparer.Ordinal);

    public IReadOnlyList<Term> Terms(string text)
    {
        if (!terms.TryGetValue(text, out var found))
        {
            found = Lexicon.Read(text);
            terms.Add(text, found);
        }

        return found;
    }

    public IReadOnlyList<Area> Areas(string text)
    {
        if (!areas.TryGetValue(text, out var found))
        {
            found = sourceAreas.Find(text);
            areas.Add(text, found);
        }

        return found;
    }

    /// <summary>The flows that a text names; of a general one and its special kind only the special one.</summary>
    public IReadOnlyList<TradeFlow> Flows(string text)
    {
        var flows = Terms(text)
            .Where(term => term.Kind == TermKind.Flow)
            .Select(term => Enum.Parse<TradeFlow>(term.Code))
            .Distinct()
            .ToList();
        return FlowLabels.Narrow(flows);
    }

    public string? Valuation(string text) => Terms(text).FirstOrDefault(term => term.Kind == TermKind.Valuation).Code;

    /// <summary>The variant that a text names; null for the plain one.</summary>
    public string? Variant(string text) =>
        Terms(text).FirstOrDefault(term => term.Kind == TermKind.Variant).Code
            is { } code
                and not ("NSA" or "ST" or "GT")
            ? code
            : null;

    /// <summary>The units that a text names, each with the power of ten that the text says; a power alone where it names no unit.
    /// Several powers beside one unit give one value each.</summary>
    public IReadOnlyList<ScaledUnit> Units(string text)
    {
        var found = Terms(text);
        var units = found
            .Where(term => term.Kind == TermKind.Unit)
            .Select(term => (Unit?)new Unit(term.Code))
            .Distinct()
            .ToList();
        var powers = Powers(text, found, units.Count > 0);
        return (units.Count, powers.Count) switch
        {
            (0, _) => [.. powers.Select(power => new ScaledUnit(null, power))],
            (_, 0) => [.. units.Select(unit => new ScaledUnit(unit, null))],
            _ => [.. units.SelectMany(unit => powers.Select(power => new ScaledUnit(unit, power)))],
        };
    }

    private static List<int> Powers(string text, IReadOnlyList<Term> found, bool namesUnit)
    {
        // A unit such as the tonne brings a power of ten of its own, which counts on top of the words beside it.
        var multipliers = found.Where(term => term.Kind == TermKind.Multiplier).ToLookup(IsOfUnit);
        var own = multipliers[true].Select(PowerOf).Distinct().ToList();
        var beside = multipliers[false]
            .Select(PowerOf)
            .Concat(namesUnit || NumberText.IsPowerOfTen(text) ? Numerals(text, found) : [])
            .Distinct()
            .ToList();
        return own switch
        {
            [] => beside,
            [var power] when beside.Count > 0 => beside.ConvertAll(one => one + power),
            _ => own,
        };

        bool IsOfUnit(Term multiplier) =>
            found.Any(unit => unit.Kind == TermKind.Unit && unit.Start == multiplier.Start);
    }

    private static int PowerOf(Term term) => int.Parse(term.Code, CultureInfo.InvariantCulture);

    /// <summary>Powers of ten in digits beside a unit: "EUR 1000", "in 1,000,000 USD", "Rs. 000".</summary>
    private static IEnumerable<int> Numerals(string text, IReadOnlyList<Term> known) =>
        PowerInDigits()
            .Matches(text)
            .Where(match => !known.Any(term => term.Start <= match.Index && match.Index < term.Start + term.Length))
            .Select(match => match.Value.Count(c => c == '0'));

    [GeneratedRegex(@"(?<![\d.,])1?(?:[ .,\u00a0]?000)+(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PowerInDigits();
}
