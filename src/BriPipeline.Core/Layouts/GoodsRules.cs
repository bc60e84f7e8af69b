using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;

namespace BriPipeline.Core.Layouts;

/// <summary>The rules of columns of numbers that are codes of goods, or figures of the goods that their headings name.</summary>
internal static class GoodsRules
{
    public static IReadOnlyList<RoleRule> All { get; } =
    [
        new(
            "commodities-across",
            Precedence.Content,
            column =>
                NamesCommodity(column)
                && column.Table.Columns.Count(NamesCommodity) > 1
                && column.Table.ListsCommodities
                // Whole numbers beside figures with decimals are codes under an unknown word.
                && (HasFractions(column) || !column.Table.Columns.Where(NamesCommodity).Any(HasFractions)),
            _ => RoleAnswer.Figures with { Dimension = Dimension.Commodity },
            "a title says that the table lists commodities, and headings of several columns are names of goods or unknown"
        ),
        new(
            "goods-across",
            Precedence.Content,
            column => column.Table.GoodsAcross.AreGoods(column.Column) && IsOnlyNameOfGoods(column),
            _ => RoleAnswer.Figures with { Dimension = Dimension.Commodity },
            "its heading names goods, as those of other columns do, and no column names any"
        ),
        new(
            "perhaps-goods-across",
            Precedence.Content,
            column => column.Table.GoodsAcross.AreUnclear(column.Column) && IsOnlyNameOfGoods(column),
            column => RoleAnswer.NotStored(ColumnUse.NotUnderstood, column.Table.GoodsAcross.Unclear),
            "headings beside it name goods, and its own may"
        ),
        new(
            "long-codes",
            Precedence.Content,
            column => column.MayLabel && CodeWords.Are(column.Heading.Text) && HoldsLongCodes(column),
            _ => RoleAnswer.Label(Dimension.Commodity, LabelKind.Code),
            "its heading names codes, and all are of the Harmonized System and too long to be of another list by chance"
        ),
    ];

    /// <summary>Two and four digits are those of ways of transport, customs procedures and ports too. A number has lost its first zero.</summary>
    private static bool HoldsLongCodes(ColumnFacts column)
    {
        const int least = 3;
        return column.Texts.Total >= least
            && column.Texts.All(TextKind.HarmonizedCode)
            && column.Counts.Distinct.All(code => code.Trim().Length > 4)
            && column.Counts.Distinct.Select(code => (code.Trim().Length + 1) / 2).Distinct().Count() == 1
            && !column.Table.Columns.Any(other => other.Heading.Names("commodity-code"));
    }

    /// <summary>A heading of nothing but the name of goods, with a unit at most.</summary>
    private static bool NamesCommodity(ColumnFacts column) =>
        column.IsNumbers
        && !column.Heading.HasPeriod
        && (column.Heading.Unknown.Any(word => word.Length > 2) || column.Heading.Limit is not null)
        && column.Heading.Said.Areas.Count == 0
        && column.Heading.Said.Terms.All(term =>
            term.Kind is TermKind.Unit or TermKind.Multiplier or TermKind.Filler
            || (term.Kind == TermKind.Limit && Goods.Are(term.Code))
        );

    private static bool IsOnlyNameOfGoods(ColumnFacts column) =>
        !column.Table.ListsCommodities
        && !column.Peers.Any(role => role is { Use: ColumnUse.Label, Dimension: Dimension.Commodity });

    private static bool HasFractions(ColumnFacts column) => column.Counts.Whole < column.Counts.Numbers;
}
