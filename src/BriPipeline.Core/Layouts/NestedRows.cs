using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Rows of countries with rows of commodities below each, or the other way round, each kind named in a column of its own, or
/// both in one with the commodities set in: a row below takes the name of its head, and a head is the total of what is listed below
/// it where the figures say so.</summary>
internal sealed class NestedRows
{
    private const int MinHeads = 2;

    /// <summary>Of the heads that can be added up, how many must agree with the rows below them.</summary>
    private const double Agreeing = 0.8;

    private readonly ColumnRole head;
    private readonly Dimension ofHeads;
    private readonly Dimension ofMembers;
    private readonly Func<int, bool> isHead;
    private readonly bool headsAreTotals;
    private Label? carried;

    private NestedRows(
        ColumnRole head,
        Dimension ofHeads,
        Dimension ofMembers,
        Func<int, bool> isHead,
        bool headsAreTotals
    )
    {
        (this.head, this.ofHeads, this.ofMembers) = (head, ofHeads, ofMembers);
        (this.isHead, this.headsAreTotals) = (isHead, headsAreTotals);
    }

    public static NestedRows? Of(
        Sheet sheet,
        RowKind[] kinds,
        TableArea area,
        IReadOnlyList<ColumnRole> labels,
        IReadOnlyList<FigureColumn> figures,
        CellEvidence evidence
    )
    {
        var partners = labels.Where(column => column.Dimension == Dimension.Partner).ToList();
        var commodities = labels.Where(column => column.Dimension == Dimension.Commodity).ToList();
        if (partners.Count > 1 || commodities is not [var commodity] || figures.Count == 0)
        {
            return null;
        }

        var rows = Enumerable
            .Range(area.FirstBodyRow, area.LastBodyRow - area.FirstBodyRow + 1)
            .Where(row => kinds[row] == RowKind.Figures)
            .ToList();
        if (partners is not [var partner])
        {
            return SetIn(sheet, rows, commodity, figures, evidence);
        }

        if (rows.Count == 0 || !rows.TrueForAll(row => IsFilled(row, partner) != IsFilled(row, commodity)))
        {
            return null;
        }

        var (head, member) = IsFilled(rows[0], partner) ? (partner, commodity) : (commodity, partner);
        bool IsHead(int row) => IsFilled(row, head);
        return rows.Count(IsHead) >= MinHeads && rows.Exists(row => IsFilled(row, member))
            ? new(
                head,
                head.Dimension!.Value,
                member.Dimension!.Value,
                IsHead,
                AreTotals(Sums(sheet, rows, IsHead, member, figures[0].Column))
            )
            : null;

        bool IsFilled(int row, ColumnRole column) => !sheet[row, column.Column].IsBlank;
    }

    /// <summary>"Country / commodity" over names of countries, and below each its commodities behind blanks: whatever is not set in is
    /// taken for a country, known or not.</summary>
    private static NestedRows? SetIn(
        Sheet sheet,
        List<int> rows,
        ColumnRole column,
        IReadOnlyList<FigureColumn> figures,
        CellEvidence evidence
    )
    {
        var heading = evidence.Of(column.Heading);
        if (
            column.Kind != LabelKind.Words
            || !heading.Names("area", "partner")
            || !heading.Names("commodity")
            || !rows.TrueForAll(row => sheet[row, column.Column].Kind == CellKind.Text)
        )
        {
            return null;
        }

        var margins = rows.Select(Margin).Distinct().Order().ToList();
        var heads = rows.FindAll(IsHead);
        if (
            margins is not [0, _]
            || heads.Count < MinHeads
            || !IsHead(rows[0])
            || heads.Count(IsArea) * 2 <= heads.Count
            || rows.Exists(row => !IsHead(row) && IsArea(row))
        )
        {
            return null;
        }

        var values = figures
            .Select(figure => figure.Column)
            .MaxBy(figure => heads.Count(row => !sheet[row, figure].IsBlank));
        // Below a head that was left out stand more than the one before it holds.
        var sums = Sums(sheet, rows, IsHead, column, values);
        return sums.Exists(sum => sum.Sum > sum.Total + sum.Error)
            ? null
            : new(column, Dimension.Partner, Dimension.Commodity, IsHead, AreTotals(sums));

        int Margin(int row) => sheet[row, column.Column].Text!.TakeWhile(char.IsWhiteSpace).Count();

        bool IsHead(int row) => Margin(row) == 0;

        bool IsArea(int row) =>
            evidence.Of(sheet[row, column.Column].Text!) is var found
            && (found.Areas.Count > 0 || found.Has(TermKind.Total));
    }

    /// <summary>Adds to the labels of a row what the row above it, or those below it, say.</summary>
    public void Complete(int row, List<Label> labels)
    {
        if (isHead(row))
        {
            var own = labels.FindIndex(label => label.Dimension == head.Dimension);
            if (own >= 0)
            {
                labels[own] = labels[own] with { Dimension = ofHeads };
            }

            carried = own >= 0 ? labels[own] : null;
            if (headsAreTotals)
            {
                labels.Add(
                    new(
                        ofMembers,
                        LabelKind.Words,
                        AreaCodeList.Standard.NameOf(Area.World, "en"),
                        Reach.Row,
                        new(Label.OwnRow, head.Column)
                    )
                );
            }
        }
        else if (carried is not null)
        {
            labels.Add(carried);
        }
    }

    private static bool AreTotals(List<(decimal Total, decimal Sum, decimal Error, bool IsWhole)> sums) =>
        sums.Count > 0
        && sums.Count(sum => sum.IsWhole && Math.Abs(sum.Sum - sum.Total) <= sum.Error) >= Agreeing * sums.Count;

    /// <summary>Of each head its figure and the sum of those below it, with what both may differ by, and whether all below have one.</summary>
    private static List<(decimal Total, decimal Sum, decimal Error, bool IsWhole)> Sums(
        Sheet sheet,
        List<int> rows,
        Func<int, bool> isHead,
        ColumnRole member,
        int figures
    )
    {
        var sums = new List<(decimal, decimal, decimal, bool)>();
        for (var i = 0; i < rows.Count; )
        {
            var below = rows.Skip(i + 1).TakeWhile(row => !isHead(row)).ToList();
            if (below.Count > 0 && Value(rows[i]) is { } total)
            {
                // Of codes of several lengths the shortest are the members, and the longer ones their parts.
                var shortest = below.Min(Length);
                var values = below.Where(row => Length(row) == shortest).Select(Value).ToList();
                var known = values.OfType<decimal>().ToList();
                sums.Add(
                    (total, known.Sum(), (values.Count + 1) * LastDigit(total, known), known.Count == values.Count)
                );
            }

            i += below.Count + 1;
        }

        return sums;

        int Length(int row) =>
            member.Kind == LabelKind.Code ? sheet[row, member.Column].Raw.TakeWhile(char.IsAsciiDigit).Count() : 0;

        decimal? Value(int row) => FigureText.Read(sheet[row, figures], '.');
    }

    private static decimal LastDigit(decimal total, List<decimal> values)
    {
        var decimals = values.Append(total).Max(value => value.Scale);
        return Enumerable.Range(0, decimals).Aggregate(0.5m, (digit, _) => digit / 10);
    }
}
