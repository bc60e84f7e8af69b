using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Columns of goods whose headings other columns have too, "category", "type", and columns of the groups that goods lie in.</summary>
internal static class GoodsColumns
{
    /// <summary>Of the names of goods, how many must lie in one group each.</summary>
    private const double Nested = 0.6;

    /// <summary>Of the texts below such a heading, how many must be known as goods.</summary>
    private const double Known = 1.0 / 3;

    /// <summary>How a column of goods or of their groups is to be taken; null where it is neither, or its own heading says it.</summary>
    public static LabelKind? KindOf(ColumnFacts column)
    {
        var goods = Others(column, role => role.Dimension == Dimension.Commodity).ToList();
        if (!MayBeGoods(column))
        {
            return null;
        }

        if (goods.Count > 0)
        {
            return goods.Exists(other => LiesIn(other, column)) ? LabelKind.Group : null;
        }

        var levels = Others(column, _ => true).Where(MayBeGoods).ToList();
        var finer = levels.FindAll(other => IsGroupOf(column, other));
        return !levels.TrueForAll(other => finer.Contains(other) || IsGroupOf(other, column)) ? null
            : !AreKnown(column) && !levels.Exists(AreKnown) ? null
            : finer.Count > 0 ? LabelKind.Group
            : LabelKind.Words;
    }

    /// <summary>The roles of a table in which the column of a group of goods is told from the goods, whatever said that both are such.</summary>
    public static IReadOnlyList<ColumnRole> Group(TableFacts table, IReadOnlyList<ColumnRole> roles)
    {
        var named = roles
            .Where(IsNamed)
            .ToDictionary(role => role.Column, role => table.Columns.First(facts => facts.Column == role.Column));
        return named.Count < 2
            ? roles
            :
            [
                .. roles.Select(role =>
                    named.TryGetValue(role.Column, out var group)
                    && named.Values.Any(goods => goods != group && IsGroupOf(group, goods))
                        ? role with
                        {
                            Kind = LabelKind.Group,
                        }
                        : role
                ),
            ];
    }

    /// <summary>Groups of goods are named before what lies in them, wherever they stand: the widest are named in most rows, and are
    /// the fewest.</summary>
    public static (bool IsOther, int Blank, int Texts, string Heading) LevelOf(
        Sheet sheet,
        IEnumerable<int> rows,
        ColumnRole column
    )
    {
        if (column.Kind != LabelKind.Group)
        {
            return (true, 0, 0, "");
        }

        var cells = rows.Select(row => sheet.AnchorOf(row, column.Column)).Select(at => sheet[at.Row, at.Column].Raw);
        return (
            false,
            cells.Count(text => text.Length == 0),
            cells.Distinct(StringComparer.Ordinal).Count(),
            column.Heading
        );
    }

    private static IEnumerable<ColumnFacts> Others(ColumnFacts column, Func<ColumnRole, bool> isOf) =>
        from role in column.Peers
        where role.Column != column.Column && role.Use == ColumnUse.Label && isOf(role)
        select column.Table.Columns.First(other => other.Column == role.Column) with
        {
            Peers = column.Peers,
        };

    private static bool IsNamed(ColumnRole role) =>
        role is { Use: ColumnUse.Label, Dimension: Dimension.Commodity, Kind: LabelKind.Words };

    private static bool MayBeGoods(ColumnFacts column) =>
        column.Own is { Use: ColumnUse.Label, Dimension: Dimension.Unmodelled }
        && column.IsText
        && GoodsHeadings.Are(column.Heading.Text)
        && !column.Texts.Any(TextKind.NoGoods)
        && !column.RepeatsGoods
        && !column.NamesCodes;

    private static bool AreKnown(ColumnFacts column) => column.Texts.Share(TextKind.Goods) >= Known;

    /// <summary>What lies in each other are the same names in two languages.</summary>
    private static bool IsGroupOf(ColumnFacts group, ColumnFacts goods) =>
        LiesIn(goods, group) && !LiesIn(group, goods);

    /// <summary>Whether most texts of a column stand beside one text of another only. A total stands beside all.</summary>
    private static bool LiesIn(ColumnFacts goods, ColumnFacts group)
    {
        var table = goods.Table;
        var beside = goods
            .Counts.Rows.Select(row =>
                (Goods: table.Sheet[row, goods.Column].Raw, Group: table.Sheet[row, group.Column].Raw)
            )
            .Where(row => row.Goods.Length > 0 && !table.IsTotal(row.Goods) && !table.IsTotal(row.Group))
            .Distinct()
            .CountBy(row => row.Goods, StringComparer.Ordinal)
            .ToList();
        return beside.Count > 0 && beside.Count(one => one.Value == 1) >= Nested * beside.Count;
    }
}
