using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Columns of words that are not known, or of numbers, which say nothing that a column of names does not: each name has one of
/// them, as often as it comes again. A city beside its country, a section beside its chapter.</summary>
internal static class ExplainedTexts
{
    /// <summary>So many names must come again; fewer may have one text each by chance.</summary>
    private const int MinRepeated = 3;

    private static readonly Dimension?[] Explaining = [Dimension.Partner, Dimension.Reporter, Dimension.Commodity];

    /// <summary>The letters of the column that explains this one; null where none does.</summary>
    public static string? By(ColumnFacts column) =>
        MayBeExplained(column) && column.Peers.FirstOrDefault(role => Explains(role, column)) is { } role
            ? CellAddress.ColumnLetters(role.Column)
            : null;

    private static bool MayBeExplained(ColumnFacts column) =>
        column.Own
            is { Use: ColumnUse.Label, Dimension: Dimension.Unmodelled, Kind: LabelKind.Words }
                or { Use: ColumnUse.NotUnderstood }
        && !column.Heading.Names(HeadingFacts.Unmodelled)
        && !column.Table.GoodsAcross.AreUnclear(column.Column)
        && column.Texts.Total > 1;

    private static bool Explains(ColumnRole role, ColumnFacts column) =>
        role.Column != column.Column
        && role.Use == ColumnUse.Label
        && Explaining.Contains(role.Dimension)
        && (column.IsNumbers || MayDescribe(role, column))
        && Repeated(column, role.Column, column.Counts.Rows) >= MinRepeated
        && Repeated(column, role.Column, column.Table.Rows) >= MinRepeated;

    /// <summary>What a partner buys most may be said beside it, and limit its figures; so may a way of transport. A code of goods says
    /// itself what its sections are, in whatever words.</summary>
    private static bool MayDescribe(ColumnRole role, ColumnFacts column) =>
        (role.Dimension, role.Kind) switch
        {
            (Dimension.Commodity, LabelKind.Code) => !column.Texts.Any(TextKind.Place)
                && !column.Texts.Any(TextKind.Flow)
                && !column.Texts.Any(TextKind.Period),
            (Dimension.Commodity, _) => !column.Texts.Any(TextKind.NoGoods),
            _ => !column.Texts.Any(TextKind.NoGoodsNorRegion)
                && !column.Texts.Any(TextKind.Goods)
                && !GoodsHeadings.Are(column.Heading.Text),
        };

    /// <summary>How many names come again with the text that they had before; none where one has another.</summary>
    private static int Repeated(ColumnFacts column, int names, IEnumerable<int> rows)
    {
        var sheet = column.Table.Sheet;
        var texts = new Dictionary<string, (string Text, bool Again)>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var name = Shown(sheet, row, names);
            if (name.Length == 0)
            {
                continue;
            }

            var text = Shown(sheet, row, column.Column);
            if (!texts.TryGetValue(name, out var known))
            {
                texts.Add(name, (text, false));
            }
            else if (known.Text != text)
            {
                return 0;
            }
            else
            {
                texts[name] = (text, true);
            }
        }

        return texts.Values.Count(one => one.Again && one.Text.Length > 0);
    }

    private static string Shown(Sheet sheet, int row, int column)
    {
        var place = sheet.AnchorOf(row, column);
        return sheet[place.Row, place.Column].Raw;
    }
}
