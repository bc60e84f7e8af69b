using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Web.Rows;

/// <summary>Names beside codes: <c>partner_name</c> stands behind <c>partner</c>.</summary>
public static class NamedColumns
{
    /// <summary>Which columns hold codes, and of which list.</summary>
    private static readonly Dictionary<string, string> Lists = new(StringComparer.Ordinal)
    {
        ["reporter"] = "area",
        ["partner"] = "area",
        ["flow"] = "flow",
        ["commodity"] = Commodity,
        ["unit"] = "unit",
        ["variant"] = "variant",
        ["frequency"] = "frequency",
        ["status"] = "status",
        ["old_status"] = "status",
        ["new_status"] = "status",
    };

    private const string Commodity = "commodity";

    /// <summary>The columns, with those of names where a language is given.</summary>
    public static IReadOnlyList<Column<T>> Of<T>(IReadOnlyList<Column<T>> columns, CodeNames? names) =>
        names is null
            ? columns
            :
            [
                .. columns.SelectMany(column =>
                    Lists.TryGetValue(column.Name, out var list)
                        ? new[] { column, NameOf(column, list, names) }
                        : [column]
                ),
            ];

    private static Column<T> NameOf<T>(Column<T> column, string list, CodeNames names) =>
        new(
            column.Name + "_name",
            "string",
            $"Name of {column.Name} in the language of labels; none where there is none",
            row =>
                column.Value(row) is not string code ? null
                : names.Of(list, code) is { } name ? name
                // Nomenclatures are not at hand; the publisher named what he printed.
                : list == Commodity && row is TradeRow figure ? figure.CommodityLabel
                : null
        );
}
