using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Rows of countries with rows of commodities below each, or the other way round, each kind named in a column of its own:
/// a row below takes the name of its head, and a head is the total of what is listed below it where the figures say so.</summary>
internal sealed class NestedRows
{
    private const int MinHeads = 2;

    /// <summary>Of the heads that can be added up, how many must agree with the rows below them.</summary>
    private const double Agreeing = 0.8;

    private readonly ColumnRole head;
    private readonly ColumnRole member;
    private readonly Sheet sheet;
    private readonly bool headsAreTotals;
    private Label? carried;

    private NestedRows(Sheet sheet, ColumnRole head, ColumnRole member, bool headsAreTotals)
    {
        (this.sheet, this.head, this.member) = (sheet, head, member);
        this.headsAreTotals = headsAreTotals;
    }

    public static NestedRows? Of(
        Sheet sheet,
        RowKind[] kinds,
        TableArea area,
        IReadOnlyList<ColumnRole> labels,
        IReadOnlyList<FigureColumn> figures
    )
    {
        var partners = labels.Where(column => column.Dimension == Dimension.Partner).ToList();
        var commodities = labels.Where(column => column.Dimension == Dimension.Commodity).ToList();
        if (partners is not [var partner] || commodities is not [var commodity] || figures.Count == 0)
        {
            return null;
        }

        var rows = Enumerable
            .Range(area.FirstBodyRow, area.LastBodyRow - area.FirstBodyRow + 1)
            .Where(row => kinds[row] == RowKind.Figures)
            .ToList();
        if (rows.Count == 0 || !rows.TrueForAll(row => IsFilled(row, partner) != IsFilled(row, commodity)))
        {
            return null;
        }

        var (head, member) = IsFilled(rows[0], partner) ? (partner, commodity) : (commodity, partner);
        return rows.Count(row => IsFilled(row, head)) >= MinHeads && rows.Exists(row => IsFilled(row, member))
            ? new(sheet, head, member, AreTotals(sheet, rows, head, member, figures[0].Column))
            : null;

        bool IsFilled(int row, ColumnRole column) => !sheet[row, column.Column].IsBlank;
    }

    /// <summary>Adds to the labels of a row what the row above it, or those below it, say.</summary>
    public void Complete(int row, List<Label> labels)
    {
        if (!sheet[row, head.Column].IsBlank)
        {
            carried = labels.Find(label => label.Dimension == head.Dimension);
            if (headsAreTotals)
            {
                labels.Add(
                    new(
                        member.Dimension!.Value,
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

    private static bool AreTotals(Sheet sheet, List<int> rows, ColumnRole head, ColumnRole member, int figures)
    {
        var (agree, added) = (0, 0);
        for (var i = 0; i < rows.Count; )
        {
            var below = rows.Skip(i + 1).TakeWhile(row => sheet[row, head.Column].IsBlank).ToList();
            if (below.Count > 0 && Value(rows[i]) is { } total)
            {
                // Of codes of several lengths the shortest are the members, and the longer ones their parts.
                var shortest = below.Min(Length);
                var values = below.Where(row => Length(row) == shortest).Select(Value).ToList();
                added++;
                agree +=
                    values.TrueForAll(value => value is not null)
                    && Math.Abs(values.Sum(value => value!.Value) - total)
                        <= (values.Count + 1) * LastDigit(total, values)
                        ? 1
                        : 0;
            }

            i += below.Count + 1;
        }

        return added > 0 && agree >= Agreeing * added;

        int Length(int row) =>
            member.Kind == LabelKind.Code ? sheet[row, member.Column].Raw.TakeWhile(char.IsAsciiDigit).Count() : 0;

        decimal? Value(int row) => FigureText.Read(sheet[row, figures], '.');
    }

    private static decimal LastDigit(decimal total, List<decimal?> values)
    {
        var decimals = values.Append(total).Max(value => value!.Value.Scale);
        return Enumerable.Range(0, decimals).Aggregate(0.5m, (digit, _) => digit / 10);
    }
}
