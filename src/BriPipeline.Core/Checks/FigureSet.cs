using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>The figures of a reading from the sides by which checks compare them.</summary>
public sealed class FigureSet
{
    private readonly bool acrossSheets;
    private readonly Lazy<Dictionary<PanelKey, Panel>> panels;
    private readonly Lazy<Dictionary<PanelKey, List<Panel>>> anywhere;
    private readonly Lazy<IReadOnlyList<IReadOnlyList<Panel>>> sequences;
    private readonly Lazy<IReadOnlySet<TradeFlow>> flows;

    /// <param name="figures">In sheet order, each key once.</param>
    /// <param name="acrossSheets">Whether figures of different sheets stand side by side too.</param>
    public FigureSet(IReadOnlyList<Observation> figures, bool acrossSheets = false)
    {
        this.acrossSheets = acrossSheets;
        All = figures;
        panels = new(() =>
            Groups(figures, KeyOf).ToDictionary(group => group.Key, group => new Panel(group.Key, group.Value))
        );
        anywhere = new(() => Groups(Panels, panel => panel.Key with { Sheet = "" }));
        sequences = new(() =>
            [
                .. Groups(Panels, panel => panel.Key.Sequence)
                    .Select(group => group.Value.OrderBy(panel => panel.Key.Period).ToList()),
            ]
        );
        flows = new(() => Panels.Select(panel => panel.Key.Flow).ToHashSet());
    }

    public IReadOnlyList<Observation> All { get; }

    public IReadOnlyCollection<Panel> Panels => panels.Value.Values;

    /// <summary>The panels that differ in nothing but their period, in time order.</summary>
    public IReadOnlyList<IReadOnlyList<Panel>> Sequences => sequences.Value;

    public bool Has(TradeFlow flow) => flows.Value.Contains(flow);

    /// <summary>The panels of a key on whichever sheet.</summary>
    public IReadOnlyList<Panel> FindPanels(PanelKey key) =>
        anywhere.Value.GetValueOrDefault(key with { Sheet = "" }) ?? [];

    /// <summary>The figure of a key, on the same sheet or another.</summary>
    public Observation? Find(PanelKey key, Area partner)
    {
        if (panels.Value.TryGetValue(key, out var panel) && panel.Find(partner) is { } own)
        {
            return own;
        }

        foreach (var other in FindPanels(key))
        {
            if (other.Find(partner) is { } figure)
            {
                return figure;
            }
        }

        return null;
    }

    /// <summary>The figure that differs from another in flow, period or partner only.</summary>
    public Observation? Find(Observation like, TradeFlow? flow = null, TimePeriod? period = null, Area? partner = null)
    {
        var key = KeyOf(like);
        return Find(key with { Flow = flow ?? key.Flow, Period = period ?? key.Period }, partner ?? like.Key.Partner);
    }

    /// <summary>The key of the panel that a figure stands in.</summary>
    public PanelKey KeyOf(Observation figure) =>
        acrossSheets ? PanelKey.Of(figure) with { Sheet = "" } : PanelKey.Of(figure);

    private static Dictionary<TKey, List<T>> Groups<T, TKey>(IEnumerable<T> items, Func<T, TKey> keyOf)
        where TKey : notnull
    {
        var groups = new Dictionary<TKey, List<T>>();
        foreach (var item in items)
        {
            var key = keyOf(item);
            if (!groups.TryGetValue(key, out var group))
            {
                groups.Add(key, group = []);
            }

            group.Add(item);
        }

        return groups;
    }
}
