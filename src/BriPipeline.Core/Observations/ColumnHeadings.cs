using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Observations.Labels;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations;

/// <summary>What the headings over the columns of figures say, as far as it counts for the whole table.</summary>
internal sealed class ColumnHeadings
{
    private readonly HashSet<int> quantities;
    private readonly HashSet<int> values;
    private readonly HashSet<int> dollars;
    private readonly HashSet<string> valuedApart;

    /// <param name="own">The currency of the reporter.</param>
    public ColumnHeadings(TableLayout table, LabelTexts texts, string? own)
    {
        var figures = table.Columns.Where(column => column.Use == ColumnUse.Figures).ToList();
        Flows = [.. figures.SelectMany(column => texts.Flows(column.Heading)).Distinct()];
        NameDollars = figures.Exists(column => UnitText.NamesDollars(column.Heading));
        Units = [.. figures.SelectMany(column => texts.Units(column.Heading)).Distinct()];
        quantities =
        [
            .. table.Columns.Where(column => IsQuantity(texts.Terms(column.Heading))).Select(column => column.Column),
        ];
        values =
        [
            .. figures
                .Where(column => quantities.Count > 0 && IsValue(texts.Terms(column.Heading)))
                .Select(column => column.Column),
        ];
        dollars =
        [
            .. figures
                .Where(column =>
                    UnitText.NamesUsDollars(column.Heading, own)
                    && texts.Units(column.Heading).All(unit => unit.Unit is null)
                )
                .Select(column => column.Column),
        ];
        valuedApart =
        [
            .. figures
                .Select(column =>
                    (Flow: string.Join('/', texts.Flows(column.Heading)), Valuation: texts.Valuation(column.Heading))
                )
                .GroupBy(column => column.Flow, StringComparer.Ordinal)
                .Where(columns => columns.All(column => column.Valuation is not null))
                .Where(columns =>
                    columns.Select(column => column.Valuation).Distinct(StringComparer.Ordinal).Skip(1).Any()
                )
                .Select(columns => columns.Key),
        ];
    }

    public IReadOnlyList<TradeFlow> Flows { get; }

    public IReadOnlyList<ScaledUnit> Units { get; }

    /// <summary>Whether one of them counts dollars, of whichever country.</summary>
    public bool NameDollars { get; }

    /// <summary>Whether a column of values stands beside quantities.</summary>
    public bool CountsValue(int column) => values.Contains(column);

    /// <summary>Whether a heading counts dollars, which can only be those of the United States.</summary>
    public bool CountsUsDollars(int column) => dollars.Contains(column);

    public bool CountsQuantity(int column) => quantities.Contains(column);

    /// <summary>The valuation where the columns value a flow in several ways, each of which is a series of its own; else null.</summary>
    /// <param name="isSaid">Whether the figure's own labels name its flow.</param>
    public string? VariantOf(string? valuation, TradeFlow flow, bool isSaid) =>
        valuation is not null && (valuedApart.Contains(flow.ToString()) || (valuedApart.Contains("") && !isSaid))
            ? valuation
            : null;

    private static bool IsValue(IReadOnlyList<Term> heading) =>
        heading.Any(term => term is { Kind: TermKind.Dimension, Code: "value" })
        && !heading.Any(term => term is { Kind: TermKind.Dimension, Code: "quantity" });

    private static bool IsQuantity(IReadOnlyList<Term> heading) =>
        heading.Any(term => term is { Kind: TermKind.Dimension, Code: "quantity" })
        && !heading.Any(term => term is { Kind: TermKind.Dimension, Code: "value" });
}
