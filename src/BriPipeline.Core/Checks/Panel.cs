using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>What the figures of a panel have in common.</summary>
public readonly record struct PanelKey(
    string Sheet,
    Area Reporter,
    TradeFlow Flow,
    Commodity Commodity,
    Unit Unit,
    string? Variant,
    TimePeriod Period
)
{
    public static PanelKey Of(Observation figure) =>
        new(
            figure.Provenance.Sheet,
            figure.Key.Reporter,
            figure.Key.Flow,
            figure.Key.Commodity,
            figure.Key.Unit,
            figure.Key.Variant,
            figure.Key.Period
        );

    /// <summary>The same for all periods of a frequency.</summary>
    internal (string, Area, TradeFlow, Commodity, Unit, string?, Frequency) Sequence =>
        (Sheet, Reporter, Flow, Commodity, Unit, Variant, Period.Frequency);

    /// <summary>What is built alike: one sheet's figures in one unit.</summary>
    internal (string, Area, Unit, string?) Block => (Sheet, Reporter, Unit, Variant);
}

/// <summary>Figures side by side: one flow, commodity and period of a sheet, partner by partner, in sheet order.</summary>
public sealed class Panel(PanelKey key, IReadOnlyList<Observation> figures)
{
    private readonly Lazy<Dictionary<Area, Observation>> byPartner = new(() =>
    {
        var found = new Dictionary<Area, Observation>(figures.Count);
        foreach (var figure in figures)
        {
            found.TryAdd(figure.Key.Partner, figure);
        }

        return found;
    });

    private readonly Lazy<List<Observation>> countries = new(() =>
        [.. figures.Where(figure => figure.Key.Partner.IsCountry)]
    );

    public PanelKey Key => key;

    public IReadOnlyList<Observation> Figures => figures;

    /// <summary>The published total of all partners, where it is more than nil.</summary>
    public Observation? Total => Find(Area.World) is { Value: > 0 } total ? total : null;

    public IReadOnlyList<Observation> Countries => countries.Value;

    public Observation? Find(Area partner) => byPartner.Value.GetValueOrDefault(partner);

    public IReadOnlyList<Observation> FindAll(params IEnumerable<Area> partners) =>
        [.. partners.Select(Find).OfType<Observation>()];
}
