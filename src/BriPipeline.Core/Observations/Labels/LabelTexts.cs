using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations.Labels;

/// <summary>What texts name, each distinct text read once for a profile.</summary>
/// <param name="usualUnits">The units that a name which several share means, the likeliest first.</param>
internal sealed class LabelTexts(SourceProfile profile, params IReadOnlyList<string?> usualUnits)
{
    private readonly SourceAreas sourceAreas = new(profile);
    private readonly Dictionary<string, IReadOnlyList<Area>> areas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReadText> read = new(StringComparer.Ordinal);

    public IReadOnlyList<Term> Terms(string text) => Read(text).Terms;

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
    /// <summary>"India's Total" in India's table of one partner: its trade with the whole world.</summary>
    public bool IsTotalOfReporter(string text) =>
        Read(text) is { Terms.Count: > 0 } read
        && read.Terms.Any(term => term.Kind == TermKind.Total)
        && read.Terms.All(term => term.Kind is TermKind.Total or TermKind.Filler or TermKind.Flow)
        && read.Areas.Count > 0
        && read.Areas.All(mention => mention.Area.Code == profile.Reporter)
        && read.Unexplained.Count == 0;

    public bool IsReporter(string text) => Areas(text) is [var only] && IsReporter(only);

    /// <summary>The groups that words for partners who are not named may mean for the source: "third countries".</summary>
    public IEnumerable<Area> PartnersMeant(string text) =>
        PartnerLimits.Possible(
            text,
            Read(text).Areas.Select(mention => mention.Area).Concat(profile.Reporter is { } own ? [new(own)] : [])
        );

    public bool IsReporter(Area area) => area.Code == profile.Reporter;

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
    public IReadOnlyList<ScaledUnit> Units(string text) =>
        [
            .. Read(text)
                .Units.Select(mention => IsOwn(text, mention) ? mention : WithoutUnit(mention))
                .OfType<UnitMention>()
                .GroupBy(mention => (mention.Start, mention.Length))
                .SelectMany(Usual)
                .Select(mention => mention.Unit)
                .Distinct(),
        ];

    private static UnitMention? WithoutUnit(UnitMention mention) =>
        mention.Unit.Power is null ? null : mention with { Unit = mention.Unit with { Unit = null } };

    /// <summary>"KM" is the mark of Bosnia and Herzegovina only for that country's office.</summary>
    private bool IsOwn(string text, UnitMention mention) =>
        mention.Unit.Unit is not { } unit
        || usualUnits.Contains(unit.Code, StringComparer.Ordinal)
        || !Read(text)
            .Terms.Any(term =>
                term.Kind == TermKind.Unit
                && term.Code == unit.Code
                && mention.Start <= term.Start
                && term.Start < mention.End
                && CurrencySigns.IsOfReporterOnly(text.Substring(term.Start, term.Length), unit.Code)
            );

    /// <summary>"Rs" is the rupee of several countries; the profile, or whose trade it is, says which.</summary>
    private IEnumerable<UnitMention> Usual(IEnumerable<UnitMention> rivals)
    {
        var all = rivals.ToList();
        return usualUnits
                .OfType<string>()
                .Select(usual => all.FindAll(mention => mention.Unit.Unit?.Code == usual))
                .FirstOrDefault(own => own.Count > 0)
            ?? all;
    }

    private ReadText Read(string text)
    {
        if (!read.TryGetValue(text, out var found))
        {
            found = ReadText.Of(text);
            read.Add(text, found);
        }

        return found;
    }
}
