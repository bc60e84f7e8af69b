using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Layouts;

/// <summary>A row of headings that name goods, without a title or a column that says so.</summary>
internal sealed class GoodsAcross
{
    /// <summary>So many goods side by side are no chance, whatever stands beside them.</summary>
    private const int Several = 3;

    private static readonly TermKind[] BesideGoods = [TermKind.Unit, TermKind.Multiplier, TermKind.Filler];

    private readonly HashSet<int> goods = [];
    private readonly HashSet<int> unclear = [];

    public GoodsAcross(IReadOnlyList<ColumnFacts> columns)
    {
        var known = columns.Where(IsKnown).ToList();
        var open = columns.Where(column => !known.Contains(column) && IsOpen(column)).ToList();
        var rest = columns.Where(column => IsResidual(column) || IsTotal(column)).ToList();
        if (known.Count < 2)
        {
            return;
        }

        if (known.Count >= Several || open.Count == 0)
        {
            goods.UnionWith(known.Concat(rest.Where(column => open.Count == 0 || IsNotSpecified(column))).Select(At));
        }
        else
        {
            unclear.UnionWith(known.Select(At));
        }

        if (open.Count > 0)
        {
            unclear.UnionWith(
                open.Concat(rest.Where(column => IsResidual(column) && !goods.Contains(column.Column))).Select(At)
            );
        }

        Unclear = string.Join(
            ", ",
            columns.Where(column => unclear.Contains(column.Column)).Select(column => column.Heading.Text)
        );

        static int At(ColumnFacts column) => column.Column;
    }

    /// <summary>The headings of which it is not known whether they name goods; they are asked about together.</summary>
    public string Unclear { get; } = "";

    public bool AreGoods(int column) => goods.Contains(column);

    public bool AreUnclear(int column) => unclear.Contains(column);

    private static bool IsFigure(ColumnFacts column) =>
        column.IsNumbers
        && !column.Heading.HasPeriod
        && column.Heading.Text.Length > 0
        && column.Heading.Measure is null;

    private static bool IsKnown(ColumnFacts column) =>
        IsFigure(column)
        && column.Heading.Said is var said
        && said.Areas.Count == 0
        && said.Terms.All(term =>
            BesideGoods.Contains(term.Kind)
            || (term.Kind == TermKind.Limit && Goods.Are(term.Code))
            || term is { Kind: TermKind.Dimension, Code: "commodity" }
        )
        && (
            CommodityNames.AreWordsOf(column.Heading.Text)
            || (column.Heading.IsExplained && said.Terms.Any(term => term.Kind == TermKind.Limit))
        );

    /// <summary>Words that are not known, over figures that nothing else says anything of.</summary>
    private static bool IsOpen(ColumnFacts column) =>
        IsFigure(column)
        && (column.Heading.Unknown.Count > 0 || column.Heading.Said.Terms.Any(term => term.Kind == TermKind.Dimension))
        && column.Heading.Said.Areas.All(area => area.Code == "_OTHER")
        && column.Heading.Said.Terms.All(term =>
            BesideGoods.Contains(term.Kind)
            || (term.Kind == TermKind.Limit && Goods.Are(term.Code))
            || (term.Kind == TermKind.Dimension && HeadingFacts.Unmodelled.Contains(term.Code))
        )
        && !column.HoldsYears
        && !column.IsIndex
        && !column.Counts.CountsRows
        && !column.Counts.HasLeadingZeros;

    private static bool IsResidual(ColumnFacts column) =>
        IsFigure(column)
        && column.Heading.IsExplained
        && column.Heading.Said.Areas is [var area]
        && (area.Code == "_OTHER" || area == Area.NotSpecified)
        && column.Heading.Said.Terms.All(term => term.Kind is TermKind.Filler or TermKind.Total);

    private static bool IsNotSpecified(ColumnFacts column) => column.Heading.Said.Areas.Contains(Area.NotSpecified);

    private static bool IsTotal(ColumnFacts column) =>
        IsFigure(column)
        && column.Heading.IsExplained
        && column.Heading.Has(TermKind.Total)
        && column.Heading.Said.Areas.All(area => area == Area.World)
        && column.Heading.Said.Terms.All(term => term.Kind is TermKind.Total or TermKind.Filler);
}
