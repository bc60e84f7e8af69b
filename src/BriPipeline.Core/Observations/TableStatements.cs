using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Observations.Labels;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations;

/// <summary>What the places around a table say of its figures: titles, notes, the sheet's name, other sheets, the file's name.</summary>
internal sealed class TableStatements
{
    private readonly LabelTexts texts;
    private readonly Dictionary<Dimension, List<Statement>> statements;

    public TableStatements(TableLayout table, LabelTexts texts, PeriodLabels periods)
    {
        this.texts = texts;
        var commodities = new CommodityLabels(texts, table.Classification);
        Dictionary<Dimension, Func<Label, IEnumerable<object?>>> readers = new()
        {
            [Dimension.Flow] = label => Flows(label.Text).Cast<object?>(),
            [Dimension.Unit] = label => texts.Units(label.Text).Cast<object?>(),
            [Dimension.Period] = label =>
                periods
                    .Periods(LabelKind.Words, label.Text)
                    .Select(part => (object?)(part with { Start = 0, Length = 0 })),
            // Titles mention areas; only a line of key and value declares one.
            [Dimension.Reporter] = Declared,
            [Dimension.Partner] = Declared,
            [Dimension.Commodity] = label => commodities.Declared(label).Cast<object?>(),
            [Dimension.Variant] = label => [texts.Variant(label.Text)],
        };
        statements = table
            .TableContext.Where(label => readers.ContainsKey(label.Dimension))
            .SelectMany(label =>
                readers[label.Dimension]
                    (label)
                    .OfType<object>()
                    .Select(value => new Statement(label.Dimension, value, label.Reach, label.Text, label.Address))
            )
            .GroupBy(statement => statement.Dimension)
            .ToDictionary(group => group.Key, group => group.ToList());
    }

    public IReadOnlyList<Statement> About(Dimension dimension) => statements.GetValueOrDefault(dimension) ?? [];

    public Settlement Settle(Dimension dimension) => Settlement.Of(About(dimension), DimensionPolicy.Of(dimension));

    /// <summary>Over a column "exports and imports" is their sum; a title lists by it what the table holds.</summary>
    private IEnumerable<TradeFlow> Flows(string text)
    {
        var sums = texts.Terms(text).Where(term => term is { Kind: TermKind.Flow, Code: nameof(TradeFlow.T) }).ToList();
        var listed = sums.Where(term => !sums.Exists(sum => IsExplained(text, sum, term)))
            .Select(term => text.Substring(term.Start, term.Length))
            .SelectMany(said =>
                FlowText.NamesBoth(said) ? [TradeFlow.X, TradeFlow.M]
                : ConnectingWords.Parts(said) is { Length: > 1 } parts
                    ? parts.Select(texts.Flows).ToList() is var flows && flows.TrueForAll(part => part.Count > 0)
                            // Of "Aus- und Einfuhr" the first part is no whole word.
                            ? flows.SelectMany(part => part)
                        : [TradeFlow.X, TradeFlow.M]
                : []
            )
            .ToList();
        return texts.Flows(text).Where(flow => flow != TradeFlow.T || listed.Count == 0).Concat(listed);
    }

    /// <summary>"Turnover (exports and imports)": the words in brackets say what the sum is of.</summary>
    private static bool IsExplained(string text, Term sum, Term by) =>
        sum.Start + sum.Length <= by.Start
        && text[(sum.Start + sum.Length)..by.Start].Trim() is "(" or "（" or "["
        && ConnectingWords.Parts(text.Substring(sum.Start, sum.Length)).Length < 2;

    private IEnumerable<object?> Declared(Label label) =>
        label.Heading is null ? [] : texts.Areas(label.Text).Cast<object?>();
}
